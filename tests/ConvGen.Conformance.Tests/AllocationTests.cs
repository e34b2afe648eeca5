using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

[Collection(nameof(RunsAlone))]
public class AllocationTests(AllocationTests.GoldenLayers layers) : IClassFixture<AllocationTests.GoldenLayers>
{
    public static TheoryData<string> Names => GoldenFolder.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Steady_state_allocates_nothing(string name)
    {
        (LayerCase shape, float[] x, float[] w, float[] b, float[] y) =
            GoldenCase.Load(GoldenFolder.Location, layers[name, Algorithm.Auto].Layer);
        (int[] inputShape, int[] outputShape) = (shape.InputShape, shape.OutputShape);
        foreach (Algorithm algorithm in Enum.GetValues<Algorithm>())
        {
            CompiledLayer layer = layers[name, algorithm];
            PackedWeights packed = layer.Pack(w, b);
            PackedWeights sized = layer.PackForSize(w, b);
            Action steps = () =>
            {
                layer.Forward(new(x, inputShape), packed, new(y, outputShape));
                layer.Forward(new(x, inputShape), sized, new(y, outputShape));
                layer.Forward(new(x, inputShape), w, b, new(y, outputShape));
            };
            steps();
            long pooled = ScratchPool.AllocatedBytes;

            (long thread, long process) = AllocationMeter.LeastBytes(steps);

            Assert.Equal((algorithm, 0, 0, 0), (algorithm, thread, process, ScratchPool.AllocatedBytes - pooled));
        }
    }

    [Fact]
    public void Meter_sees_an_array()
    {
        (long thread, long process) = AllocationMeter.LeastBytes(() => GC.KeepAlive(new byte[1000]));

        Assert.InRange(thread, 1000, 1100);
        Assert.InRange(process, 1000, long.MaxValue);
    }

    /// <summary>The shipped cases in every form, or the one that is taken where that does not apply.</summary>
    public sealed class GoldenLayers
    {
        private readonly Dictionary<(string Name, Algorithm Algorithm), CompiledLayer> _layers = CompiledLayer
            .Compile([.. Enum.GetValues<Algorithm>().SelectMany(form => GoldenFolder.Layers.Select(layer => new LayerRequest(layer, form)))])
            .ToDictionary(layer => (layer.Layer.Name, layer.Request.Algorithm));

        public CompiledLayer this[string name, Algorithm algorithm] => _layers[(name, algorithm)];
    }
}

/// <summary>Tests that must not run beside others.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;
