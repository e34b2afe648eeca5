using System.ComponentModel;

namespace ConvGen.CompilerServices;

/// <summary>Which of the two lines of outputs of a square a tile computes; a constant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowLine
{
    /// <summary>0 or 1.</summary>
    static abstract int Index { get; }
}

/// <summary>The upper line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FirstLine : IRowLine
{
    /// <inheritdoc/>
    public static int Index => 0;
}

/// <summary>The lower line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SecondLine : IRowLine
{
    /// <inheritdoc/>
    public static int Index => 1;
}
