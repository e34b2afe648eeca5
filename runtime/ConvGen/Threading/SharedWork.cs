namespace ConvGen.Threading;

/// <summary>
/// Threads for the operators of a network, which have no parameter for them: as many as the network that runs on this thread may take, one
/// elsewhere.
/// </summary>
internal static unsafe class SharedWork
{
    // Below so many numbers, waking a thread costs more than it brings; one that is awake has the work in a microsecond.
    private const int LeastNumbersToWake = 128 * 1024;
    private const int LeastNumbersToShare = 8 * 1024;

    /// <summary>The most threads.</summary>
    [field: ThreadStatic]
    public static int Threads { get; set; }

    /// <summary>Does units of work, on several threads where that pays.</summary>
    /// <param name="work">Does the units from a first up to an end.</param>
    /// <param name="context">What it is given, on the caller's stack.</param>
    /// <param name="units">How many units there are.</param>
    /// <param name="numbers">How many numbers they make, or read where those are more.</param>
    public static void Run(delegate*<void*, int, int, void> work, void* context, int units, long numbers)
    {
        int threads = Threads;
        if (threads > 1 && numbers >= (ParallelCall.HasIdleWorker ? LeastNumbersToShare : LeastNumbersToWake))
        {
            // A share for each thread, as far as there are as many, in one turn: it meets the numbers that it made the step before.
            ParallelCall.Run(work, context, units, shares: threads, turn: (units / threads) + 1, threads);
        }
        else if (units > 0)
        {
            work(context, 0, units);
        }
    }
}
