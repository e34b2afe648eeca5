using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>A call of a network: its checks, before anything is written, its weights, and the memory between its steps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NetworkRun
{
    private readonly NetworkWeights _weights;

    /// <summary>Checks weights and degree.</summary>
    public NetworkRun(NetworkDefinition network, NetworkWeights weights, int maxDegreeOfParallelism)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        Threads = Degree.Threads(maxDegreeOfParallelism);
        if (weights.Network != network)
        {
            throw new ArgumentException($"The weights are those of {weights.Network.File}; legal are those that LoadWeights of this class made.", nameof(weights));
        }

        _weights = weights;
    }

    /// <summary>Threads that steps may take.</summary>
    public int Threads { get; }

    /// <summary>The elements of an input.</summary>
    public static ReadOnlySpan<T> Input<T>(ReadOnlyTensorView<T> view, ReadOnlySpan<int> shape, string parameter)
    {
        Check(view.Shape, view.Gap, shape, parameter);
        return view.Elements;
    }

    /// <summary>The elements of an output.</summary>
    public static Span<T> Output<T>(TensorView<T> view, ReadOnlySpan<int> shape, string parameter)
    {
        Check(view.Shape, view.Gap, shape, parameter);
        return view.Elements;
    }

    /// <summary>An output must overlap nothing.</summary>
    public static void Apart<TOutput, TOther>(Span<TOutput> output, string parameter, ReadOnlySpan<TOther> other, string otherParameter)
        where TOutput : unmanaged
        where TOther : unmanaged
    {
        // Bytes, which may be more than a span of them has.
        nint apart = Unsafe.ByteOffset(
            ref Unsafe.As<TOutput, byte>(ref MemoryMarshal.GetReference(output)), ref Unsafe.As<TOther, byte>(ref MemoryMarshal.GetReference(other)));
        if (!output.IsEmpty && !other.IsEmpty
            && ((nuint)apart < (nuint)output.Length * (nuint)Unsafe.SizeOf<TOutput>() || (nuint)(-apart) < (nuint)other.Length * (nuint)Unsafe.SizeOf<TOther>()))
        {
            throw new ArgumentException($"{parameter} overlaps {otherParameter} in memory; it must lie apart.", parameter);
        }
    }

    /// <summary>The memory between steps, and the threads of this call, until it is given back.</summary>
    /// <param name="length">Its elements.</param>
    public NetworkMemory Begin(int length) => new(length, Threads);

    /// <summary>The weights of a layer.</summary>
    public PackedWeights Layer(int index) => _weights.Layer(index);

    /// <summary>A tensor that steps read.</summary>
    public ReadOnlySpan<Element> Tensor(int index) => _weights.Tensor(index);

    private static void Check(ReadOnlySpan<int> given, int gap, ReadOnlySpan<int> shape, string parameter)
    {
        if (!given.SequenceEqual(shape))
        {
            throw new ArgumentException($"The shape of {parameter} is {TensorShape.Format(given)}; legal is {TensorShape.Format(shape)}.", parameter);
        }

        // A single piece has nothing beside it.
        if (gap != 0 && given[0] != 1)
        {
            throw new ArgumentException($"{parameter} is a part of a tensor with elements between its pieces; networks take whole ones.", parameter);
        }
    }
}

/// <summary>Memory that a call of a network has from the pool while it runs, and threads for its operators.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct NetworkMemory
{
    private Scratch _scratch;

    internal NetworkMemory(int length, int threads)
    {
        _scratch = new Scratch(Scratch.BytesFor<Element>(length));
        Elements = _scratch.Take<Element>(length);
        SharedWork.Threads = threads;
    }

    /// <summary>Its elements, whatever a call before left in them.</summary>
    public Span<Element> Elements { get; }

    /// <summary>Gives it back.</summary>
    public readonly void Dispose()
    {
        SharedWork.Threads = 1;
        _scratch.Dispose();
    }
}
