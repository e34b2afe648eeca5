using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ConvGen.Threading;

/// <summary>
/// Shares units of work between the caller's thread and workers of the thread pool. The caller never waits for a worker to start, so a starved
/// pool costs speed, not progress. Workers linger for a moment, so that the next step of a network has them at once. Calls are reused: steady
/// state allocates nothing.
/// </summary>
internal sealed unsafe class ParallelCall : IThreadPoolWorkItem
{
    // As many as there are at once: a call that workers of a starved pool have yet to look at is not free. Beyond, callers work alone.
    private const int Calls = 64;

    // Some times of what waking a worker takes.
    private const double LingerMicroseconds = 50;

    // Between two looks at the clock and for a call, while a worker lingers.
    private const int SpinsPerLook = 8;

    // Counters apart from each other, by what caches move at a time.
    private const int CounterPitch = 16;

    // More threads than shares take their first units from the same ones.
    private const int MostShares = 16;

    // Each has a place of its own here, empty while it is in use.
    private static readonly ParallelCall?[] s_free = [.. Enumerable.Range(0, Calls).Select(static place => new ParallelCall(place))];

    // Workers that linger. Callers at the same time may count on the same ones, and the last offer hides those before: that costs speed alone.
    private static int s_idle;
    private static ParallelCall? s_offered;

    private readonly int _place;
    // Of every share, the first unit that nobody took; all threads pass the last by up to a turn.
    private readonly long[] _next = new long[MostShares * CounterPitch];
    private delegate*<void*, int, int, void> _work;
    private void* _context;
    private int _units;
    private int _shares;
    private int _turn;
    private int _arrived;
    private int _active;
    private int _owners;
    // Those of the owners that are yet to come from workers that linger.
    private int _seats;
    private ExceptionDispatchInfo? _failure;

    private ParallelCall(int place) => _place = place;

    /// <summary>Whether a worker lingers, so that little work is worth sharing.</summary>
    public static bool HasIdleWorker => Volatile.Read(ref s_idle) > 0;

    /// <summary>Does units of work on up to so many threads, and returns when all are done.</summary>
    /// <param name="work">Does the units from a first up to an end.</param>
    /// <param name="context">What it is given, on the caller's stack.</param>
    /// <param name="units">How many units there are.</param>
    /// <param name="shares">Into how many shares they fall: every thread begins with another, as far as there are as many.</param>
    /// <param name="turn">Units that a thread takes at a time: several turns even out what else runs on the machine.</param>
    /// <param name="threads">The most threads.</param>
    public static void Run(delegate*<void*, int, int, void> work, void* context, int units, int shares, int turn, int threads)
    {
        if (units <= 1 || threads <= 1 || Rent() is not { } call)
        {
            work(context, 0, units);
            return;
        }

        threads = Math.Min(threads, units);
        call.Begin(work, context, units, Math.Min(shares, Math.Min(threads, MostShares)), turn, threads);
        call.Work(share: 0, isCaller: true);

        // Who has no seat by now finds no unit.
        for (int free = Interlocked.Exchange(ref call._seats, 0); free > 0; free--)
        {
            call.Release();
        }

        // Every unit is taken; workers that have one finish it before the memory may go.
        var wait = default(SpinWait);
        while (Volatile.Read(ref call._active) > 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        ExceptionDispatchInfo? failure = call._failure;
        call.Release();
        failure?.Throw();
    }

    void IThreadPoolWorkItem.Execute()
    {
        Join();

        // Not where the caller needs the only processor, nor while others wait for the pool's threads.
        while (Environment.ProcessorCount > 1 && ThreadPool.PendingWorkItemCount == 0 && NextCall() is { } next)
        {
            next.Join();
        }
    }

    private static ParallelCall? Rent()
    {
        for (int i = 0; i < s_free.Length; i++)
        {
            if (Volatile.Read(ref s_free[i]) is not null && Interlocked.Exchange(ref s_free[i], null) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    // What a worker that lingers finds to do; null where nothing came in time.
    private static ParallelCall? NextCall()
    {
        Interlocked.Increment(ref s_idle);
        long begin = Stopwatch.GetTimestamp();
        ParallelCall? next = null;
        while (next is null && Stopwatch.GetElapsedTime(begin).TotalMicroseconds < LingerMicroseconds)
        {
            Thread.SpinWait(SpinsPerLook);
            next = Volatile.Read(ref s_offered) is { } offered && offered.TakeSeat() ? offered : null;
        }

        Interlocked.Decrement(ref s_idle);
        return next;
    }

    private void Begin(delegate*<void*, int, int, void> work, void* context, int units, int shares, int turn, int threads)
    {
        _work = work;
        _context = context;
        (_units, _shares, _turn, _arrived, _failure) = (units, shares, turn, 0, null);
        for (int share = 0; share < shares; share++)
        {
            _next[share * CounterPitch] = FirstOf(share);
        }

        int workers = threads - 1, seats = Math.Min(workers, Volatile.Read(ref s_idle));
        Volatile.Write(ref _owners, threads);
        Volatile.Write(ref _seats, seats);
        Volatile.Write(ref s_offered, this);
        Wake(workers - seats);
    }

    // The other owners come from the pool.
    private void Wake(int workers)
    {
        try
        {
            for (int i = 0; i < workers; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
        catch (OutOfMemoryException)
        {
            // Nobody knows whether the last of them comes: the call stays in use for ever, and its caller goes on alone.
        }
    }

    private void Join()
    {
        Work(Interlocked.Increment(ref _arrived) % _shares, isCaller: false);
        Release();
    }

    private bool TakeSeat()
    {
        int seats = Volatile.Read(ref _seats);
        while (seats > 0)
        {
            int found = Interlocked.CompareExchange(ref _seats, seats - 1, seats);
            if (found == seats)
            {
                return true;
            }

            seats = found;
        }

        return false;
    }

    // A worker that starts after the caller has gone still owns the call, finds no unit, and lets go.
    private void Release()
    {
        if (Interlocked.Decrement(ref _owners) == 0)
        {
            Volatile.Write(ref s_free[_place], this);
        }
    }

    // A thread's first share is likely to have its inputs in the thread's caches. Then what is left of the others.
    private void Work(int share, bool isCaller)
    {
        Interlocked.Increment(ref _active);
        try
        {
            for (int i = 0; i < _shares; i++, share = share + 1 == _shares ? 0 : share + 1)
            {
                int end = FirstOf(share + 1);
                ref long next = ref _next[share * CounterPitch];
                for (long unit = Take(ref next); unit < end; unit = Take(ref next))
                {
                    _work(_context, (int)unit, (int)Math.Min(unit + _turn, end));
                    if (isCaller && Volatile.Read(ref _seats) > 0)
                    {
                        // Whoever lingered has gone, or works for another.
                        Wake(Interlocked.Exchange(ref _seats, 0));
                    }
                }
            }
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
            for (int i = 0; i < _shares; i++)
            {
                Volatile.Write(ref _next[i * CounterPitch], _units);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    private long Take(ref long next) => Interlocked.Add(ref next, _turn) - _turn;

    private int FirstOf(int share) => (int)((long)_units * share / _shares);
}
