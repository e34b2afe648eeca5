using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

public class ShapeTests
{
    public static TheoryData<int[]> UnitSizes => [[1], [1, 5], [5, 1], [1, 1], [1, 4, 5], [4, 1, 5], [4, 5, 1], [1, 1, 1]];

    public static TheoryData<int> Ranks => [1, 2, 3];

    [Theory]
    [MemberData(nameof(UnitSizes))]
    public void Input_of_length_one_is_an_ordinary_input(int[] size)
    {
        LayerCase layer = Layer(size, batch: 2);

        Assert.Empty(new CaseCheck(CompiledLayer.Compile(layer), GoldenCase.FromSeed(layer, seed: 1)).Mismatches());
    }

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Unbatched_input_equals_a_batch_of_one(int rank)
    {
        LayerCase layer = Layer([.. Enumerable.Range(4, rank)], batch: 1);
        CompiledLayer compiled = CompiledLayer.Compile(layer);
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 2);
        (int[] inputShape, int[] outputShape) = ([layer.Cin, .. layer.In], [layer.Cout, .. layer.Out]);
        var batched = new float[layer.OutputShape.Aggregate((product, length) => product * length)];
        var unbatched = new float[batched.Length];
        var unbatchedPacked = new float[batched.Length];

        compiled.Forward(new(x, layer.InputShape), w, b, new(batched, layer.OutputShape));
        compiled.Forward(new(x, inputShape), w, b, new(unbatched, outputShape));
        compiled.Forward(new(x, inputShape), compiled.Pack(w, b), new(unbatchedPacked, outputShape));

        Assert.Contains(batched, value => value != 0);
        Assert.Equal(batched, unbatched);
        Assert.Equal(batched, unbatchedPacked);
    }

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Empty_batch_writes_nothing(int rank)
    {
        LayerCase layer = Layer([.. Enumerable.Range(4, rank)], batch: 0);
        CompiledLayer compiled = CompiledLayer.Compile(layer);
        (_, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 3);
        var output = new GuardedBuffer(0);

        compiled.Forward(new([], layer.InputShape), w, b, new(output.Elements, layer.OutputShape));
        compiled.Forward(new([], layer.InputShape), compiled.Pack(w, b), new(output.Elements, layer.OutputShape));

        Assert.True(output.IsIntact);
    }

    private static LayerCase Layer(int[] size, int batch) => new()
    {
        Name = "shape",
        N = batch,
        Cin = 3,
        Cout = 9,
        In = size,
        K = [.. size.Select(_ => 3)],
        S = [.. size.Select(_ => 2)],
        P = [.. size.Select(_ => 1)],
        Op = [.. size.Select(_ => 1)],
        D = [.. size.Select(_ => 1)],
    };
}
