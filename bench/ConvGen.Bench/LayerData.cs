using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Random input, weights and bias of one layer, in PyTorch's layouts.</summary>
internal sealed class LayerData : IDisposable
{
    public LayerData(LayerCase layer)
    {
        Layer = layer;
        var random = new Random(1);
        Input = Numbers(random, Volume(layer.InputShape));
        Weight = Numbers(random, Volume(layer.WeightShape));
        Bias = Numbers(random, layer.Bias ? layer.Cout : 0);
    }

    public LayerCase Layer { get; }

    public AlignedFloats Input { get; }

    public AlignedFloats Weight { get; }

    /// <summary>A number for each output channel, or none.</summary>
    public AlignedFloats Bias { get; }

    public int OutputLength => Volume(Layer.OutputShape);

    public void Dispose()
    {
        Input.Dispose();
        Weight.Dispose();
        Bias.Dispose();
    }

    private static int Volume(int[] lengths) => lengths.Aggregate(1, (product, length) => checked(product * length));

    private static AlignedFloats Numbers(Random random, int count)
    {
        var numbers = new AlignedFloats(count);
        foreach (ref float number in numbers.Span)
        {
            number = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
