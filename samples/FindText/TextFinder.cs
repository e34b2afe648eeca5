using ConvGen;
using ConvGen.Samples;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace FindText;

/// <summary>Finds lines of text in pictures.</summary>
internal sealed class TextFinder
{
    private const int Side = 640;

    private readonly NetworkWeights _weights = TextDetector.LoadWeights();
    private readonly float[] _input = new float[3 * Side * Side];
    private readonly float[] _map = new float[Side * Side];

    /// <summary>How likely each pixel of the last picture's square is text: (1, 1, 640, 640).</summary>
    public ReadOnlySpan<float> Map => _map;

    /// <summary>The lines of a picture, from top to bottom.</summary>
    public IReadOnlyList<TextBox> Find(Image<Rgba32> picture)
    {
        float scale = Letterbox.Fill(picture, _input, Side);
        Run(threads: -1);
        return [.. TextMap.Boxes(_map, Side).Select(box => box.Scaled(1 / scale))];
    }

    /// <summary>What the network takes for the last picture.</summary>
    public Measurement Measure(int threads) => Measurement.Of(() => Run(threads));

    /// <summary>Computes the map of the last picture, allocating nothing.</summary>
    public void Run(int threads) =>
        TextDetector.Run(new(_input, [1, 3, Side, Side]), _weights, new(_map, [1, 1, Side, Side]), maxDegreeOfParallelism: threads);
}
