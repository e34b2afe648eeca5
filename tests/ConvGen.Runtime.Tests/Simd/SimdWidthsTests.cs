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

/// <summary>The product of two floats is exact in double precision, so that nothing depends on what the hardware fuses.</summary>
public abstract class WideSimdTests<TSimd, TVector> : SimdTests<TSimd, TVector>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    protected override float MultiplyAdd(float a, float b, float c) => (float)(((double)a * b) + c);
}

public sealed class WideSimdScalarTests : WideSimdTests<WideSimdScalar, double>
{
    protected override int Lanes => 1;
}

public sealed class WideSimd128Tests : WideSimdTests<WideSimd128, WideVector128>
{
    protected override int Lanes => 4;
}

public sealed class WideSimd256Tests : WideSimdTests<WideSimd256, WideVector256>
{
    protected override int Lanes => 8;
}

public sealed class WideSimd512Tests : WideSimdTests<WideSimd512, WideVector512>
{
    protected override int Lanes => 16;
}
