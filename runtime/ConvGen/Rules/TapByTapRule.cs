namespace ConvGen.Rules;

/// <summary>
/// Whether images of a size are computed tap by tap where lanes are channels: so small that, phase by phase, most outputs would miss taps.
/// </summary>
internal static class TapByTapRule
{
    // What must be saved of the products with a margin: kernels of phases have their taps unrolled.
    private const double LeastSaving = 0.01;

    // What loading and storing the sums of a tile takes, in products per pixel.
    private const double SumsProducts = 16;

    /// <summary>Whether it holds for inputs of a size; lengths of axes that the layer has not got are 1.</summary>
    public static bool Holds(LayerGeometry geometry, int inPerGroup, int depth, int height, int width) =>
        Holds(geometry, inPerGroup, geometry.WholeProducts(depth, height, width), geometry.Products(depth, height, width));

    /// <summary>Whether it holds for so many products, had all outputs all taps, and so many inside the image.</summary>
    // The last tile of a tap is half a pixel too large on average.
    public static bool Holds(LayerGeometry geometry, int inPerGroup, double whole, double inside) =>
        geometry.MostTaps > 1 && (inside + (geometry.KernelVolume * 0.5)) * (1 + (SumsProducts / inPerGroup)) < (1 - LeastSaving) * whole;
}
