using System.Runtime.ExceptionServices;

namespace ConvGen.Threading;

/// <summary>
/// Shares the units of a call between its own thread and workers of the thread pool. The caller never waits for a worker to start,
/// so a starved pool costs speed, not progress. Calls are reused: steady state allocates nothing.
/// </summary>
internal sealed class ParallelCall : IThreadPoolWorkItem
{
    // As many as there are at once: a call that workers of a starved pool have yet to look at is not free. Beyond, callers work alone.
    private const int Calls = 64;

    // Each has a place of its own here, empty while it is in use.
    private static readonly ParallelCall?[] s_free = [.. Enumerable.Range(0, Calls).Select(static place => new ParallelCall(place))];

    private const int TurnsPerThread = 4;

    private readonly int _place;
    private PackedWeights? _weights;
    private LayerShape _shape;
    private nint _input;
    private nint _residual;
    private nint _output;
    private int _inputLength;
    private int _residualLength;
    private int _outputLength;
    private int _units;
    private int _batch;
    // The first unit that nobody took; every thread passes the last by up to a batch.
    private long _next;
    private int _active;
    private int _owners;
    private ExceptionDispatchInfo? _failure;

    private ParallelCall(int place) => _place = place;

    /// <summary>Runs all <paramref name="units"/>, two or more, of a packed call on up to <paramref name="threads"/> threads.</summary>
    public static unsafe void Run(in LayerCall call, PackedWeights weights, int units, int threads)
    {
        if (Rent() is not { } shared)
        {
            call.Run(0, units);
            return;
        }

        fixed (Element* input = call.Input, residual = call.Residual, output = call.Output)
        {
            shared._weights = weights;
            shared._shape = call.Shape;
            (shared._input, shared._inputLength) = ((nint)input, call.Input.Length);
            (shared._residual, shared._residualLength) = ((nint)residual, call.Residual.Length);
            (shared._output, shared._outputLength) = ((nint)output, call.Output.Length);
            shared._units = units;
            shared._failure = null;
            int workers = Math.Min(threads, units) - 1;
            // Neighbouring units share inputs; several turns a thread even out what else runs on the machine.
            shared._batch = Math.Max(1, units / TurnsPerThread / (workers + 1));
            Volatile.Write(ref shared._next, 0);
            Volatile.Write(ref shared._owners, workers + 1);
            for (int i = 0; i < workers; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(shared, preferLocal: false);
            }

            shared.Work();

            // Every unit is taken; workers that have one finish it before the memory may go.
            var wait = default(SpinWait);
            while (Volatile.Read(ref shared._active) > 0)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }

        ExceptionDispatchInfo? failure = shared._failure;
        shared.Release();
        failure?.Throw();
    }

    void IThreadPoolWorkItem.Execute()
    {
        Work();
        Release();
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

    // A worker that starts after the caller has gone still owns the call, finds no unit, and lets go.
    private void Release()
    {
        if (Interlocked.Decrement(ref _owners) > 0)
        {
            return;
        }

        _weights = null;
        Volatile.Write(ref s_free[_place], this);
    }

    private void Work()
    {
        Interlocked.Increment(ref _active);
        try
        {
            for (long unit = Take(); unit < _units; unit = Take())
            {
                RunUnits((int)unit, (int)Math.Min(unit + _batch, _units));
            }
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
            Volatile.Write(ref _next, _units);
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    private long Take() => Interlocked.Add(ref _next, _batch) - _batch;

    private unsafe void RunUnits(int first, int end)
    {
        LayerCall call = _weights!.Call(
            _shape,
            new ReadOnlySpan<Element>((void*)_input, _inputLength),
            new ReadOnlySpan<Element>((void*)_residual, _residualLength),
            new Span<Element>((void*)_output, _outputLength));
        call.Run(first, end);
    }
}
