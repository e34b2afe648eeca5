using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests.Operators;

public class ReductionsTests
{
    private delegate void Reduction(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y);

    private static readonly Dictionary<string, (Reduction Run, Func<IEnumerable<double>, double> Truth)> s_reductions = new()
    {
        ["Sum"] = (Reductions.ReduceSum, static values => values.Sum()),
        ["Mean"] = (Reductions.ReduceMean, static values => values.DefaultIfEmpty(double.NaN).Average()),
        ["L2"] = (Reductions.ReduceL2, static values => Math.Sqrt(values.Sum(static value => value * value))),
        ["Max"] = (Reductions.ReduceMax, static values => values.DefaultIfEmpty(double.NegativeInfinity).Max()),
    };

    public static TheoryData<string, int[], int[]> Cases
    {
        get
        {
            var data = new TheoryData<string, int[], int[]>();
            foreach (string name in s_reductions.Keys)
            {
                data.Add(name, [2, 3, 5, 7], [2, 3]);
                data.Add(name, [2, 3, 5, 7], [1]);
                data.Add(name, [2, 3, 20, 17], [1]);
                data.Add(name, [1, 3, 20, 17], [0, 2, 3]);
                data.Add(name, [2, 3, 5, 7], [0, 2]);
                data.Add(name, [2, 3, 2, 3, 2, 3, 2, 3], [1, 3, 5, 7]);
                data.Add(name, [2, 1, 5, 1, 7], [2, 4]);
                data.Add(name, [9, 4], [0]);
                data.Add(name, [9, 4], []);
                data.Add(name, [9, 4], [0, 1]);
                data.Add(name, [], []);
                data.Add(name, [3, 0, 2], [1]);
                data.Add(name, [3, 1000], [1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Axes_are_reduced(string name, int[] shape, int[] axes)
    {
        var (run, truth) = s_reductions[name];
        Sample x = Sample.Random(1, shape);
        int[] outShape = [.. shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)];
        float[] y = new float[Sample.Count(outShape)];

        run(x.Data, shape, axes, y);

        int[] reduced = [.. shape.Select((size, axis) => axes.Contains(axis) ? size : 1)];
        double[] expected = Sample.Make(outShape, index =>
            truth(Sample.Make(reduced, inner => x[[.. inner.Select((place, axis) => place + index[axis])]])));
        // A rounding per group of axes, of sums of numbers up to 3.
        double tolerance = (axes.Length + 1) * Tolerance.UnitRoundoff * (name == "Sum" ? 3 * Math.Max(1, Sample.Count(reduced)) : 3);
        Sample.AssertNear(expected, y, tolerance);
    }

    [Fact]
    public void Sums_of_many_numbers_lose_nothing()
    {
        float[] x = [.. Enumerable.Repeat(0.1f, 3_000_000)], y = new float[1];
        Reductions.ReduceMean(x, [3_000_000], [0], y);
        Assert.Equal(0.1f, y[0]);
        float[] columns = new float[3];
        Reductions.ReduceMean(x, [1_000_000, 3], [0], columns);
        Assert.Equal([0.1f, 0.1f, 0.1f], columns);
        Reductions.GlobalAveragePool(x, [1, 1, 3_000_000], y);
        Assert.Equal(0.1f, y[0]);
    }

    [Fact]
    public void The_greatest_of_what_is_no_number_is_none()
    {
        float[] y = new float[2];
        Reductions.ReduceMax([1, float.NaN, 3, 4, 5, 6], [2, 3], [1], y);
        Assert.Equal([float.NaN, 6], y);
        Reductions.ReduceMax([1, float.NaN, 3, 4, 5, 6], [3, 2], [0], y);
        Assert.Equal([5, float.NaN], y);
    }

    [Theory]
    [InlineData(7, 9)]
    [InlineData(1, 1)]
    [InlineData(40, 30)]
    public void Planes_are_pooled_whole(int height, int width)
    {
        Sample x = Sample.Random(2, 2, 3, height, width);
        float[] y = new float[6];
        Reductions.GlobalAveragePool(x.Data, x.Shape, y);
        Sample.AssertNear([.. x.Data.Chunk(height * width).Select(static plane => plane.Average(static value => (double)value))], y, 2e-7);
        Reductions.GlobalMaxPool(x.Data, x.Shape, y);
        Assert.Equal([.. x.Data.Chunk(height * width).Select(static plane => plane.Max())], y);
    }

    [Theory]
    [InlineData(new[] { 2, 5, 7, 3 }, 1)]
    [InlineData(new[] { 2, 5, 7, 30 }, 3)]
    [InlineData(new[] { 2, 3, 20, 17 }, 1)]
    [InlineData(new[] { 3, 1 }, 1)]
    [InlineData(new[] { 300, 5 }, 1)]
    [InlineData(new[] { 2, 3, 7, 16 }, 3)]
    [InlineData(new[] { 1000 }, 0)]
    [InlineData(new[] { 2, 0 }, 1)]
    public void Softmax_adds_up_to_one(int[] shape, int axis)
    {
        Sample x = Sample.Random(3, shape);
        float[] y = new float[x.Data.Length];

        Reductions.Softmax(x.Data, shape, axis, y);

        double[] expected = Sample.Make(shape, index =>
        {
            double sum = Enumerable.Range(0, shape[axis]).Sum(i => Math.Exp(x[[.. index.Select((place, a) => a == axis ? i : place)]]));
            return Math.Exp(x[index]) / sum;
        });
        Sample.AssertNear(expected, y, 2e-7);
        float[] logarithms = new float[y.Length];
        Reductions.LogSoftmax(x.Data, shape, axis, logarithms);
        Sample.AssertNear([.. expected.Select(static value => Math.Log(value))], logarithms, 5e-7);
        Reductions.Softmax(x.Data, shape, axis, x.Data);
        Assert.Equal(y, x.Data);
    }

    [Fact]
    public void Softmax_of_large_numbers_is_that_of_their_differences()
    {
        float[] y = new float[4];
        Reductions.Softmax([10_000, 10_001, 10_002, 10_003], [4], 0, y);
        Sample.AssertNear([0.032058604, 0.08714432, 0.23688284, 0.6439143], y, 1e-7);
        Reductions.LogSoftmax([0, 200], [2], 0, y.AsSpan(0, 2));
        Assert.Equal([-200, 0], y[..2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ArgMax_finds_the_first_or_the_last_greatest(int axis)
    {
        var random = new Random(4);
        int[] shape = [4, 5, 6];
        float[] x = [.. Enumerable.Range(0, 120).Select(_ => (float)random.Next(3))];
        int inner = Sample.Count(shape[(axis + 1)..]);
        long[] first = new long[120 / shape[axis]], last = new long[first.Length];

        Reductions.ArgMax(x, shape, axis, selectLastIndex: false, first);
        Reductions.ArgMax(x, shape, axis, selectLastIndex: true, last);

        for (int i = 0; i < first.Length; i++)
        {
            float[] values = [.. Enumerable.Range(0, shape[axis]).Select(k => x[(((i / inner * shape[axis]) + k) * inner) + (i % inner)])];
            Assert.Equal(Array.IndexOf(values, values.Max()), first[i]);
            Assert.Equal(Array.LastIndexOf(values, values.Max()), last[i]);
        }
    }

    [Fact]
    public void ArgMax_takes_what_is_no_number_for_the_greatest()
    {
        long[] y = new long[1];
        Reductions.ArgMax([1, float.NaN, 9, float.NaN], [4], 0, selectLastIndex: false, y);
        Assert.Equal(1, y[0]);
        Reductions.ArgMax([1, float.NaN, 9, float.NaN], [4], 0, selectLastIndex: true, y);
        Assert.Equal(3, y[0]);
    }
}
