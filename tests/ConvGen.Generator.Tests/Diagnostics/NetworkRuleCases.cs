using System.Text.RegularExpressions;
using ConvGen.Generator.Tests.Networks;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>
/// Wrong networks of a project that has two models: <c>upscaler.onnx</c>, with the input x (1, 1, 8, 8), and <c>open.onnx</c>, whose input has open sizes.
/// </summary>
internal static partial class NetworkRuleCases
{
    private const string LayerClash = "'Up' has a layer of the Name 'Run', a name that ConvGen generates too";

    /// <summary>The model.</summary>
    public static (string Model, string Manifest) Upscaler { get; } = ("upscaler.onnx", Model(1, 1, 8, 8));

    /// <summary>The same of any size.</summary>
    public static (string Model, string Manifest) Open { get; } = ("open.onnx", Model("?n", 1, "?", "?"));

    public static IEnumerable<RuleCase> All =>
    [
        Of("unknown model", """{|CG0028:"upscalr.onnx"|}""", Unknown("upscalr.onnx")),
        Of("model of another case", """{|CG0028:"Upscaler.onnx"|}""", Unknown("Upscaler.onnx")),
        Of("model in a folder", """{|CG0028:"models/upscaler.onnx"|}""", Unknown("models/upscaler.onnx")),
        Of("manifest", """{|CG0028:"upscaler.onnx.convgen"|}""", Unknown("upscaler.onnx.convgen")),
        Of("named argument", """Input = [1, 1, 8, 8], file: {|CG0028:"upscalr.onnx"|}""", Unknown("upscalr.onnx")),
        Of("no name", """{|CG0028:""|}""", Unknown("", "'open.onnx', 'upscaler.onnx'")),
        Of("null", "{|CG0028:null!|}", Unknown("", "'open.onnx', 'upscaler.onnx'")),
        Of("other length", """{|CG0029:"upscaler.onnx"|}, Input = [1, 3, 8, 8]""", Refused("Input gives axis 1 of the model's input x the length 3; legal is 1")),
        Of("too few axes", """{|CG0029:"upscaler.onnx"|}, Input = [1, 8, 8]""", Refused("Input has 3 lengths; the inputs of the model have 4 axes in all")),
        Of("too many axes", """{|CG0029:"upscaler.onnx"|}, Input = [1, 1, 8, 8, 1]""", Refused("Input has 5 lengths; the inputs of the model have 4 axes in all")),
        Of("length of 0", """{|CG0029:"upscaler.onnx"|}, Input = [0, 1, 8, 8]""", Refused("Input gives axis 0 of the model's input x the length 0; legal is 1")),
        Of(
            "negative length", """{|CG0029:"open.onnx"|}, Input = [1, 1, -1, 8]""",
            Refused("Input gives axis 2 of the model's input x the length -1; legal are lengths from 1", "open.onnx")),
        Of(
            "open sizes", """{|CG0029:"open.onnx"|}, Input = []""",
            Refused("The model leaves sizes of its input x open: (n, 1, ?, ?); give Input all of them", "open.onnx")),
        Of(
            "more elements than there are", """{|CG0029:"open.onnx"|}, Input = [int.MaxValue, 1, int.MaxValue, int.MaxValue]""",
            Refused(
                "x has the shape (2147483647, 1, 2147483647, 2147483647); inputs and outputs have at most eight axes and fewer than 2^31 - 1 elements",
                "open.onnx")),
        Of("unknown algorithm", """ "upscaler.onnx", Algorithm = {|CG0018:(Algorithm)99|}""", "Algorithm is 99; legal are the members of ConvGen.Algorithm"),
        // A host is looked at as a whole before its models are.
        new(
            "unknown model beside another error",
            """[Network("a", Name = "A"), Network("upscaler.onnx", Algorithm = {|CG0018:(Algorithm)(-1)|})] internal partial class Up;""",
            "Algorithm is -1; legal are the members of ConvGen.Algorithm"),
        new(
            "member of the same name", """[{|CG0019:Network("upscaler.onnx")|}] internal partial class Up { private int Run; }""",
            Clash("'Up' has a member 'Run' of its own, which ConvGen generates too")),
        new(
            "methods of the same parameters",
            """
            [{|CG0019:{|CG0019:Network("upscaler.onnx")|}|}] internal partial class Up
            {
                public void LoadWeights(WeightFile? weights) { }
                public int Run(ReadOnlyTensorView<float> x, NetworkWeights? weights, TensorView<float> y, int threads) => 0;
            }
            """,
            Clash("'Up' has a member 'LoadWeights' of its own, which ConvGen generates too"),
            Clash("'Up' has a member 'Run' of its own, which ConvGen generates too")),
        new(
            "method of no parameters", """[{|CG0019:Network("upscaler.onnx")|}] internal partial class Up { void LoadWeights() { } }""",
            Clash("'Up' has a member 'LoadWeights' of its own, which ConvGen generates too")),
        new(
            "clash beside another error", """[{|CG0019:Network("upscaler.onnx")|}] internal class {|CG0001:Up|} { class LoadWeights; }""",
            Clash("'Up' has a member 'LoadWeights' of its own, which ConvGen generates too"),
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "type parameter", """[{|CG0019:Network("upscaler.onnx")|}] internal partial class Up<Run>;""",
            Clash("'Up' has a type parameter 'Run', a name that ConvGen generates too")),
        new(
            "host named like a member", """[{|CG0019:Network("upscaler.onnx")|}] internal partial class Run;""",
            Clash("'Run' is itself named like a member that ConvGen generates")),
        Of(
            "Name of a generated member", """ "upscaler.onnx", Name = {|CG0019:"LoadWeights"|}""",
            Clash("The Name 'LoadWeights' is that of a member which ConvGen generates")),
        new(
            "Name of a member, of a nested type and of a type parameter",
            """
            [Network("upscaler.onnx", Name = {|CG0019:"Near"|})]
            [Network("upscaler.onnx", Name = {|CG0019:"Far"|})]
            [Network("upscaler.onnx", Name = {|CG0019:"T"|})]
            internal partial class Up<T> { public void Near() { } public partial class Far; }
            """,
            Clash("The Name 'Near' is that of a member or type parameter of 'Up'"),
            Clash("The Name 'Far' is that of a member or type parameter of 'Up'"),
            Clash("The Name 'T' is that of a member or type parameter of 'Up'")),
        .. HostRuleCases.All
            .Where(static rule => !((string[])["CG0004", "CG0019"]).Any(ofLayers => rule.Source.Contains(ofLayers, StringComparison.Ordinal)))
            .Select(static rule => rule with { Name = rule.Name + ", of a network", Source = AsNetwork(rule.Source) }),
    ];

    /// <summary>Networks beside layers: the layers are right.</summary>
    public static IEnumerable<RuleCase> BesideLayers =>
    [
        new(
            "Name of a layer", """[Conv(k: 3, Name = "A"), Network("upscaler.onnx", Name = {|CG0012:"A"|})] internal partial class Up;""",
            "The Name 'A' is used twice on 'Up'; give every configuration its own"),
        new(
            "Name of a layer, on another part",
            """[Network("upscaler.onnx", Name = {|CG0012:"A"|})] partial class Up; [ConvTranspose(k: 3, Name = "A")] partial class Up;""",
            "The Name 'A' is used twice on 'Up'; give every configuration its own"),
        new(
            "Name of a layer's member", """[Conv(k: 3), Network("upscaler.onnx", Name = {|CG0019:"Forward"|})] internal partial class Up;""",
            Clash("The Name 'Forward' is that of a member which ConvGen generates")),
        new(
            "layer of the name of a member", """[Conv(k: 3, Name = "Run"), {|CG0019:Network("upscaler.onnx")|}] internal partial class Up;""", Clash(LayerClash)),
        new(
            "unknown model", """[Conv(k: 3), Network({|CG0028:"upscalr.onnx"|}, Name = "A")] internal partial class Up;""", Unknown("upscalr.onnx")),
    ];

    /// <summary>What is wrong with a host that has both is said once.</summary>
    public static IEnumerable<RuleCase> OfBoth =>
    [
        new(
            "host that is not partial", """[Conv(k: 3), Network("upscaler.onnx", Name = "A")] internal class {|CG0001:Up|};""",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "wrong layer and wrong network",
            """[Conv(k: {|CG0004:0|}), Network("upscaler.onnx", Name = {|CG0010:"a b"|})] file partial class {|CG0002:Up|};""",
            "k is 0; legal are numbers from 1",
            "The Name 'a b' is no identifier; legal are C# identifiers, without @",
            "The type 'Up' is file-local; generated members live in another file and cannot reach it: declare it internal"),
    ];

    private static string Model(params object[] shape) => new ModelText().Input("x", shape).Weight("w", 1, 1, 4, 4)
        .Node("y", "ConvTranspose", "x w", "strides is 2 2", "pads is 1 1 1 1").Output("y").ToString();

    private static RuleCase Of(string name, string arguments, params string[] messages) =>
        new(name, $"[Network({arguments})] internal static partial class Up;", messages);

    private static string Unknown(string file, string nearest = "'upscaler.onnx', 'open.onnx'") =>
        $"The project names no model '{file}' as ConvGenModel; it has {nearest}";

    private static string Refused(string reason, string file = "upscaler.onnx") => $"{file} cannot be compiled: {reason}";

    private static string Clash(string what) => what + "; rename it, or give the configuration another Name";

    private static string AsNetwork(string source) =>
        Layer().Replace(source, "${name}(\"upscaler.onnx\"").Replace("ConvTranspose", "Network", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<name>ConvTranspose(Attribute)?)\((k: )?\[?\d\]?")]
    private static partial Regex Layer();
}
