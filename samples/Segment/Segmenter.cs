using ConvGen;
using ConvGen.Samples;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Segment;

/// <summary>Tells of every pixel of a scene which garment it is of.</summary>
internal sealed class Segmenter
{
    public const int Side = 96;

    private readonly NetworkWeights _weights = GarmentNet.LoadWeights();
    private readonly float[] _input = new float[Side * Side];
    private readonly float[] _scores = new float[GarmentClass.All.Count * Side * Side];

    /// <summary>The scores of the last scene: (1, 11, 96, 96).</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>The class of each pixel, row by row: the one of the highest score.</summary>
    public int[] Classes(Image<L8> scene)
    {
        Read(scene);
        Run(threads: -1);
        return [.. Enumerable.Range(0, Side * Side).Select(pixel =>
            Enumerable.Range(0, GarmentClass.All.Count).MaxBy(garment => _scores[(garment * Side * Side) + pixel]))];
    }

    /// <summary>What the network takes for the last scene.</summary>
    public Measurement Measure(int threads) => Measurement.Of(() => Run(threads));

    private void Run(int threads) => GarmentNet.Run(
        new(_input, [1, 1, Side, Side]), _weights, new(_scores, [1, GarmentClass.All.Count, Side, Side]), maxDegreeOfParallelism: threads);

    // Grey values from 0 to 1.
    private void Read(Image<L8> scene)
    {
        byte[] grey = new byte[Side * Side];
        scene.CopyPixelDataTo(grey);
        for (int i = 0; i < grey.Length; i++)
        {
            _input[i] = grey[i] / 255f;
        }
    }
}
