using ConvGen;
using ConvGen.JitGate;
using ConvGen.Testing;

// Has the JIT compile kernels; whoever starts this process reads the JIT's own report of them.
switch (args)
{
    case ["kernels"]:
        RunKernels(GatedLayers.All);
        return 0;
    case ["over-budget"]:
        OverBudgetKernel.Run();
        return 0;
    case ["calling"]:
        CallingKernel.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: ConvGen.JitGate kernels | over-budget | calling");
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

static float[] Zeros(int[] shape) => new float[LayerCase.Elements(shape)];
