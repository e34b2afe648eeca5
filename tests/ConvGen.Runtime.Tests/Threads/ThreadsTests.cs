using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Calls on several threads, and by units: the same bits as on one, nothing allocated, bad arguments refused.</summary>
[Collection(nameof(RunsAlone))]
public class ThreadsTests
{
    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Threads_change_no_bit(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);

        foreach (int threads in (int[])[2, 3, 8, 1 << 30, int.MaxValue, -1])
        {
            Assert.Equal(expected, call.Run(threads));
        }
    }

    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Units_in_any_order_make_the_whole(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        float[] output = call.Stale();
        int units = call.WorkUnits(output);

        Assert.InRange(units, 2, 10_000);
        for (int unit = units - 1; unit >= 0; unit--)
        {
            call.ForwardRange(output, unit, unit + 1);
        }

        Assert.Equal(call.Run(threads: 1), ThreadedCall.Bits(output));
    }

    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Threads_allocate_nothing_once_warm(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        float[] output = call.Stale();
        Action forward = () => call.Forward(output, threads: 2);
        for (int i = 0; i < 50; i++)
        {
            forward();
        }

        // A worker that was never awake with the caller before takes its buffer late, once; what allocates per call does so in every round.
        (long Thread, long Process, long Pool) allocated = default;
        for (int round = 0; round < 5; round++)
        {
            long pool = ScratchPool.AllocatedBytes;
            (long thread, long process) = AllocationMeter.LeastBytes(forward);
            allocated = (thread, process, ScratchPool.AllocatedBytes - pool);
            if (allocated == default)
            {
                break;
            }
        }

        Assert.Equal(default, allocated);
    }

    // As many weights as make threads worth it, and nothing to multiply them with.
    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Fast)]
    public void Empty_batch_takes_no_thread(ThreadedForm form)
    {
        const int channels = 256;
        var layer = new ThreadedLayer(form, channels, channels, new float[channels * channels * 16], new float[channels]);

        layer.Forward(new([], 0, channels, 3, 3), new([], 0, channels, 6, 6), threads: 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Degree_that_is_none_is_refused(int degree)
    {
        var call = new ThreadedCall(ThreadedForm.Channels);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => call.Run(degree));

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
        var call = new ThreadedCall(ThreadedForm.Channels);
        float[] output = call.Stale();

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => call.ForwardRange(output, first, end));

        Assert.Equal(parameter, refused.ParamName);
        Assert.All(output, value => Assert.Equal(float.NaN, value));
    }

    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Scratch_stays_below_the_output_and_a_megabyte(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        float[] output = call.Stale();

        Assert.InRange(call.ScratchBytes(output), 1, (sizeof(float) * output.Length) + (1 << 20));
    }
}
