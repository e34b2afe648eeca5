namespace ConvGen.CompilerServices;

/// <summary>
/// Tiles of one phase that meet the same taps, one block of output channels and one panel of input channels:
/// what a kernel is called with. Distances count elements.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct KernelArguments
{
    /// <summary>First input channel: of the input box, or of the image where it is read in place.</summary>
    public ref Element Input;

    /// <summary>Packed weights of the phase: [input channel][tap][output channel of the block].</summary>
    public ref Element Weights;

    /// <summary>Bias of the output channels of the block, where outputs are stored and not sums.</summary>
    public ref Element Bias;

    /// <summary>Where the sums go.</summary>
    public ref Element Target;

    /// <summary>Per tile, the input windows of its outputs and their places in the strip.</summary>
    public ref int Offsets;

    /// <summary>At a border, the first of the taps that are met along the depth, and the end of them.</summary>
    public int FirstSlice;

    /// <summary>See <see cref="FirstSlice"/>.</summary>
    public int EndSlice;

    /// <summary>The same along the height.</summary>
    public int FirstRow;

    /// <summary>See <see cref="FirstRow"/>.</summary>
    public int EndRow;

    /// <summary>The same along the width.</summary>
    public int FirstColumn;

    /// <summary>See <see cref="FirstColumn"/>.</summary>
    public int EndColumn;

    /// <summary>From the weights of an input channel to those of the next, where taps are looped over.</summary>
    public nint WeightChannelStep;

    /// <summary>From the weights of a tap to those of the next, where taps are looped over.</summary>
    public nint WeightTapStep;

    /// <summary>From the weights of the first tap to those that the next call begins with.</summary>
    public nint Ahead;

    /// <summary>As a tile of phases begins, the lines of outputs of the tile this many later are fetched; none where negative.</summary>
    public int TilesAhead;

    /// <summary>Number of tiles.</summary>
    public int Tiles;

    /// <summary>Tiles of another size that used the same weights just before.</summary>
    public int TilesBefore;

    /// <summary>Input channels to add.</summary>
    public int Channels;

    /// <summary>The strip holds sums already, to which those of the call are added.</summary>
    public bool Continues;

    /// <summary>From an input channel to the next.</summary>
    public nint ChannelStep;

    /// <summary>From an input slice (depth) to the next.</summary>
    public nint SliceStep;

    /// <summary>From an input row to the next.</summary>
    public nint RowStep;

    /// <summary>From an input of a row to the next.</summary>
    public nint ColumnStep;

    /// <summary>From an output channel to the next, in strips that keep channels apart.</summary>
    public nint TargetChannelStep;

    /// <summary>From a line of outputs to the next, where a tile has two.</summary>
    public nint LineStep;

    /// <summary>From the outputs of a position to those of the next, in interleaved phases.</summary>
    public nint PositionStep;

    /// <summary>
    /// From the weights of a tap to the line of the next ones that a tile fetches while it uses these, 0 for none: of each tap the first
    /// tile fetches one line, the second the other one.
    /// </summary>
    internal readonly nint LineAhead(int index, int weightsPerTap)
    {
        int line = (TilesBefore + index) * CacheHint.LineElements;
        return line < weightsPerTap ? Ahead + line : 0;
    }
}
