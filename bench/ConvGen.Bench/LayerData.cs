using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Input, weights and bias of one layer, in PyTorch's layouts.</summary>
internal sealed class LayerData : IDisposable
{
    /// <summary>Draws them: numbers from -0.5 to 0.5.</summary>
    public LayerData(LayerCase layer)
        : this(layer, Draw)
    {
    }

    /// <param name="layer">The layer.</param>
    /// <param name="fill">Fills the arrays, which hold zeros.</param>
    public LayerData(LayerCase layer, Action<LayerData, Random> fill)
    {
        Layer = layer;
        Input = new AlignedFloats(Volume(layer.InputShape));
        Weight = new AlignedFloats(Volume(layer.WeightShape));
        Bias = new AlignedFloats(layer.Bias ? layer.Cout : 0);
        fill(this, new Random(1));
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

    /// <summary>Fills all arrays with numbers from -0.5 to 0.5.</summary>
    public static void Draw(LayerData data, Random random)
    {
        foreach (AlignedFloats array in (AlignedFloats[])[data.Input, data.Weight, data.Bias])
        {
            foreach (ref float number in array.Span)
            {
                number = random.NextSingle() - 0.5f;
            }
        }
    }

    private static int Volume(int[] lengths) => lengths.Aggregate(1, (product, length) => checked(product * length));
}
