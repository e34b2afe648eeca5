namespace ConvGen.CompilerServices;

/// <summary>
/// Operators that make each number of one, or of two: those of ONNX by these names. Outputs may be written over an input of their shape. NaN
/// gives NaN.
/// </summary>
/// <remarks>
/// Exp, Sigmoid, Tanh, Erf, Sin and Cos are at most 2 units in the last place off, Log and Pow as those of <see cref="MathF"/> are, Softplus
/// 3, Elu 5, Mish 6. SiLU multiplies such a value once more; GELU is off by 1e-7 times its argument at the most.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Elementwise
{
    /// <summary><c>max(x, 0)</c>.</summary>
    public static void Relu(ReadOnlySpan<float> x, Span<float> y) => Map(default(ReluOp), x, y);

    /// <summary>x, of negative numbers <c>alpha * x</c>.</summary>
    public static void LeakyRelu(ReadOnlySpan<float> x, float alpha, Span<float> y) => Map(new LeakyReluOp(alpha), x, y);

    /// <summary>x, of negative numbers <c>alpha * (exp(x) - 1)</c>, which is <c>2t / (1 - t)</c> of <c>t = tanh(x / 2)</c>.</summary>
    public static void Elu(ReadOnlySpan<float> x, float alpha, Span<float> y) => Map(new EluOp(alpha), x, y);

    /// <summary>The hyperbolic tangent.</summary>
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => Map(default(TanhOp), x, y);

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => Map(default(SigmoidOp), x, y);

    /// <summary><c>min(max(alpha * x + beta, 0), 1)</c>.</summary>
    public static void HardSigmoid(ReadOnlySpan<float> x, float alpha, float beta, Span<float> y) => Map(new HardSigmoidOp(alpha, beta), x, y);

    /// <summary><c>x * min(max(x + 3, 0), 6) / 6</c>.</summary>
    public static void HardSwish(ReadOnlySpan<float> x, Span<float> y) => Map(default(HardSwishOp), x, y);

    /// <summary><c>log(1 + exp(x))</c>.</summary>
    public static void Softplus(ReadOnlySpan<float> x, Span<float> y) => Map(default(SoftplusOp), x, y);

    /// <summary><c>x * tanh(log(1 + exp(x)))</c>.</summary>
    public static void Mish(ReadOnlySpan<float> x, Span<float> y) => Map(default(MishOp), x, y);

    /// <summary><c>min(max(x, min), max)</c>.</summary>
    public static void Clip(ReadOnlySpan<float> x, float min, float max, Span<float> y) => Map(new ClipOp(min, max), x, y);

    /// <summary>The error function.</summary>
    public static void Erf(ReadOnlySpan<float> x, Span<float> y) => Map(default(ErfOp), x, y);

    /// <summary><c>x / 2 * (1 + erf(x / sqrt(2)))</c>.</summary>
    public static void Gelu(ReadOnlySpan<float> x, Span<float> y) => Map(default(GeluOp), x, y);

    /// <summary><c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3)))</c>.</summary>
    public static void GeluTanh(ReadOnlySpan<float> x, Span<float> y) => Map(default(GeluTanhOp), x, y);

    /// <summary><c>x * sigmoid(x)</c>.</summary>
    public static void SiLU(ReadOnlySpan<float> x, Span<float> y) => Map(default(SiLUOp), x, y);

    /// <summary>The square root.</summary>
    public static void Sqrt(ReadOnlySpan<float> x, Span<float> y) => Map(default(SqrtOp), x, y);

    /// <summary>e to the power of x.</summary>
    public static void Exp(ReadOnlySpan<float> x, Span<float> y) => Map(default(ExpOp), x, y);

    /// <summary>The natural logarithm.</summary>
    public static void Log(ReadOnlySpan<float> x, Span<float> y) => Map(default(LogOp), x, y);

    /// <summary>The magnitude.</summary>
    public static void Abs(ReadOnlySpan<float> x, Span<float> y) => Map(default(AbsOp), x, y);

    /// <summary><c>-x</c>.</summary>
    public static void Neg(ReadOnlySpan<float> x, Span<float> y) => Map(default(NegOp), x, y);

    /// <summary><c>1 / x</c>.</summary>
    public static void Reciprocal(ReadOnlySpan<float> x, Span<float> y) => Map(default(ReciprocalOp), x, y);

    /// <summary>The greatest whole number that is not greater.</summary>
    public static void Floor(ReadOnlySpan<float> x, Span<float> y) => Map(default(FloorOp), x, y);

    /// <summary>The sine, of magnitudes up to 10,000.</summary>
    public static void Sin(ReadOnlySpan<float> x, Span<float> y) => Map(default(SinOp), x, y);

    /// <summary>The cosine, of magnitudes up to 10,000.</summary>
    public static void Cos(ReadOnlySpan<float> x, Span<float> y) => Map(default(CosOp), x, y);

    /// <summary><c>a + b</c>, shapes broadcast.</summary>
    public static void Add(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(AddOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a - b</c>, shapes broadcast.</summary>
    public static void Sub(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(SubOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a * b</c>, shapes broadcast.</summary>
    public static void Mul(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(MulOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a / b</c>, shapes broadcast.</summary>
    public static void Div(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(DivOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a</c> to the power of <c>b</c>, shapes broadcast.</summary>
    public static void Pow(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape)
    {
        if (b is [2f])
        {
            Mul(a, aShape, a, aShape, y, outShape);
            return;
        }

        Zip(default(PowOp), a, aShape, b, bShape, y, outShape);
    }

    /// <summary>The greater; NaN where one is, shapes broadcast.</summary>
    public static void Max(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(MaxOp), a, aShape, b, bShape, y, outShape);

    /// <summary>The lesser; NaN where one is, shapes broadcast.</summary>
    public static void Min(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(MinOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a</c>, of negative numbers <c>a * b</c>, shapes broadcast.</summary>
    public static void PRelu(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(PReluOp), a, aShape, b, bShape, y, outShape);

    /// <summary>1 where <c>a = b</c>, else 0, shapes broadcast.</summary>
    public static void Equal(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(EqualOp), a, aShape, b, bShape, y, outShape);

    /// <summary>1 where <c>a &lt; b</c>, else 0, shapes broadcast.</summary>
    public static void Less(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(LessOp), a, aShape, b, bShape, y, outShape);

    /// <summary>1 where <c>a &lt;= b</c>, else 0, shapes broadcast.</summary>
    public static void LessOrEqual(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape) =>
        Zip(default(LessOrEqualOp), a, aShape, b, bShape, y, outShape);

    /// <summary><c>a</c> where the condition is above 0, <c>b</c> where it is 0, shapes broadcast; a chosen -0 is 0.</summary>
    public static void Where(
        ReadOnlySpan<float> condition, ReadOnlySpan<int> conditionShape, ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b,
        ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape)
    {
        using var scratch = new Scratch(2 * Scratch.BytesFor<float>(y.Length));
        Span<float> conditions = scratch.Take<float>(y.Length), chosen = scratch.Take<float>(y.Length);
        Movement.Expand(condition, conditionShape, conditions, outShape);
        Zip(default(IfOp), conditions, outShape, a, aShape, chosen, outShape);
        Zip(default(IfNotOp), conditions, outShape, b, bShape, y, outShape);
        Rows.Zip(default(AddOp), chosen, y, y);
    }

    /// <summary>Any function of two, shapes broadcast.</summary>
    internal static void Zip<TBinary>(
        TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y,
        ReadOnlySpan<int> outShape)
        where TBinary : struct, IBinary
    {
        Span<int> aSteps = stackalloc int[outShape.Length], bSteps = stackalloc int[outShape.Length];
        Shapes.BroadcastSteps(aShape, outShape, aSteps);
        Shapes.BroadcastSteps(bShape, outShape, bSteps);
        var walk = new AxisWalk();
        for (int axis = 0; axis < outShape.Length; axis++)
        {
            walk.Add(outShape[axis], aSteps[axis], bSteps[axis]);
        }

        Zip(op, a, b, y, walk);
    }
}
