namespace ConvGen.CompilerServices;

/// <summary>The parameters of a configuration, one number per axis, depth before height before width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct LayerParameters
{
    /// <summary>Kernel sizes.</summary>
    public required ReadOnlySpan<int> Kernel { get; init; }

    /// <summary>Strides.</summary>
    public required ReadOnlySpan<int> Stride { get; init; }

    /// <summary>Paddings.</summary>
    public required ReadOnlySpan<int> Padding { get; init; }

    /// <summary>Output paddings, of transposed convolutions.</summary>
    public ReadOnlySpan<int> OutputPadding { get; init; }

    /// <summary>Paddings at the ends, or empty where they are those at the beginnings.</summary>
    public ReadOnlySpan<int> PaddingEnd { get; init; }

    /// <summary>Dilations.</summary>
    public required ReadOnlySpan<int> Dilation { get; init; }

    /// <summary>Groups.</summary>
    public required int Groups { get; init; }

    /// <summary>The only legal input channels, or 0.</summary>
    public int InChannels { get; init; }

    /// <summary>The only legal output channels, or 0.</summary>
    public int OutChannels { get; init; }

    /// <summary>The only legal input size, or empty.</summary>
    public ReadOnlySpan<int> InputSize { get; init; }

    /// <summary>The layer adds a tensor of its output's shape.</summary>
    public bool TakesResidual { get; init; }

    /// <summary>The activation has a parameter per output channel.</summary>
    public bool TakesChannelParameters { get; init; }

    /// <summary>The requested form.</summary>
    public Algorithm Algorithm { get; init; }
}
