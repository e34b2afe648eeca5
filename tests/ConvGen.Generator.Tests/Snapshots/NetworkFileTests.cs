using ConvGen.Generator.Tests.Networks;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>A whole emitted file of a network, small enough to be read: three layers, a residual, activations, a concatenation.</summary>
public class NetworkFileTests
{
    private const string Case = "Residual_and_concatenation";

    /// <summary>Layers of one shape share their kernels; two that end alike share what follows the bias, too.</summary>
    internal static ModelText Model { get; } = new ModelText().Input("image", 1, 4, 6, 6)
        .Weight("stem.weight", 4, 4, 1, 1).Weight("stem.bias", 4).Weight("body.weight", 4, 4, 1, 1).Weight("head.weight", 4, 4, 1, 1)
        .Node("stem", "Conv", "image stem.weight stem.bias").Node("stem.relu", "Relu", "stem")
        .Node("body", "Conv", "stem.relu body.weight").Node("sum", "Add", "body stem.relu").Node("sum.relu", "Relu", "sum")
        .Node("head", "Conv", "sum.relu head.weight").Node("head.relu", "Relu", "head")
        .Node("joined", "Concat", "head.relu sum.relu", "axis i 1").Node("scores", "Softmax", "joined", "axis i 1").Output("scores");

    [Fact]
    public void Reads_as_approved() => Snapshot.Verify(Code().Sources.Single().SourceText.ToString(), Case);

    [Fact]
    public void Is_short() => Assert.InRange(Code().Sources.Single().SourceText.Lines.Count, 1, 250);

    [Fact]
    public void Compiles_without_a_warning() => AnnotatedCode.AssertClean(Code());

    private static GeneratedCode Code() => GeneratorHost.RunNetworks(
        "using ConvGen;\nnamespace App;\n[Network(\"small.onnx\")]\ninternal static partial class Small;\n", ("small.onnx", Model.ToString()));
}
