using System.Reflection;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Hosts;

/// <summary>Emitted members called as a user calls them, from code that is compiled with them.</summary>
public class RunningHostTests
{
    // Full overlap-add of [2, 3] with [1, 2, 3] at stride 2: a textbook example.
    private const string Call = """
            ReadOnlyTensorView<float> input = new([2, 3], [1, 1, 2]);
            var output = new float[HOST.OutputSize(2)];
            HOST.Forward(input, HOST.Pack([1, 2, 3], [], 1, 1), new TensorView<float>(output, [1, 1, output.Length]));
            var again = new float[output.Length];
            HOST.Forward(input, [1, 2, 3], [], new TensorView<float>(again, [1, 1, again.Length]));
            return [.. output, .. again];
        """;

    [Theory]
    [InlineData("Up", "[ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up;")]
    [InlineData("Up.@event", """[ConvTranspose(k: 3, s: 2, Rank = 1, Name = "event")] internal partial class Up;""")]
    [InlineData(
        "Up<int>.In<string>",
        "internal partial class Up<T> { [ConvTranspose(k: [3], s: [2])] internal partial record struct In<@out>; }")]
    [InlineData("@class.上采样", "internal partial class @class { [ConvTranspose(k: [3], s: [2])] internal static partial class 上采样; }")]
    [InlineData(
        "Up.One",
        """
        [ConvTranspose(k: 2, Name = "Two")] partial class Up;
        [ConvTranspose(k: 3, s: 2, Rank = 1, Name = "One"), ConvTranspose(k: 5)] internal sealed partial class Up;
        """)]
    public void Host_computes_its_layer(string host, string declaration)
    {
        GeneratedCode code = GeneratorHost.Run(
            $$"""
            using System;
            using ConvGen;
            namespace App;
            {{declaration}}
            internal static class Caller
            {
                public static float[] Call()
                {
            {{Call.Replace("HOST", host, StringComparison.Ordinal)}}
                }
            }
            """);

        AnnotatedCode.AssertClean(code);
        MethodInfo call = code.Load().GetType("App.Caller")!.GetMethod("Call")!;
        Assert.Equal([2, 4, 9, 6, 9, 2, 4, 9, 6, 9], (float[])call.Invoke(null, null)!);
    }
}
