using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests.Operators;

public class ElementwiseTests
{
    private delegate void Operator(ReadOnlySpan<float> x, Span<float> y);

    private delegate void BinaryOperator(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape);

    // What is promised: units in the last place, between two numbers; 0 where all is exact.
    private static readonly Dictionary<string, (Operator Run, Func<double, double> Truth, double Ulps, float From, float To)> s_unary = new()
    {
        ["Relu"] = (Elementwise.Relu, static x => Math.Max(x, 0), 0, float.MinValue, float.MaxValue),
        ["LeakyRelu"] = (static (x, y) => Elementwise.LeakyRelu(x, 0.125f, y), static x => x < 0 ? 0.125 * x : x, 0.5, -1e30f, 1e30f),
        ["Elu"] = (static (x, y) => Elementwise.Elu(x, 1f, y), static x => x < 0 ? ExpMinusOne(x) : x, 5, -100, 100),
        ["Tanh"] = (Elementwise.Tanh, Math.Tanh, 2, -100, 100),
        ["Sigmoid"] = (Elementwise.Sigmoid, static x => 1 / (1 + Math.Exp(-x)), 2, -80, 100),
        ["HardSigmoid"] =
            (static (x, y) => Elementwise.HardSigmoid(x, 0.25f, 0.5f, y), static x => Math.Clamp((0.25 * x) + 0.5, 0, 1), 2, 0, 100),
        ["HardSwish"] = (Elementwise.HardSwish, static x => x * Math.Clamp(x + 3, 0, 6) / 6, 3, 0, 1e30f),
        ["Softplus"] = (Elementwise.Softplus, Softplus, 3, -80, 1e30f),
        ["Mish"] = (Elementwise.Mish, static x => x * Math.Tanh(Softplus(x)), 6, -80, 1e30f),
        ["Clip"] = (static (x, y) => Elementwise.Clip(x, -1.5f, 6f, y), static x => Math.Clamp(x, -1.5, 6), 0, float.MinValue, float.MaxValue),
        ["Erf"] = (Elementwise.Erf, FunctionReference.Erf, 2, -100, 100),
        ["Gelu"] = (Elementwise.Gelu, Gelu, 4, 0, 1e30f),
        ["GeluTanh"] = (Elementwise.GeluTanh, GeluTanh, 4, 0, 1e10f),
        ["SiLU"] = (Elementwise.SiLU, static x => x / (1 + Math.Exp(-x)), 3, -80, 1e30f),
        ["Sqrt"] = (Elementwise.Sqrt, Math.Sqrt, 0.51, 0, float.MaxValue),
        ["Exp"] = (Elementwise.Exp, Math.Exp, 2, -100, 88),
        ["Log"] = (Elementwise.Log, Math.Log, 2, 1e-37f, float.MaxValue),
        ["Abs"] = (Elementwise.Abs, Math.Abs, 0, float.MinValue, float.MaxValue),
        ["Neg"] = (Elementwise.Neg, static x => -x, 0, float.MinValue, float.MaxValue),
        ["Reciprocal"] = (Elementwise.Reciprocal, static x => 1 / x, 0.51, 1e-37f, 1e37f),
        ["Floor"] = (Elementwise.Floor, Math.Floor, 0, float.MinValue, float.MaxValue),
        ["Sin"] = (Elementwise.Sin, Math.Sin, 2, -10_000, 10_000),
        ["Cos"] = (Elementwise.Cos, Math.Cos, 2, -10_000, 10_000),
    };

    private static readonly Dictionary<string, (BinaryOperator Run, Func<double, double, double> Truth)> s_binary = new()
    {
        ["Add"] = (Elementwise.Add, static (a, b) => a + b),
        ["Sub"] = (Elementwise.Sub, static (a, b) => a - b),
        ["Mul"] = (Elementwise.Mul, static (a, b) => a * b),
        ["Div"] = (Elementwise.Div, static (a, b) => a / b),
        ["Pow"] = (Elementwise.Pow, Math.Pow),
        ["Max"] = (Elementwise.Max, Math.Max),
        ["Min"] = (Elementwise.Min, Math.Min),
        ["Equal"] = (Elementwise.Equal, static (a, b) => a == b ? 1 : 0),
        ["Less"] = (Elementwise.Less, static (a, b) => a < b ? 1 : 0),
        ["LessOrEqual"] = (Elementwise.LessOrEqual, static (a, b) => a <= b ? 1 : 0),
        ["PRelu"] = (Elementwise.PRelu, static (a, b) => a < 0 ? a * b : a),
    };

    private static readonly (int[] A, int[] B)[] s_shapes =
    [
        ([2, 3, 5, 7], [2, 3, 5, 7]), ([2, 3, 5, 7], [3, 1, 1]), ([2, 3, 5, 7], [1]), ([], [2, 3]), ([], []), ([4, 1], [1, 5]), ([2, 3, 16], [16]),
        ([1, 3, 1, 7], [2, 1, 5, 1]), ([2, 1, 4, 1, 2, 1, 3, 1], [3, 1, 2, 1, 5]), ([2, 0, 3], [3]), ([1, 1, 40], [6, 40]), ([17, 1, 33], [17, 2, 1]),
    ];

    public static TheoryData<string> Unary => [.. s_unary.Keys];

    public static TheoryData<string, int> Broadcasts
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in s_binary.Keys)
            {
                for (int shapes = 0; shapes < s_shapes.Length; shapes++)
                {
                    data.Add(name, shapes);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Errs_as_is_said_at_the_most(string name)
    {
        var (run, truth, ulps, from, to) = s_unary[name];
        float[] x = [.. Floats().Where(value => value >= from && value <= to)];
        float[] y = new float[x.Length];

        run(x, y);

        (double worst, float at) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = truth(x[i]);
            double unit = Math.ScaleB(1, Math.Max(exact == 0 ? -126 : Math.ILogB(exact), -126) - 23);
            double error = exact == y[i] ? 0 : Math.Abs(y[i] - exact) / unit;
            (worst, at) = error > worst ? (error, x[i]) : (worst, at);
        }

        Assert.True(worst <= ulps, $"{worst} at {at}");
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Takes_any_length_at_any_place_and_its_own_input(string name)
    {
        Operator run = s_unary[name].Run;
        float[] x = [.. Sample.Random(1, 70).Data.Select(Math.Abs)], whole = new float[70];
        run(x, whole);
        for (int length = 0; length <= x.Length; length++)
        {
            float[] part = x[^length..];
            run(part, part);
            Assert.Equal(whole[^length..], part);
        }
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Of_nothing_a_number_it_is_none(string name)
    {
        float[] y = [.. Enumerable.Repeat(float.NaN, 17)];
        s_unary[name].Run(y, y);
        Assert.All(y, static value => Assert.Equal(float.NaN, value));
    }

    [Fact]
    public void What_is_no_number_is_neither_less_nor_equal()
    {
        float[] a = [1, 2, float.NaN, 3, float.NaN, float.PositiveInfinity, -0f], b = [1, 3, 3, float.NaN, float.NaN, float.PositiveInfinity, 0];
        float[] equal = new float[7], less = new float[7], atMost = new float[7];

        Elementwise.Equal(a, [7], b, [7], equal, [7]);
        Elementwise.Less(a, [7], b, [7], less, [7]);
        Elementwise.LessOrEqual(a, [7], b, [7], atMost, [7]);

        Assert.Equal([1, 0, 0, 0, 0, 1, 1], equal);
        Assert.Equal([0, 1, 0, 0, 0, 0, 0], less);
        Assert.Equal([1, 1, 0, 0, 0, 1, 1], atMost);
    }

    [Fact]
    public void Where_takes_what_the_condition_says_and_nothing_of_the_other()
    {
        float[] y = new float[6];

        Elementwise.Where([1, 0, 1], [3], [1, 2, float.NegativeInfinity, 4, 5, 6], [2, 3], [float.NaN], [1], y, [2, 3]);

        Assert.Equal([1, float.NaN, float.NegativeInfinity, 4, float.NaN, 6], y);
    }

    [Fact]
    public void Far_below_zero_Gelu_errs_by_a_little_in_all()
    {
        float[] x = [.. Enumerable.Range(0, 4000).Select(static i => i * -0.0025f)], y = new float[x.Length];
        Elementwise.Gelu(x, y);
        Sample.AssertNear([.. x.Select(static value => Gelu(value))], y, 2.5e-7);
        Elementwise.GeluTanh(x, y);
        Sample.AssertNear([.. x.Select(static value => GeluTanh(value))], y, 2.5e-7);
    }

    [Theory]
    [MemberData(nameof(Broadcasts))]
    public void Shapes_are_broadcast(string name, int shapes)
    {
        var (run, truth) = s_binary[name];
        Sample a = Sample.Random(2, s_shapes[shapes].A), b = Sample.Random(3, s_shapes[shapes].B);
        int[] outShape = Broadcast(s_shapes[shapes].A, s_shapes[shapes].B);
        float[] y = new float[Sample.Count(outShape)];

        run(a.Data, a.Shape, b.Data, b.Shape, y, outShape);

        Sample.AssertNear(Sample.Make(outShape, index => truth(a[index], b[index])), y, 2e-7);
        if (a.Data.Length == y.Length)
        {
            run(a.Data, a.Shape, b.Data, b.Shape, a.Data, outShape);
            Assert.Equal(y, a.Data);
        }
    }

    [Theory]
    [InlineData(2f)]
    [InlineData(0.5f)]
    [InlineData(-3f)]
    public void Powers_may_be_one_number(float power)
    {
        float[] x = [.. Sample.Random(4, 37).Data.Select(Math.Abs)], y = new float[37];
        Elementwise.Pow(x, [37], [power], [], y, [37]);
        Sample.AssertNear([.. x.Select(value => Math.Pow(value, power))], y, 2e-7);
    }

    [Theory]
    [InlineData(float.NaN, 1f)]
    [InlineData(1f, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(float.PositiveInfinity, float.NaN)]
    [InlineData(float.NegativeInfinity, 1f)]
    [InlineData(1f, float.PositiveInfinity)]
    [InlineData(-1f, -0.5f)]
    [InlineData(-1f, float.NegativeInfinity)]
    public void The_greater_and_the_lesser_are_none_where_one_is_none(float a, float b)
    {
        float[] y = new float[3];
        Elementwise.Max([a, a, a], [3], [b, b, b], [3], y, [3]);
        Assert.Equal(MathF.Max(a, b), y[2]);
        Elementwise.Min([a], [], [b, b, b], [3], y, [3]);
        Assert.Equal(MathF.Min(a, b), y[2]);
    }

    private static IEnumerable<float> Floats()
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += 19_997)
        {
            float value = BitConverter.UInt32BitsToSingle((uint)bits);
            if (float.IsFinite(value))
            {
                yield return value;
            }
        }
    }

    private static int[] Broadcast(int[] a, int[] b)
    {
        int[] shape = new int[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= shape.Length; i++)
        {
            int first = i <= a.Length ? a[^i] : 1, second = i <= b.Length ? b[^i] : 1;
            shape[^i] = first == 1 ? second : first;
        }

        return shape;
    }

    private static double ExpMinusOne(double x) => Math.Abs(x) < 1e-4 ? x * (1 + (x / 2 * (1 + (x / 3)))) : Math.Exp(x) - 1;

    private static double Softplus(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (e < 1e-4 ? e * (1 - (e / 2 * (1 - (2 * e / 3)))) : Math.Log(1 + e));
    }

    private static double Gelu(double x) => x / 2 * (1 + FunctionReference.Erf(x / Math.Sqrt(2)));

    private static double GeluTanh(double x) => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));
}
