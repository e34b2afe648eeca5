namespace ConvGen.CompilerServices;

/// <summary>Which line of outputs a tile computes, where a kernel has two; a constant.</summary>
internal interface ITileLine
{
    /// <summary>0 or 1.</summary>
    static abstract int Index { get; }
}

/// <summary>The upper line, or the only one.</summary>
internal readonly struct FirstLine : ITileLine
{
    /// <inheritdoc/>
    public static int Index => 0;
}

/// <summary>The lower line.</summary>
internal readonly struct SecondLine : ITileLine
{
    /// <inheritdoc/>
    public static int Index => 1;
}
