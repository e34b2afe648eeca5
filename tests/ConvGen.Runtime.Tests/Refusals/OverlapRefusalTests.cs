namespace ConvGen.Runtime.Tests;

/// <summary>Output and arguments in one piece of memory: one shared element is refused, neighbours are not.</summary>
public class OverlapRefusalTests
{
    private const int InputLength = 2 * 3 * 4;
    private const int OutputLength = 3 * 6 * 8;
    private const int WeightLength = 96;
    private const int BiasLength = 3;

    private static readonly float[] s_weight = [.. Enumerable.Range(0, WeightLength).Select(i => i % 7 - 3f)];
    private static readonly PackedWeights s_packed = Up.Pack(s_weight, [], 2, 3);

    [Theory]
    [InlineData(InputLength)]
    [InlineData(OutputLength)]
    public void Input(int distance) => Refuses("input", InputLength, distance, Forward);

    [Theory]
    [InlineData(InputLength)]
    [InlineData(OutputLength)]
    public void Input_of_the_form_that_takes_packed_weights(int distance) => Refuses(
        "input", InputLength, distance, (input, output) => Up.Forward(new(input, 2, 3, 4), s_packed, new(output, 3, 6, 8)));

    [Theory]
    [InlineData(WeightLength)]
    [InlineData(OutputLength)]
    public void Weight(int distance) => Refuses(
        "weight",
        WeightLength,
        distance,
        (weight, output) => Up.Forward(new(new float[InputLength], 2, 3, 4), weight, new float[BiasLength], new(output, 3, 6, 8)));

    [Theory]
    [InlineData(BiasLength)]
    [InlineData(OutputLength)]
    public void Bias(int distance) => Refuses(
        "bias",
        BiasLength,
        distance,
        (bias, output) => Up.Forward(new(new float[InputLength], 2, 3, 4), s_weight, bias, new(output, 3, 6, 8)));

    [Fact]
    public void Input_that_is_the_output()
    {
        float[] memory = [.. Enumerable.Range(0, 5).Select(i => (float)i)];
        Refusal.Argument("output", "The output overlaps the input in memory; it must lie apart.")
            .Of(() => Pointwise.Forward(new(memory, 1, 5), [2], [], new(memory, 1, 5)));
        Assert.Equal([0, 1, 2, 3, 4], memory);
    }

    private static void Forward(Span<float> input, Span<float> output) =>
        Up.Forward(new(input, 2, 3, 4), s_weight, new float[BiasLength], new(output, 3, 6, 8));

    // Argument and output lie `distance` apart, in both orders: exactly beside each other, or one element closer.
    private static void Refuses(string argument, int length, int distance, Call call)
    {
        bool outputFirst = distance == OutputLength;
        float[] memory = [.. Enumerable.Range(1, length + OutputLength).Select(i => (float)i)];
        float[] before = [.. memory];
        Refusal.Argument("output", $"The output overlaps the {argument} in memory; it must lie apart.").Of(() => Apply(distance - 1));
        Assert.Equal(before, memory);

        Apply(distance);

        Span<float> Part(bool first, int gap, int count) => memory.AsSpan(first ? 0 : gap, count);
        void Apply(int gap) => call(Part(!outputFirst, gap, length), Part(outputFirst, gap, OutputLength));
    }

    private delegate void Call(Span<float> argument, Span<float> output);
}
