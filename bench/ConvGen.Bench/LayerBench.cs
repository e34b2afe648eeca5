using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>One layer with data of its own.</summary>
internal sealed class LayerBench
{
    private readonly CompiledLayer _compiled;
    private readonly float[] _input;
    private readonly float[] _output;
    private readonly int[] _inputShape;
    private readonly int[] _outputShape;

    public LayerBench(CompiledLayer compiled)
    {
        _compiled = compiled;
        (_inputShape, _outputShape) = (Layer.InputShape, Layer.OutputShape);
        var random = new Random(1);
        _input = Numbers(random, Volume(_inputShape));
        _output = new float[Volume(_outputShape)];
        Weights = compiled.Pack(Numbers(random, Volume(Layer.WeightShape)), Layer.Bias ? Numbers(random, Layer.Cout) : [], Layer.Cin, Layer.Cout, Layer.In);
    }

    public LayerCase Layer => _compiled.Layer;

    public PackedWeights Weights { get; }

    public Timing Timing { get; } = new();

    /// <summary>GFLOP/s of the fastest run, counting every product of the scatter form.</summary>
    public double Rate => Flops / Timing.Minimum / 1e6;

    private double Flops => 2.0 * Layer.N * Layer.Cin * (Layer.Cout / Layer.G) * Product(Layer.In) * Product(Layer.K);

    /// <summary>The time of the arithmetic alone.</summary>
    public double ArithmeticSeconds(double peak) => Flops / peak / 1e9;

    /// <summary>The time of reading input and weights and writing the output once.</summary>
    public double TrafficSeconds(double gigabytes) =>
        sizeof(float) * (Product(_inputShape) + Product(_outputShape) + Product(Layer.WeightShape)) / gigabytes / 1e9;

    public void Measure(double seconds) => Timing.Repeat(Forward, seconds);

    private void Forward() => _compiled.Forward(
        new ReadOnlyTensorView<float>(_input, _inputShape), Weights, new TensorView<float>(_output, _outputShape));

    private static double Product(int[] lengths) => lengths.Aggregate(1.0, (product, length) => product * length);

    private static int Volume(int[] lengths) => checked((int)Product(lengths));

    private static float[] Numbers(Random random, int count)
    {
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
