using ConvGen.Threading;

namespace ConvGen.Runtime.Tests.Threads;

/// <summary>Sharing of units among threads: each is done once, by no more threads than are asked for, and failures come back.</summary>
[Trait("Level", "Any")]
public sealed unsafe class ParallelCallTests
{
    private const int Repetitions = 300;

    [Theory]
    [InlineData(1, 1, 1, 4)]
    [InlineData(2, 2, 1, 2)]
    [InlineData(3, 2, 4, 2)]
    [InlineData(7, 1, 3, 3)]
    [InlineData(64, 5, 4, 5)]
    [InlineData(1000, 2, 3, 2)]
    [InlineData(1000, 1, 125, 2)]
    [InlineData(5, 100, 4, 100)]
    [InlineData(50, 7, 1, 2)]
    public void Every_unit_is_done_once(int units, int shares, int turn, int threads)
    {
        for (int i = 0; i < Repetitions; i++)
        {
            int[] counts = new int[units];
            fixed (int* context = counts)
            {
                ParallelCall.Run(&Count, context, units, shares, turn, threads);
            }

            Assert.All(counts, static count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void No_more_threads_work_than_are_asked_for()
    {
        // How many work, and the most at once.
        int* context = stackalloc int[2];
        for (int i = 0; i < Repetitions; i++)
        {
            (context[0], context[1]) = (0, 0);
            ParallelCall.Run(&Watch, context, units: 16, shares: 2, turn: 2, threads: 2);

            Assert.InRange(context[1], 1, 2);
        }
    }

    [Fact]
    public void Many_callers_at_once_are_served()
    {
        Parallel.For(0, 200, static _ =>
        {
            for (int i = 0; i < 20; i++)
            {
                int[] counts = new int[33];
                fixed (int* context = counts)
                {
                    ParallelCall.Run(&Count, context, counts.Length, shares: 3, turn: 4, threads: 3);
                }

                Assert.All(counts, static count => Assert.Equal(1, count));
            }
        });
    }

    [Fact]
    public void A_failure_comes_back_and_the_next_call_is_none_the_worse()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            Assert.Throws<InvalidOperationException>(static () => ParallelCall.Run(&Fail, null, units: 8, shares: 2, turn: 1, threads: 2));
        }

        Every_unit_is_done_once(units: 8, shares: 2, turn: 1, threads: 2);
    }

    private static void Count(void* context, int first, int end)
    {
        for (int unit = first; unit < end; unit++)
        {
            Interlocked.Increment(ref ((int*)context)[unit]);
        }
    }

    private static void Watch(void* context, int first, int end)
    {
        int* numbers = (int*)context;
        int working = Interlocked.Increment(ref numbers[0]);
        for (int most = Volatile.Read(ref numbers[1]); working > most; most = Volatile.Read(ref numbers[1]))
        {
            Interlocked.CompareExchange(ref numbers[1], working, most);
        }

        Thread.SpinWait(100);
        Interlocked.Decrement(ref numbers[0]);
    }

    private static void Fail(void* context, int first, int end) => throw new InvalidOperationException();
}
