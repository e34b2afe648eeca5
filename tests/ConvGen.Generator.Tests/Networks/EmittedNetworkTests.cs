using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>The emitted file of a network whose steps hand on lists of every kind.</summary>
public class EmittedNetworkTests
{
    private const string Host = "[ConvGen.Network(\"test.onnx\")] internal static partial class Net { }";

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_language_from_11_on_compiles_without_a_warning(LanguageVersion version) => AnnotatedCode.AssertClean(Emit(version));

    [Fact]
    public void Lists_of_steps_stand_once_each_and_are_called_after_their_numbers()
    {
        string source = Emit(LanguageVersion.CSharp11).Sources.Single().SourceText.ToString();

        string lists = source[source.IndexOf("        private static readonly int[]", StringComparison.Ordinal)..].Split("    }\n}\n")[0];
        Assert.Equal(
            """
                    private static readonly int[]
                        _1_4_8_8 = { 1, 4, 8, 8 },
                        _2 = { 2 },
                        _2_216 = { 2, 216 },
                        _0_0_0_7 = { 0, 0, 0, 7 },
                        _1_1_1_m1 = { 1, 1, 1, -1 },
                        _list6 = { 0, 1, 2, 3, 4, 5, 6, 7, 7 },
                        _1_4_8_9 = { 1, 4, 8, 9 },
                        _1_4_12_9 = { 1, 4, 12, 9 };

                    private static readonly float[]
                        _1f_1f_1p5f_1f = { 1f, 1f, 1.5f, 1f };

                    private static readonly long[]
                        _2L_m1L = { 2L, -1L };

            """,
            lists);
    }

    private static GeneratedCode Emit(LanguageVersion version)
    {
        // Manifests list tensors behind outputs, whose types they decide.
        ModelText model = ModelText.Conv().Output("flat").Output("y")
            .List("starts", 7).List("ends", -9).List("axes", 3).List("steps", -1).Node("flipped", "Slice", "c starts ends axes steps")
            .List("indices", 0, 1, 2, 3, 4, 5, 6, 7, 7).Node("wide", "Gather", "flipped indices", "axis i 3")
            .Node("high", "Upsample", "wide", "mode s nearest", "scales fs 1 1 1.5 1")
            .List("flat", 2, -1).Node("y", "Reshape", "high flat");
        return GeneratorHost.RunNetworks(Host, version, ("test.onnx", model.ToString()));
    }
}
