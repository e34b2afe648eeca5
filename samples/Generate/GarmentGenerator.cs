using ConvGen;
using ConvGen.Samples;

namespace Generate;

/// <summary>The decoder of a variational autoencoder: from 16 numbers and a class to a picture of a garment.</summary>
/// <param name="file">The checkpoint, by PyTorch's names.</param>
/// <param name="batch">The most pictures of a call.</param>
internal sealed class GarmentGenerator(WeightFile file, int batch)
{
    public const int Latents = 16;
    public const int Inputs = Latents + 10;
    public const int Side = 28;

    private readonly PackedWeights _to7 = Layers.To7.Pack(file["net.0.weight"], file["net.0.bias"], BatchNorm.From(file, "net.1"));
    private readonly PackedWeights _to14 = Layers.To14.Pack(file["net.3.weight"], file["net.3.bias"], BatchNorm.From(file, "net.4"));
    private readonly PackedWeights _to28 = Layers.To28.Pack(file["net.6.weight"], file["net.6.bias"], BatchNorm.From(file, "net.7"));
    private readonly PackedWeights _ink = Layers.Ink.Pack(file["net.9.weight"], file["net.9.bias"]);
    private readonly float[] _at7 = new float[batch * 128 * 7 * 7];
    private readonly float[] _at14 = new float[batch * 64 * 14 * 14];
    private readonly float[] _at28 = new float[batch * 32 * Side * Side];

    /// <summary>What the classes are, in their order.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle-boot"];

    /// <summary>What stands for a class and its latent numbers: those, then 1 for the class and 0 for the others.</summary>
    public static float[] Input(ReadOnlySpan<float> latents, int garment) =>
        [.. latents, .. Enumerable.Range(0, Classes.Count).Select(other => other == garment ? 1f : 0)];

    /// <summary>The pictures of inputs, one after the other: 1 is ink, 0 is background.</summary>
    public float[] Generate(IReadOnlyList<float[]> inputs)
    {
        float[] images = new float[inputs.Count * Side * Side];
        Forward(new([.. inputs.SelectMany(input => input)], inputs.Count, Inputs, 1, 1), new(images, inputs.Count, 1, Side, Side));
        return images;
    }

    /// <summary>What a call takes that makes the same pictures.</summary>
    public Measurement Measure(IReadOnlyList<float[]> inputs, int threads)
    {
        float[] flat = [.. inputs.SelectMany(input => input)];
        float[] images = new float[inputs.Count * Side * Side];
        return Measurement.Of(() => Forward(
            new(flat, inputs.Count, Inputs, 1, 1), new(images, inputs.Count, 1, Side, Side), threads));
    }

    /// <summary>Computes pictures, allocating nothing.</summary>
    /// <param name="input">(N, 26, 1, 1).</param>
    /// <param name="images">(N, 1, 28, 28).</param>
    /// <param name="threads">How many may compute.</param>
    public void Forward(ReadOnlyTensorView<float> input, TensorView<float> images, int threads = 1)
    {
        int n = input.Shape[0];
        var at7 = new TensorView<float>(_at7.AsSpan(0, n * 128 * 7 * 7), n, 128, 7, 7);
        var at14 = new TensorView<float>(_at14.AsSpan(0, n * 64 * 14 * 14), n, 64, 14, 14);
        var at28 = new TensorView<float>(_at28.AsSpan(0, n * 32 * Side * Side), n, 32, Side, Side);
        Layers.To7.Forward(input, _to7, at7, threads);
        Layers.To14.Forward(at7, _to14, at14, threads);
        Layers.To28.Forward(at14, _to28, at28, threads);
        Layers.Ink.Forward(at28, _ink, images, threads);
    }
}
