using System;
using System.IO;
using ConvGen;
using ConvGen.CompilerServices;
using Generate;

/// <summary>Networks beside what PyTorch made of the same inputs, wherever a program runs: weights and outputs are within it, no file is read.</summary>
internal static class NetworkCases
{
    // A part of the largest output.
    private const float Tolerance = 3e-5f;

    private const int Images = 30;

    private delegate void Forward(ReadOnlyTensorView<float> input, TensorView<float> output);

    /// <summary>Computes all of them, a line each.</summary>
    /// <returns>How many are wrong, or allocate once they are warm.</returns>
    public static int Failed()
    {
        NetworkWeights fsrcnn = Models.Fsrcnn.LoadWeights();
        NetworkWeights upscaler = Models.Upscaler.LoadWeights();
        using SafeTensors checkpoint = SafeTensors.Open(Resource("fashion_generator.safetensors"));
        using SafeTensors images = SafeTensors.Open(Resource("fashion_generator_expected.safetensors"));
        var generator = new GarmentGenerator(checkpoint, Images);
        return Check("fsrcnn_x2", (input, output) => Models.Fsrcnn.Run(input, fsrcnn, output))
            + Check("sam_upscaler", (input, output) => Models.Upscaler.Run(input, upscaler, output))
            + Report(
                "generator",
                PyTorchCheck.LargestDifference(generator, images) / PyTorchCheck.Tolerance,
                Allocated(
                    (input, output) => generator.Forward(input, output),
                    new float[GarmentGenerator.Inputs],
                    [1, GarmentGenerator.Inputs, 1, 1],
                    new float[GarmentGenerator.Side * GarmentGenerator.Side],
                    [1, 1, GarmentGenerator.Side, GarmentGenerator.Side]));
    }

    private static int Check(string name, Forward forward)
    {
        using NumpyFile file = NumpyFile.Open(Resource(name + ".npz"));
        WeightTensor input = file["input"];
        WeightTensor expected = file["output0"];
        var output = new float[expected.AsSpan().Length];
        long allocated = Allocated(forward, input.AsSpan(), input.Shape, output, expected.Shape);
        (float difference, float largest) = (0, 0);
        for (int i = 0; i < output.Length; i++)
        {
            float value = expected.AsSpan()[i];
            difference = MathF.Max(difference, MathF.Abs(output[i] - value));
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        return Report(name, difference / largest / Tolerance, allocated);
    }

    // What a warm call allocates: in WebAssembly, more than the first still allocate.
    private static long Allocated(Forward forward, ReadOnlySpan<float> input, ReadOnlySpan<int> inputShape, Span<float> output, ReadOnlySpan<int> outputShape)
    {
        long least = long.MaxValue;
        for (int call = 0; call < 6; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            forward(new(input, inputShape), new(output, outputShape));
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static int Report(string name, float partOfTolerance, long allocated)
    {
        // Not a number is no success either.
        bool right = partOfTolerance <= 1;
        string result = right ? "PyTorch's" : $"off by {partOfTolerance} of what is accepted";
        Console.WriteLine($"{SimdSupport.Widest}, {name}: {result}, {allocated} bytes allocated");
        return right && allocated == 0 ? 0 : 1;
    }

    private static Stream Resource(string name) => typeof(NetworkCases).Assembly.GetManifestResourceStream(name)!;
}

[Network("fsrcnn_x2.onnx", Name = "Fsrcnn")]
[Network("sam_upscaler.onnx", Name = "Upscaler")]
internal static partial class Models;
