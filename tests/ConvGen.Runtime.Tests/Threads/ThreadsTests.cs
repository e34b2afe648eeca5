using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Calls on several threads, and by units: the same bits as on one, nothing allocated, bad arguments refused.</summary>
[Collection(nameof(RunsAlone))]
public class ThreadsTests
{
    private const int Channels = 48;
    private const int Height = 23;
    private const int Width = 37;

    private static readonly int[] s_inputShape = [2, Channels, Height, Width];
    private static readonly int[] s_outputShape = [2, Channels, 2 * Height, 2 * Width];
    private static readonly float[] s_input = Numbers(1, 2 * Channels * Height * Width);
    private static readonly float[] s_weight = Numbers(2, Channels * Channels * 16);

    private delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int threads);

    private delegate void ForwardRange(
        ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int first, int end);

    private static ReadOnlyTensorView<float> Input => new(s_input, s_inputShape);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_change_no_bit(bool fast)
    {
        (PackedWeights weights, Forward forward, _) = Layer(fast);
        float[] expected = Run(forward, weights, threads: 1);

        foreach (int threads in (int[])[2, 3, 8, -1])
        {
            Assert.Equal(expected, Run(forward, weights, threads));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Units_in_any_order_make_the_whole(bool fast)
    {
        (PackedWeights weights, Forward forward, ForwardRange range) = Layer(fast);
        float[] expected = Run(forward, weights, threads: 1);
        float[] output = Stale();
        int units = fast
            ? Threaded.Fast.WorkUnits(Input, weights, new(output, s_outputShape))
            : Threaded.Direct.WorkUnits(Input, weights, new(output, s_outputShape));

        Assert.InRange(units, 2, 10_000);
        for (int unit = units - 1; unit >= 0; unit--)
        {
            range(Input, weights, new(output, s_outputShape), unit, unit + 1);
        }

        Assert.Equal(expected, output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Callers_at_once_do_not_disturb_each_other(bool fast)
    {
        (PackedWeights weights, Forward forward, _) = Layer(fast);
        float[] expected = Run(forward, weights, threads: 1);
        bool[] right = new bool[16];

        Parallel.For(0, right.Length, i => right[i] = expected.AsSpan().SequenceEqual(Run(forward, weights, threads: 4)));

        Assert.All(right, Assert.True);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_allocate_nothing_once_warm(bool fast)
    {
        (PackedWeights weights, Forward forward, _) = Layer(fast);
        float[] output = Stale();
        Action call = () => forward(Input, weights, new(output, s_outputShape), 2);
        for (int i = 0; i < 50; i++)
        {
            call();
        }

        // A worker that was never awake with the caller before takes its buffer late, once; what allocates per call does so in every round.
        (long Thread, long Process, long Pool) allocated = default;
        for (int round = 0; round < 5; round++)
        {
            long pool = ScratchPool.AllocatedBytes;
            (long thread, long process) = AllocationMeter.LeastBytes(call);
            allocated = (thread, process, ScratchPool.AllocatedBytes - pool);
            if (allocated == default)
            {
                break;
            }
        }

        Assert.Equal(default, allocated);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Degree_that_is_none_is_refused(int degree)
    {
        (PackedWeights weights, Forward forward, _) = Layer(fast: false);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Run(forward, weights, degree));

        Assert.Equal("maxDegreeOfParallelism", refused.ParamName);
        Assert.StartsWith(
            FormattableString.Invariant($"maxDegreeOfParallelism is {degree}; legal are counts from 1, and -1 for all processors."),
            refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, "first")]
    [InlineData(2, 1, "first")]
    [InlineData(0, 1_000_000, "end")]
    public void Range_outside_the_units_is_refused(int first, int end, string parameter)
    {
        (PackedWeights weights, _, ForwardRange range) = Layer(fast: false);
        float[] output = Stale();

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => range(Input, weights, new(output, s_outputShape), first, end));

        Assert.Equal(parameter, refused.ParamName);
        Assert.All(output, value => Assert.Equal(float.NaN, value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scratch_stays_below_the_output_and_a_megabyte(bool fast)
    {
        (PackedWeights weights, _, _) = Layer(fast);
        float[] output = Stale();
        long bytes = fast
            ? Threaded.Fast.ScratchBytes(Input, weights, new(output, s_outputShape))
            : Threaded.Direct.ScratchBytes(Input, weights, new(output, s_outputShape));

        Assert.InRange(bytes, 1, (sizeof(float) * output.Length) + (1 << 20));
    }

    private static (PackedWeights Weights, Forward Forward, ForwardRange Range) Layer(bool fast) => fast
        ? (Threaded.Fast.Pack(s_weight, [], Channels, Channels), Threaded.Fast.Forward, Threaded.Fast.ForwardRange)
        : (Threaded.Direct.Pack(s_weight, [], Channels, Channels), Threaded.Direct.Forward, Threaded.Direct.ForwardRange);

    private static float[] Run(Forward forward, PackedWeights weights, int threads)
    {
        float[] output = Stale();
        forward(Input, weights, new(output, s_outputShape), threads);
        return output;
    }

    private static float[] Stale()
    {
        var output = new float[s_outputShape.Aggregate(1, (product, length) => product * length)];
        Array.Fill(output, float.NaN);
        return output;
    }

    private static float[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
