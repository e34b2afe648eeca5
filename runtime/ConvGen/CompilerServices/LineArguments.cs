namespace ConvGen.CompilerServices;

/// <summary>
/// Two rows of repeated inputs of a channel, and the lines of outputs, a phase of the height each, that meet them: what a kernel of lines is
/// called with.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct LineArguments
{
    /// <summary>The row of inputs above, at the first output of a line; what comes before belongs to the input before.</summary>
    public ref Element Above;

    /// <summary>The row of inputs, at the first output of a line.</summary>
    public ref Element At;

    /// <summary>Of every line, a vector for the input before and one for the input, of the row above and of the row.</summary>
    public ref Element Weights;

    /// <summary>Lines.</summary>
    public int Lines;

    /// <summary>Outputs of a line.</summary>
    public nint Width;

    /// <summary>The first line of outputs.</summary>
    internal ref Element Outputs;

    /// <summary>How far ahead outputs are fetched: the processor does not foresee what begins in another page.</summary>
    public nint Ahead;

    /// <summary>The bias of the plane.</summary>
    public ref Element Bias;

    /// <summary>A line of outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Element Line(int line) => ref Unsafe.Add(ref Outputs, line * Width);

    /// <summary>Fetches outputs that come later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(ref Element line, nint output) => CacheHint.Near(ref line, output);

    /// <summary>Writes one of the last vectors of a line: what of it exists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void WriteEnd<TSimd, TVector>(TVector sum, TVector bias, ref Element line, nint output)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => InterleavedStore.Last(
        AddBias.Apply<TSimd, TVector>(sum, bias), ref line, output, Width - output, TSimd.Lanes);
}
