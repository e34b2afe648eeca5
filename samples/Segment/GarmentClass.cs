using SixLabors.ImageSharp.PixelFormats;

namespace Segment;

/// <summary>What a pixel may be of.</summary>
/// <param name="Name">In the words of Fashion-MNIST.</param>
/// <param name="Colour">What it is drawn in.</param>
internal sealed record GarmentClass(string Name, Rgb24 Colour)
{
    /// <summary>The classes in the order of the network's scores.</summary>
    public static IReadOnlyList<GarmentClass> All { get; } =
    [
        new("background", new(24, 24, 28)),
        new("T-shirt", new(230, 25, 75)),
        new("trouser", new(60, 180, 75)),
        new("pullover", new(255, 225, 25)),
        new("dress", new(0, 130, 200)),
        new("coat", new(245, 130, 48)),
        new("sandal", new(145, 30, 180)),
        new("shirt", new(70, 240, 240)),
        new("sneaker", new(240, 50, 230)),
        new("bag", new(210, 245, 60)),
        new("ankle boot", new(170, 110, 40)),
    ];

    public override string ToString() => $"#{Colour.R:X2}{Colour.G:X2}{Colour.B:X2}  {Name}";
}
