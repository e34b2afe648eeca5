using ConvGen.Memory;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// Many callers at once, callers within callers, a pool without free threads, calls that fail midway: every call that is not hindered makes
/// the bits that it makes alone, none waits for ever, and none keeps memory.
/// </summary>
[Collection(nameof(RunsAlone))]
public class CallersTests
{
    private const int Callers = 64;
    private const int Rounds = 5;

    [Theory]
    [InlineData(ThreadedForm.Channels, 1)]
    [InlineData(ThreadedForm.Channels, 4)]
    [InlineData(ThreadedForm.Rows, 4)]
    [InlineData(ThreadedForm.Fast, 1)]
    [InlineData(ThreadedForm.Fast, 4)]
    public void Sixty_four_callers_share_a_class_and_its_weights(ThreadedForm form, int threads)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);
        using var together = new Barrier(Callers);
        int wrong = 0;

        Thread[] callers = [.. Enumerable.Range(0, Callers).Select(_ => new Thread(() =>
        {
            float[] output = call.Stale();
            for (int round = 0; round < Rounds; round++)
            {
                together.SignalAndWait();
                call.Forward(output, threads);
                Interlocked.Add(ref wrong, ThreadedCall.Bits(output).AsSpan().SequenceEqual(expected) ? 0 : 1);
                Array.Fill(output, float.NaN);
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());

        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Calls_within_a_parallel_loop_take_threads_of_the_same_pool(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);
        bool[] right = new bool[4 * Callers];

        Parallel.For(0, 4, outer => Parallel.For(0, Callers, inner =>
            right[(outer * Callers) + inner] = expected.AsSpan().SequenceEqual(call.Run(threads: inner % 2 == 0 ? -1 : 4))));

        Assert.All(right, Assert.True);
    }

    [Fact]
    public void Callers_with_weights_of_their_own_do_not_disturb_each_other()
    {
        ThreadedForm[] forms = Enum.GetValues<ThreadedForm>();
        int[][] expected = [.. forms.Select(form => new ThreadedCall(form).Run(threads: 1))];
        bool[] right = new bool[Callers];

        Parallel.For(0, Callers, i =>
            right[i] = new ThreadedCall(forms[i % forms.Length]).Run(threads: 3).AsSpan().SequenceEqual(expected[i % forms.Length]));

        Assert.All(right, Assert.True);
    }

    // Two workers at most, both asleep: the caller does all the work. Then both call, and there is nobody to help them.
    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public async Task Starved_pool_costs_no_progress(ThreadedForm form)
    {
        string expected = BitsProgram.Digest(new ThreadedCall(form).Run(threads: 1));

        Assert.Equal([expected, expected, expected], await BitsProgram.StarvedAsync(form));
    }

    [Fact]
    public async Task Processes_and_runs_make_the_same_bits()
    {
        string[] expected = BitsProgram.DigestsOfAllForms();

        Assert.Equal(expected, BitsProgram.DigestsOfAllForms());
        Assert.Equal(expected, await BitsProgram.AllFormsAsync(tiered: true));
        Assert.Equal(expected, await BitsProgram.AllFormsAsync(tiered: false));
    }

    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Scheduler_that_throws_between_ranges_leaves_nothing_behind(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);
        float[] output = call.Stale();
        int units = call.WorkUnits(output);
        (long allocated, long retained) = (ScratchPool.AllocatedBytes, ScratchPool.RetainedBytes);

        for (int end = 1; end < units; end++)
        {
            Assert.Throws<TimeoutException>(() => Schedule(until: end));
        }

        Schedule(until: units + 1);
        Assert.Equal((allocated, retained), (ScratchPool.AllocatedBytes, ScratchPool.RetainedBytes));
        Assert.Equal(expected, ThreadedCall.Bits(output));

        void Schedule(int until)
        {
            for (int unit = 0; unit < units; unit++)
            {
                if (unit == until)
                {
                    throw new TimeoutException();
                }

                call.ForwardRange(output, unit, unit + 1);
            }
        }
    }

    // More often than there are calls to reuse: one that failed is as free as others.
    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Failure_on_any_thread_reaches_the_caller(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);
        for (int round = 0; round < 2 * Callers; round++)
        {
            WatchedMemory.Current = new NoMemory();
            try
            {
                Assert.Throws<InsufficientMemoryException>(() => call.Run(threads: 3));
            }
            finally
            {
                WatchedMemory.Current = null;
            }
        }

        Assert.Equal(expected, call.Run(threads: 3));
    }

    // The caller waits in its first unit until a worker has failed in one of its own.
    [Theory]
    [InlineData(ThreadedForm.Channels)]
    [InlineData(ThreadedForm.Rows)]
    [InlineData(ThreadedForm.Fast)]
    public void Failure_of_a_worker_alone_reaches_the_caller(ThreadedForm form)
    {
        var call = new ThreadedCall(form);
        int[] expected = call.Run(threads: 1);
        using var memory = new MemoryOfTheCaller();
        WatchedMemory.Current = memory;
        try
        {
            Assert.Throws<InsufficientMemoryException>(() => call.Run(threads: 3));
        }
        finally
        {
            WatchedMemory.Current = null;
        }

        Assert.Equal(expected, call.Run(threads: 3));
    }

    private sealed class MemoryOfTheCaller : WatchedMemory, IDisposable
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

        private readonly int _caller = Environment.CurrentManagedThreadId;
        private readonly ManualResetEventSlim _workerFails = new();

        public override Span<byte> Scratch(int bytes)
        {
            if (Environment.CurrentManagedThreadId != _caller)
            {
                _workerFails.Set();
                throw new InsufficientMemoryException();
            }

            Assert.True(_workerFails.Wait(s_patience), "no worker took a unit");
            return GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        }

        public override Memory<float> Weights(int length) => throw new InsufficientMemoryException();

        public void Dispose() => _workerFails.Dispose();
    }

    private sealed class NoMemory : WatchedMemory
    {
        public override Span<byte> Scratch(int bytes) => throw new InsufficientMemoryException();

        public override Memory<float> Weights(int length) => throw new InsufficientMemoryException();
    }
}
