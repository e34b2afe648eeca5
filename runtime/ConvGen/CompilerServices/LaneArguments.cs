namespace ConvGen.CompilerServices;

/// <summary>Transforms of rows whose lanes are patches, in blocks of two vectors: what the emitted ones are called with. Distances count elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct LaneArguments
{
    /// <summary>The row of inputs, or the products of the first channel.</summary>
    public ref Element Source;

    /// <summary>From the products of a point to those of the next.</summary>
    public nint SourceStep;

    /// <summary>From the products of a channel to those of the next.</summary>
    public nint SourceChannelStep;

    /// <summary>From the products of a phase to those of the next.</summary>
    public nint SourcePhaseStep;

    /// <summary>The first point of the inputs, or the row of outputs of the first channel.</summary>
    public ref Element Target;

    /// <summary>From a point of the inputs to the next.</summary>
    public nint TargetStep;

    /// <summary>From a block of transformed inputs to the next.</summary>
    public nint TargetBlockStep;

    /// <summary>From the outputs of a channel to those of the next.</summary>
    public nint TargetChannelStep;

    /// <summary>From the outputs of a phase to those of the next.</summary>
    public nint TargetPhaseStep;

    /// <summary>Blocks of patches.</summary>
    public int Blocks;

    /// <summary>Phases.</summary>
    public int Phases;

    /// <summary>Output channels.</summary>
    public int Channels;

    /// <summary>The bias of the first output channel.</summary>
    public ref Element Bias;

    /// <summary>A product of a channel and a phase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element Product(int channel, int phase, nint offset) =>
        ref Unsafe.Add(ref Source, (channel * SourceChannelStep) + (phase * SourcePhaseStep) + offset);

    /// <summary>An output of a channel and a phase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element Output(int channel, int phase, nint offset) =>
        ref Unsafe.Add(ref Target, (channel * TargetChannelStep) + (phase * TargetPhaseStep) + offset);
}
