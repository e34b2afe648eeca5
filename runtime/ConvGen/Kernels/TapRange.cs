namespace ConvGen.Kernels;

/// <summary>The box of a phase's taps that an entry meets, and how far apart they are in input and weights.</summary>
internal readonly record struct TapRange(TapAxis Depth, TapAxis Height, TapAxis Width)
{
    /// <summary>Taps of the whole phase.</summary>
    public int PhaseTaps
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Depth.Count * Height.Count * Width.Count;
    }

    /// <summary>The number of the first tap within its phase.</summary>
    public int FirstTap => (((Depth.First * Height.Count) + Height.First) * Width.Count) + Width.First;

    /// <summary>No tap is met.</summary>
    public bool IsEmpty => Depth.IsEmpty || Height.IsEmpty || Width.IsEmpty;

    public bool IsSingle => Depth.IsSingle && Height.IsSingle && Width.IsSingle;

    public bool IsWhole => Depth.IsWhole && Height.IsWhole && Width.IsWhole;

    /// <summary>Whether both are the same taps of a phase. By numbers: comparers of records allocate where code is interpreted, in WebAssembly.</summary>
    public bool Matches(in TapRange other) =>
        (Depth.First, Depth.End, Height.First, Height.End, Width.First, Width.End)
        == (other.Depth.First, other.Depth.End, other.Height.First, other.Height.End, other.Width.First, other.Width.End);
}

/// <summary>
/// Taps <c>First &lt;= u &lt; End</c> of the <c>Count</c> of a phase along an axis, <c>Step</c> input elements of the axis apart.
/// </summary>
internal readonly record struct TapAxis(int First, int End, int Count, int Step)
{
    public bool IsEmpty => End <= First;

    public bool IsSingle => End - First == 1;

    public bool IsWhole => First == 0 && End == Count;
}
