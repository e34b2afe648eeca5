using ConvGen.Fuzz.Models;
using ConvGen.Testing;

namespace ConvGen.Fuzz.Tests;

/// <summary>Small networks of every family of operators, before they are mutated.</summary>
public class SeedModelsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Warm_runs_allocate_nothing_whether_they_are_optimized_or_not(bool isOptimized)
    {
        using var folder = new TemporaryFolder();
        NetworkRequest[] requests = [.. SeedModels.All.Select(seed =>
        {
            string path = folder.File(seed.Name + ".onnx");
            File.WriteAllBytes(path, seed.File);
            return NetworkRequest.Read(path, []);
        })];

        IEnumerable<(string, long)> allocated = SeedModels.All.Zip(CompiledNetwork.Compile(requests, isOptimized), static (seed, load) => (seed.Name, Allocated(load())));

        Assert.Equal(SeedModels.All.Select(static seed => (seed.Name, 0L)), allocated);
    }

    private static long Allocated(CompiledNetwork network)
    {
        float[][] inputs = [.. network.Inputs.Select(static input => new float[input.Count])];
        Array[] outputs = network.NewOutputs();
        return AllocationMeter.LeastBytes(() => network.Run(inputs, outputs, threads: 1)).Thread;
    }
}
