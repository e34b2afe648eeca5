namespace ConvGen.CompilerServices;

/// <summary>
/// Rows of inputs of a channel, and the lines of outputs that meet them: what a kernel of planes is called with. Distances count elements.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct PlaneArguments
{
    /// <summary>Weights of the kernel, in the order of its taps.</summary>
    public ref Element Weights;

    /// <summary>The first input that the first position meets.</summary>
    public ref Element Rows;

    /// <summary>From a row of inputs to the next.</summary>
    public nint RowStep;

    /// <summary>
    /// Where neighbouring positions are not neighbouring inputs, a row has those apart that positions meet first, then those after them and so on: from
    /// the ones to the next.
    /// </summary>
    public nint PartStep;

    /// <summary>Positions of the height.</summary>
    public int Positions;

    /// <summary>Vectors of positions of the width, the last one at <see cref="LastPosition"/>.</summary>
    public nint Vectors;

    /// <summary>Where the last vector begins: it ends where the line does, or goes to a strip.</summary>
    public nint LastPosition;

    /// <summary>It goes to a strip, as it reaches beyond the line.</summary>
    public bool EndsInStrip;

    /// <summary>Rows of inputs from a position to the next.</summary>
    internal nint RowsOfPosition;

    /// <summary>The first line of outputs of the first position.</summary>
    internal ref Element Lines;

    /// <summary>From a line to the next, and from a position's first line to that of the next.</summary>
    internal nint LineStep;

    internal nint PositionStep;

    /// <summary>Lines from the first one on that exist; others are written to <see cref="Spare"/>.</summary>
    internal int ExistingLines;

    internal ref Element Spare;

    /// <summary>The last vectors, per line.</summary>
    internal ref Element Strip;

    internal int StripStep;

    /// <summary>Lines of a position that the kernel makes, and of all phases.</summary>
    internal int LinesOfKernel;

    internal int Stride;

    /// <summary>The bias of the plane.</summary>
    public ref Element Bias;

    /// <summary>A row of inputs, counted from the first that a position meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element Row(int position, int row) => ref Unsafe.Add(ref Rows, ((position * RowsOfPosition) + row) * RowStep);

    /// <summary>A line of outputs of a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element Line(int position, int line) => ref (position * Stride) + line < ExistingLines
        ? ref Unsafe.Add(ref Lines, (position * PositionStep) + (line * LineStep))
        : ref Spare;

    /// <summary>Where in the strip the last vector of a line goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element End(int position, int line) =>
        ref Unsafe.Add(ref Strip, ((position * LinesOfKernel) + line) * StripStep);
}
