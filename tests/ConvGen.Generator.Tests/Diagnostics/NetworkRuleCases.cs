using ConvGen.Generator.Tests.Networks;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Wrong networks of a project that has one model, <c>upscaler.onnx</c>, with the input x (1, 1, 8, 8).</summary>
internal static class NetworkRuleCases
{
    /// <summary>The model.</summary>
    public static (string Model, string Manifest) Upscaler { get; } = (
        "upscaler.onnx",
        new ModelText().Input("x", 1, 1, 8, 8).Weight("w", 1, 1, 4, 4).Node("y", "ConvTranspose", "x w", "strides is 2 2", "pads is 1 1 1 1").Output("y").ToString());

    public static IEnumerable<RuleCase> All =>
    [
        Of(
            "unknown model", """{|CG0028:"upscalr.onnx"|}""",
            "The project names no model 'upscalr.onnx' as ConvGenModel; it has 'upscaler.onnx'"),
        Of(
            "wrong input", """{|CG0029:"upscaler.onnx"|}, Input = [1, 3, 8, 8]""",
            "upscaler.onnx cannot be compiled: Input gives axis 1 of the model's input x the length 3; legal is 1"),
        new(
            "network in a language before 11", """[Network("upscaler.onnx")] internal static partial class {|CG0025:Up|} { }""",
            HostRuleCases.TooOld("10.0"))
        {
            Language = LanguageVersion.CSharp10,
        },
    ];

    private static RuleCase Of(string name, string arguments, params string[] messages) =>
        new(name, $"[Network({arguments})] internal static partial class Up;", messages);
}
