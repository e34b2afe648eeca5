using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests;

public sealed class SimdScalarTests : SimdTests<SimdScalar, float>
{
    protected override int Lanes => 1;

    protected override float MultiplyAdd(float a, float b, float c) => (a * b) + c;
}

public sealed class Simd128Tests : SimdTests<Simd128, Vector128<float>>
{
    protected override int Lanes => 4;

    protected override float MultiplyAdd(float a, float b, float c) =>
        Fma.IsSupported || AdvSimd.IsSupported ? MathF.FusedMultiplyAdd(a, b, c) : (a * b) + c;
}

public sealed class Simd256Tests : SimdTests<Simd256, Vector256<float>>
{
    protected override int Lanes => 8;

    protected override float MultiplyAdd(float a, float b, float c) => Fma.IsSupported ? MathF.FusedMultiplyAdd(a, b, c) : (a * b) + c;
}

public sealed class Simd512Tests : SimdTests<Simd512, Vector512<float>>
{
    protected override int Lanes => 16;

    protected override float MultiplyAdd(float a, float b, float c) =>
        Fma.IsSupported || Avx512F.IsSupported ? MathF.FusedMultiplyAdd(a, b, c) : (a * b) + c;
}
