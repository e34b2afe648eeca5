using System.ComponentModel;

namespace ConvGen.CompilerServices;

/// <summary>Which line of outputs a tile computes, where a kernel has two; a constant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITileLine
{
    /// <summary>0 or 1.</summary>
    static abstract int Index { get; }
}

/// <summary>The upper line, or the only one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FirstLine : ITileLine
{
    /// <inheritdoc/>
    public static int Index => 0;
}

/// <summary>The lower line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SecondLine : ITileLine
{
    /// <inheritdoc/>
    public static int Index => 1;
}
