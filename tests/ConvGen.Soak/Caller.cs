namespace ConvGen.Soak;

/// <summary>
/// A thread that calls every layer once, has the pool hold what calls at once may take, then calls layers in random order, and counts.
/// </summary>
internal sealed class Caller
{
    private readonly SoakLayer[] _layers;
    private readonly Random _random;
    private readonly Barrier _together;
    private readonly float[] _output;
    private readonly int _buffers;
    private readonly Thread _thread;
    private long _calls;
    private long _wrong;
    private long _allocated;
    private volatile bool _stopped;

    public Caller(SoakLayer[] layers, int seed, Barrier together)
    {
        (_layers, _random, _together) = (layers, new Random(seed), together);
        // Plain weights take a second buffer; workers of calls on several threads are shared by all callers.
        _buffers = (2 * together.ParticipantCount) + Environment.ProcessorCount;
        _output = new float[layers.Max(layer => layer.Elements)];
        _thread = new Thread(Work);
    }

    /// <summary>Calls so far.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Calls that made other bits than the first one.</summary>
    public long Wrong => Interlocked.Read(ref _wrong);

    /// <summary>Managed bytes that the thread has allocated in its calls.</summary>
    public long AllocatedBytes => Interlocked.Read(ref _allocated);

    public void Start() => _thread.Start();

    public void Stop()
    {
        _stopped = true;
        _thread.Join();
    }

    private void Work()
    {
        CallForm[] forms = Enum.GetValues<CallForm>();
        // Everything once: every size of scratch memory is in the pool then, and no later moment asks for more.
        foreach (SoakLayer layer in _layers)
        {
            foreach (CallForm form in forms)
            {
                _together.SignalAndWait();
                Call(layer, form);
            }
        }

        _together.SignalAndWait();
        ScratchPool.Reserve(_buffers);
        while (!_stopped)
        {
            Call(_layers[_random.Next(_layers.Length)], forms[_random.Next(forms.Length)]);
        }
    }

    private void Call(SoakLayer layer, CallForm form)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool right = layer.Call(form, _output);
        Interlocked.Add(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        Interlocked.Add(ref _wrong, right ? 0 : 1);
        Interlocked.Increment(ref _calls);
    }
}
