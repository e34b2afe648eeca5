using ConvGen.Testing;
using Generate;
using SixLabors.ImageSharp;

namespace ConvGen.Samples.Tests;

public class GenerateTests
{
    private const string Weights = "fashion_generator.safetensors";
    private const string Expected = "fashion_generator_expected.safetensors";
    private const int PyTorchsImages = 30;

    [Fact]
    public void Images_are_those_of_PyTorch()
    {
        using SafeTensors file = SampleFiles.Open(Weights), expected = SampleFiles.Open(Expected);

        Assert.InRange(PyTorchCheck.LargestDifference(new GarmentGenerator(file, PyTorchsImages), expected), 0, 1e-5f);
    }

    [Fact]
    public void Another_number_is_noticed()
    {
        using SafeTensors file = SampleFiles.Open(Weights), expected = SampleFiles.OpenDamaged(Expected);

        Assert.False(PyTorchCheck.LargestDifference(new GarmentGenerator(file, PyTorchsImages), expected) <= PyTorchCheck.Tolerance);
    }

    [Fact]
    public void Images_do_not_depend_on_the_batch_or_the_threads()
    {
        using SafeTensors file = SampleFiles.Open(Weights);
        var generator = new GarmentGenerator(file, batch: 3);
        float[][] inputs = [.. Enumerable.Range(0, 3).Select(garment => GarmentGenerator.Input(new float[GarmentGenerator.Latents], garment))];
        float[] together = generator.Generate(inputs);
        float[] threaded = new float[together.Length];
        generator.Forward(
            new([.. inputs.SelectMany(input => input)], 3, GarmentGenerator.Inputs, 1, 1),
            new(threaded, 3, 1, GarmentGenerator.Side, GarmentGenerator.Side),
            threads: 2);

        Assert.Equal(together, threaded);
        Assert.Equal(together, inputs.SelectMany(input => generator.Generate([input])));
    }

    [Fact]
    public void Forward_allocates_nothing()
    {
        using SafeTensors file = SampleFiles.Open(Weights);
        var generator = new GarmentGenerator(file, batch: 2);
        float[] input = new float[2 * GarmentGenerator.Inputs], images = new float[2 * GarmentGenerator.Side * GarmentGenerator.Side];

        // Made once: without optimisation, lists of constants allocate.
        int[] inputShape = [2, GarmentGenerator.Inputs, 1, 1], imagesShape = [2, 1, GarmentGenerator.Side, GarmentGenerator.Side];

        Assert.Equal(0, AllocationMeter.LeastBytes(() => generator.Forward(new(input, inputShape), new(images, imagesShape))).Thread);
    }

    [Fact]
    public async Task Program_draws_eighty_garments_and_a_walk()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleFiles.RunAsync(
            typeof(GarmentGenerator), "--class", "bag", "--seed", "5", "--out", folder.Location);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Largest difference from PyTorch's images: ", output, StringComparison.Ordinal);
        IImageInfo garments = Image.Identify(folder.File("garments.png")), walk = Image.Identify(folder.File("walk.png"));
        Assert.Equal((851, 681), (garments.Width, garments.Height));
        Assert.Equal((1021, 86), (walk.Width, walk.Height));
    }

    [Fact]
    public async Task Unknown_class_is_refused_with_those_there_are()
    {
        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(GarmentGenerator), "--class", "hat");

        Assert.Equal(1, exitCode);
        Assert.Contains("'ankle-boot'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_is_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");

        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(GarmentGenerator), "--out", folder.File("file"));

        Assert.Equal(1, exitCode);
        Assert.Matches($"^.*{folder.File("file")}.*\n$", output);
    }
}
