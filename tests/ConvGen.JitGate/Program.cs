using ConvGen;
using ConvGen.JitGate;
using ConvGen.Testing;

// Has the JIT compile kernels; whoever starts this process reads the JIT's own report of them.
switch (args)
{
    case ["kernels"]:
        RunKernels(GatedLayers.All);
        return 0;
    case ["published"]:
        RunPublished();
        return 0;
    case ["fixed-sizes"]:
        RunFixedSizes();
        return 0;
    case ["over-budget"]:
        OverBudgetKernel.Run();
        return 0;
    case ["calling"]:
        CallingKernel.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: ConvGen.JitGate kernels | published | fixed-sizes | over-budget | calling");
        return 1;
}

static void RunKernels(IReadOnlyList<LayerRequest> requests)
{
    foreach (CompiledLayer layer in CompiledLayer.Compile(requests))
    {
        foreach (LayerCase sizes in GatedLayers.Sizes(layer.Layer))
        {
            (float[] input, float[] output) = (Zeros(sizes.InputShape), Zeros(sizes.OutputShape));
            PackedWeights packed = layer.Pack(Zeros(sizes.WeightShape), [], sizes.Cin, sizes.Cout);
            layer.Forward(new(input, sizes.InputShape), packed, new(output, sizes.OutputShape));
        }
    }
}

// As a user calls them who packs for the size.
static void RunPublished()
{
    foreach (CompiledLayer layer in CompiledLayer.Compile([.. GatedLayers.Published.Select(layer => new LayerRequest(layer))]))
    {
        LayerCase sizes = layer.Layer;
        PackedWeights packed = layer.PackForSize(Zeros(sizes.WeightShape), []);
        layer.Forward(new(Zeros(sizes.InputShape), sizes.InputShape), packed, new(Zeros(sizes.OutputShape), sizes.OutputShape));
    }
}

// Packed and plain weights, finite and not.
static void RunFixedSizes()
{
    foreach (CompiledLayer layer in CompiledLayer.Compile([.. GatedLayers.Small.Select(layer => new LayerRequest(layer, FixSizes: true))]))
    {
        LayerCase sizes = layer.Layer;
        (float[] input, float[] output) = (Zeros(sizes.InputShape), Zeros(sizes.OutputShape));
        float[] weight = Zeros(sizes.WeightShape);
        for (int run = 0; run < 2; run++)
        {
            layer.Forward(new(input, sizes.InputShape), layer.PackForSize(weight, []), new(output, sizes.OutputShape));
            layer.Forward(new(input, sizes.InputShape), weight, [], new(output, sizes.OutputShape));
            weight[0] = float.PositiveInfinity;
        }
    }
}

static float[] Zeros(int[] shape) => new float[LayerCase.Elements(shape)];
