namespace ConvGen.Soak;

/// <summary>The ways to call a layer.</summary>
internal enum CallForm
{
    /// <summary>From packed weights, on the caller's thread.</summary>
    Packed,

    /// <summary>From weights in PyTorch's layout.</summary>
    Plain,

    /// <summary>From packed weights, on all processors.</summary>
    Threads,

    /// <summary>From packed weights, in two ranges of units.</summary>
    Units,
}
