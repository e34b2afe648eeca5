namespace ConvGen.Runtime.Tests;

[Collection(nameof(RunsAlone))]
public class ScratchPoolThreadsTests
{
    private const int Threads = 64;
    private const int Rounds = 200;
    private const int Bytes = 10_000;

    [Fact]
    public void Steady_state_of_many_threads_allocates_nothing()
    {
        var afterWarmUp = 0L;
        var shared = 0;
        var inUse = new HashSet<byte[]>(ReferenceEqualityComparer.Instance);
        using var together = new Barrier(Threads, barrier =>
        {
            // All hold a buffer after the first phase of a round, none after the second.
            if (barrier.CurrentPhaseNumber == 1)
            {
                afterWarmUp = ScratchPool.AllocatedBytes;
            }
        });

        Run(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                byte[] buffer = ScratchPool.Rent(Bytes);
                lock (inUse)
                {
                    shared += inUse.Add(buffer) ? 0 : 1;
                }

                together.SignalAndWait();
                lock (inUse)
                {
                    inUse.Remove(buffer);
                }

                ScratchPool.Return(buffer);
                together.SignalAndWait();
            }
        });

        Assert.Equal(0, shared);
        Assert.Equal(0, ScratchPool.AllocatedBytes - afterWarmUp);
    }

    [Fact]
    public void Buffers_are_never_shared_however_threads_interleave()
    {
        var spoilt = 0;
        Run(() =>
        {
            byte mark = (byte)Environment.CurrentManagedThreadId;
            for (int round = 0; round < Rounds; round++)
            {
                byte[] buffer = ScratchPool.Rent(Bytes);
                buffer.AsSpan().Fill(mark);
                Interlocked.Add(ref spoilt, buffer.AsSpan().ContainsAnyExcept(mark) ? 1 : 0);
                ScratchPool.Return(buffer);
            }
        });

        Assert.Equal(0, spoilt);
    }

    private static void Run(ThreadStart work)
    {
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(work))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }
}
