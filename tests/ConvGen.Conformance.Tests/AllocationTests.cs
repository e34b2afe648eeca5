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
        CompiledLayer layer = layers[name];
        (_, float[] x, float[] w, float[] b, float[] y) = GoldenCase.Load(GoldenFolder.Location, layer.Layer);
        (int[] inputShape, int[] outputShape) = (layer.Layer.InputShape, layer.Layer.OutputShape);
        PackedWeights packed = layer.Pack(w, b);
        Action steps = () =>
        {
            layer.Forward(new(x, inputShape), packed, new(y, outputShape));
            layer.Forward(new(x, inputShape), w, b, new(y, outputShape));
        };
        steps();
        long pooled = ScratchPool.AllocatedBytes;

        (long thread, long process) = AllocationMeter.LeastBytes(steps);

        Assert.Equal((0, 0, 0), (thread, process, ScratchPool.AllocatedBytes - pooled));
    }

    [Fact]
    public void Meter_sees_an_array()
    {
        (long thread, long process) = AllocationMeter.LeastBytes(() => GC.KeepAlive(new byte[1000]));

        Assert.InRange(thread, 1000, 1100);
        Assert.InRange(process, 1000, long.MaxValue);
    }

    /// <summary>The shipped cases as ConvGen computes them by itself.</summary>
    public sealed class GoldenLayers
    {
        private readonly Dictionary<string, CompiledLayer> _layers = CompiledLayer
            .Compile([.. GoldenFolder.Layers.Select(layer => new LayerRequest(layer))])
            .ToDictionary(layer => layer.Layer.Name);

        public CompiledLayer this[string name] => _layers[name];
    }
}

/// <summary>Tests that must not run beside others.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;
