using ConvGen.Geometry;

namespace ConvGen.Planning;

/// <summary>The fast form of a layer: one per axis.</summary>
internal sealed record WinogradShape(WinogradAxis Depth, WinogradAxis Height, WinogradAxis Width)
{
    /// <summary>Transformed inputs of a tile and channel.</summary>
    public int Points => Depth.Points * Height.Points * Width.Points;

    /// <summary>Products of a tile, input channel and output channel, over all phases.</summary>
    public long Products => (long)Depth.Products * Height.Products * Width.Products;

    /// <summary>Transformed weights of an input channel and output channel, over all phases.</summary>
    public long Weights => (long)Depth.Weights * Height.Weights * Width.Weights;

    /// <summary>The form with tiles of <paramref name="tile"/>; null where an axis has none, or where none would save anything.</summary>
    public static WinogradShape? Create(LayerGeometry geometry, int tile) =>
        WinogradAxis.Create(geometry.Depth, tile) is { } depth
        && WinogradAxis.Create(geometry.Height, tile) is { } height
        && WinogradAxis.Create(geometry.Width, tile) is { } width
        && Math.Max(depth.Taps, Math.Max(height.Taps, width.Taps)) > 1
            ? new WinogradShape(depth, height, width)
            : null;
}
