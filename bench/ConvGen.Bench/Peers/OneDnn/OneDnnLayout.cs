namespace ConvGen.Bench.Peers;

/// <summary>How source and destination of a primitive lie in memory.</summary>
internal enum OneDnnLayout
{
    /// <summary>As the fastest implementation likes it.</summary>
    Own,

    /// <summary>Channels last.</summary>
    Nhwc,

    /// <summary>Channels before pixels, as PyTorch's.</summary>
    Nchw,
}
