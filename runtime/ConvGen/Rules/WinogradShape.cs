namespace ConvGen.Rules;

/// <summary>The fast form of a layer: one per axis.</summary>
/// <param name="Depth">The form of the depth.</param>
/// <param name="Height">The form of the height.</param>
/// <param name="Width">The form of the width.</param>
/// <param name="IsStrassen">Its products of matrices are made by Strassen's scheme.</param>
internal sealed record WinogradShape(WinogradAxis Depth, WinogradAxis Height, WinogradAxis Width, bool IsStrassen)
{
    /// <summary>Products of Strassen's scheme, for so many of the definition.</summary>
    public const int SchemeProducts = 7;

    /// <summary>Products of halves by the definition.</summary>
    public const int PlainProducts = 8;

    /// <summary>Transformed inputs of a patch and channel.</summary>
    public int Points => Depth.Points * Height.Points * Width.Points;

    /// <summary>Products of a patch, input channel and output channel, over all phases.</summary>
    public long Products => Depth.Products * Height.Products * Width.Products;

    /// <summary>Transformed weights of an input channel and output channel, over all phases.</summary>
    public long Weights => Depth.Weights * Height.Weights * Width.Weights;

    /// <summary>Outputs of a patch, all phases.</summary>
    public double Outputs => (double)Windows * Depth.Axis.Stride * Height.Axis.Stride * Width.Axis.Stride;

    /// <summary>Windows of a patch.</summary>
    public long Windows => (long)Depth.Patch * Height.Patch * Width.Patch;

    /// <summary>Some axis is transformed: its kernel is longer than its stride.</summary>
    public bool Transforms => Math.Max(Depth.Taps, Math.Max(Height.Taps, Width.Taps)) > 1;

    /// <summary>Some axis takes F(4, 3), whose transforms multiply.</summary>
    public bool HasFours => Math.Max(Depth.Patch, Math.Max(Height.Patch, Width.Patch)) == 4;

    /// <summary>
    /// The shape of a fast form; null where an axis has none, or where none would save anything. On top of three transformed axes, Strassen's
    /// scheme errs more than twice as much as a direct form, and F(4, 3) takes eight times the weights.
    /// </summary>
    public static WinogradShape? Create(LayerGeometry geometry, Algorithm algorithm)
    {
        int patch = algorithm switch { Algorithm.Winograd2 => 2, Algorithm.Winograd4 => 4, _ => 3 };
        return WinogradAxis.Create(geometry.Depth, patch) is { } depth
            && WinogradAxis.Create(geometry.Height, patch) is { } height
            && WinogradAxis.Create(geometry.Width, patch) is { } width
            && new WinogradShape(depth, height, width, algorithm == Algorithm.Strassen) is var shape
            && shape.Suits(algorithm)
                ? shape
                : null;
    }

    private bool Suits(Algorithm algorithm)
    {
        int least = Math.Min(Depth.Taps, Math.Min(Height.Taps, Width.Taps));
        return algorithm switch
        {
            Algorithm.Strassen => least == 1,
            Algorithm.Winograd4 => least == 1 && HasFours,
            _ => Transforms,
        };
    }
}
