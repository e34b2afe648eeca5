using ConvGen;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Upscale;

/// <summary>Enlarges pictures by one scale with one interpolation.</summary>
internal sealed class Upscaler
{
    // As planes of floats these are 1.6 GB.
    private const long MostPixels = 100_000_000;

    private readonly Interpolation _interpolation;
    private readonly int _scale;
    private readonly Layer _forward;
    private readonly PackedWeights _weights;

    public Upscaler(Interpolation interpolation, int scale)
    {
        (Packing pack, Layer forward) layer = (interpolation, scale) switch
        {
            (Interpolation.Bilinear, 2) => (BilinearLayers.By2.Pack, BilinearLayers.By2.Forward),
            (Interpolation.Bilinear, 3) => (BilinearLayers.By3.Pack, BilinearLayers.By3.Forward),
            (Interpolation.Bilinear, 4) => (BilinearLayers.By4.Pack, BilinearLayers.By4.Forward),
            (Interpolation.Bicubic, 2) => (BicubicLayers.By2.Pack, BicubicLayers.By2.Forward),
            (Interpolation.Bicubic, 3) => (BicubicLayers.By3.Pack, BicubicLayers.By3.Forward),
            (Interpolation.Bicubic, 4) => (BicubicLayers.By4.Pack, BicubicLayers.By4.Forward),
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, $"No layer for {interpolation} by this scale."),
        };
        float[] taps = InterpolationKernel.Taps(interpolation, scale);
        float[] weight = [.. Enumerable.Repeat(taps, Planes.Count).SelectMany(plane => plane)];
        (_interpolation, _scale, _forward) = (interpolation, scale, layer.forward);
        _weights = layer.pack(weight, [], Planes.Count, Planes.Count);
    }

    private delegate PackedWeights Packing(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels);

    private delegate void Layer(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    /// <summary>The scales that there are layers for.</summary>
    public static IReadOnlyList<int> Scales { get; } = [2, 3, 4];

    /// <summary>The enlarged picture.</summary>
    /// <exception cref="InvalidDataException">The result would be unreasonably large.</exception>
    public Image<Rgba32> Upscale(Image<Rgba32> picture)
    {
        (Planes input, Planes output) = Prepare(picture);
        Forward(input, output);
        return output.ToPicture();
    }

    /// <summary>The planes of a picture as the layer wants them, and planes for its result.</summary>
    /// <exception cref="InvalidDataException">The result would be unreasonably large.</exception>
    public (Planes Input, Planes Output) Prepare(Image<Rgba32> picture)
    {
        if ((long)picture.Height * picture.Width * _scale * _scale > MostPixels)
        {
            throw new InvalidDataException(
                $"{picture.Width} x {picture.Height} pixels are too many to enlarge {_scale} times; "
                + $"the result may have {MostPixels / 1_000_000} megapixels.");
        }

        return (Planes.FromPicture(picture, InterpolationKernel.Radius(_interpolation)),
            new Planes(picture.Height * _scale, picture.Width * _scale));
    }

    /// <summary>The transposed convolution alone.</summary>
    public void Forward(Planes input, Planes output) => _forward(input.View, _weights, output.View);
}
