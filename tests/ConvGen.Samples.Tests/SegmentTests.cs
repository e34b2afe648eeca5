using ConvGen.Testing;
using Segment;
using SixLabors.ImageSharp;

namespace ConvGen.Samples.Tests;

public class SegmentTests
{
    [Fact]
    public void Most_pixels_are_right_and_scores_are_those_of_double_precision()
    {
        using NumpyFile expected = NumpyFile.Open(SampleFiles.Of("garment_unet_expected.npz"));
        var check = new DoubleCheck(expected);
        var segmenter = new Segmenter();
        double right = 0;
        for (int i = 0; i < Scene.Count; i++)
        {
            Scene scene = Scene.Load(i);
            right += scene.Accuracy(segmenter.Classes(scene.Picture)) / Scene.Count;
            float[] damaged = segmenter.Scores.ToArray();
            damaged[i] += 1e-3f;

            Assert.InRange(check.LargestDifference(segmenter.Scores, i), 0, DoubleCheck.Tolerance);
            Assert.False(check.LargestDifference(damaged, i) <= DoubleCheck.Tolerance);
        }

        Assert.InRange(right, 0.969, 1);
    }

    [Fact]
    public async Task Program_draws_scenes_and_says_how_many_pixels_are_right()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(Segmenter), "--out", folder.Location);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Of all scenes: 97.0 %.", output, StringComparison.Ordinal);
        Assert.Contains("ankle boot", output, StringComparison.Ordinal);
        Assert.Equal(808, Image.Identify(folder.File("scenes.png")).Width);
    }
}
