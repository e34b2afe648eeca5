namespace ConvGen.CompilerServices;

/// <content>The functions themselves, over the vector operations.</content>
public static partial class Elementwise
{
    private readonly struct ReluOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Maximum(x, default);
    }

    private readonly struct LeakyReluOp(float alpha) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            TSimd.SelectLess(x, default, TSimd.Multiply(x, TSimd.Create(alpha)), x);
    }

    private readonly struct EluOp(float alpha) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x)
        {
            TVector t = Functions<TSimd, TVector>.Tanh(TSimd.Multiply(x, TSimd.Create(0.5f)));
            TVector below = TSimd.Divide(TSimd.Multiply(TSimd.Create(2f * alpha), t), TSimd.Subtract(TSimd.Create(1f), t));
            return TSimd.SelectLess(x, default, below, x);
        }
    }

    private readonly struct TanhOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Tanh(x);
    }

    private readonly struct SigmoidOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Sigmoid(x);
    }

    private readonly struct HardSigmoidOp(float alpha, float beta) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            Between<TSimd, TVector>(TSimd.MultiplyAdd(x, TSimd.Create(alpha), TSimd.Create(beta)), 0f, 1f);
    }

    private readonly struct HardSwishOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            TSimd.Divide(TSimd.Multiply(x, Between<TSimd, TVector>(TSimd.Add(x, TSimd.Create(3f)), 0f, 6f)), TSimd.Create(6f));
    }

    private readonly struct SoftplusOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Softplus(x);
    }

    private readonly struct MishOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Mish(x);
    }

    private readonly struct ClipOp(float min, float max) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Between<TSimd, TVector>(x, min, max);
    }

    private readonly struct ErfOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Erf(x);
    }

    private readonly struct GeluOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Gelu(x);
    }

    private readonly struct GeluTanhOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x)
        {
            TVector f = TSimd.MultiplyAdd(TSimd.Multiply(x, x), TSimd.Create(0.044715f), TSimd.Create(1f));
            f = Functions<TSimd, TVector>.Tanh(TSimd.Multiply(TSimd.Multiply(x, TSimd.Create(0.7978845608f)), f));
            return TSimd.Multiply(TSimd.Multiply(x, TSimd.Create(0.5f)), TSimd.Add(f, TSimd.Create(1f)));
        }
    }

    private readonly struct SiLUOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => TSimd.Multiply(x, Functions<TSimd, TVector>.Sigmoid(x));
    }

    private readonly struct SqrtOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => TSimd.SquareRoot(x);
    }

    private readonly struct ExpOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Exp(x);
    }

    private readonly struct LogOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            LaneByLane<TSimd, TVector>(x, x, static (x, _) => MathF.Log(x));
    }

    private readonly struct AbsOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => TSimd.CopySign(x, default);
    }

    private readonly struct NegOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => TSimd.Multiply(x, TSimd.Create(-1f));
    }

    private readonly struct ReciprocalOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => TSimd.Divide(TSimd.Create(1f), x);
    }

    private readonly struct FloorOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            LaneByLane<TSimd, TVector>(x, x, static (x, _) => MathF.Floor(x));
    }

    private readonly struct SinOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Sin(x);
    }

    private readonly struct CosOp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) => Functions<TSimd, TVector>.Cos(x);
    }

    internal readonly struct AddOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Add(a, b);
    }

    internal readonly struct SubOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Subtract(a, b);
    }

    internal readonly struct MulOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Multiply(a, b);
    }

    internal readonly struct DivOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Divide(a, b);
    }

    internal readonly struct PowOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) =>
            LaneByLane<TSimd, TVector>(a, b, static (a, b) => b == 2f ? a * a : MathF.Pow(a, b));
    }

    internal readonly struct MaxOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => OrNaN<TSimd, TVector>(TSimd.SelectLess(a, b, b, a), b);
    }

    internal readonly struct MinOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => OrNaN<TSimd, TVector>(TSimd.SelectLess(b, a, b, a), b);
    }

    private readonly struct LessOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.SelectLess(a, b, TSimd.Create(1f), default);
    }

    private readonly struct LessOrEqualOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.SelectLess(b, a, default, AreNumbers<TSimd, TVector>(a, b));
    }

    private readonly struct EqualOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) =>
            TSimd.SelectLess(a, b, default, TSimd.SelectLess(b, a, default, AreNumbers<TSimd, TVector>(a, b)));
    }

    private readonly struct IfOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.SelectLess(default, a, b, default);
    }

    private readonly struct IfNotOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.SelectLess(default, a, default, b);
    }

    internal readonly struct PReluOp : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.SelectLess(a, default, TSimd.Multiply(a, b), a);
    }

    internal readonly struct AddMultiple(float factor) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.MultiplyAdd(b, TSimd.Create(factor), a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OrNaN<TSimd, TVector>(TVector value, TVector b)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct => IfNumber<TSimd, TVector>(b, value, b);

    // 1 where both are, else 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AreNumbers<TSimd, TVector>(TVector a, TVector b)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct => IfNumber<TSimd, TVector>(a, IfNumber<TSimd, TVector>(b, TSimd.Create(1f), default), default);

    // A number that is none fails both comparisons.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IfNumber<TSimd, TVector>(TVector x, TVector value, TVector other)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct => TSimd.SelectLess(x, default, value, TSimd.SelectLess(TSimd.Create(-1f), x, value, other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Between<TSimd, TVector>(TVector x, float min, float max)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct =>
        Functions<TSimd, TVector>.Minimum(Functions<TSimd, TVector>.Maximum(x, TSimd.Create(min)), TSimd.Create(max));

    private static TVector LaneByLane<TSimd, TVector>(TVector a, TVector b, Func<float, float, float> function)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[2 * TSimd.Lanes];
        TSimd.Store(a, ref lanes[0], 0);
        TSimd.Store(b, ref lanes[TSimd.Lanes], 0);
        for (int i = 0; i < TSimd.Lanes; i++)
        {
            lanes[i] = function(lanes[i], lanes[TSimd.Lanes + i]);
        }

        return TSimd.Load(ref lanes[0], 0);
    }
}
