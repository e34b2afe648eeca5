using System.Numerics.Tensors;
using System.Reflection;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Hosts;

/// <summary>Overloads for tensors of System.Numerics.Tensors: there with the reference, called as a user calls them.</summary>
public class TensorSpanTests
{
    private const string Source = """
        using System;
        using System.Numerics.Tensors;
        using ConvGen;
        namespace App;
        [ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up;
        internal static class Caller
        {
            public static void Call(Tensor<float> input, Tensor<float> output, int threads)
            {
                PackedWeights packed = Up.Pack([1, 2, 3], [], 1, 1);
                if (threads == 0)
                {
                    Up.Forward(input, [1, 2, 3], [], output);
                }
                else if (threads == 1)
                {
                    Up.Forward(input, packed, output);
                }
                else
                {
                    Up.Forward(input.AsReadOnlyTensorSpan(), packed, output.AsTensorSpan(), threads);
                }
            }

            public static void CallSpans(float[] input, nint[] lengths, nint[] strides, float[] output, nint[] outLengths, nint[] outStrides) =>
                Up.Forward(
                    new ReadOnlyTensorSpan<float>(input, lengths, strides),
                    Up.Pack([1, 2, 3], [], 1, 1),
                    new TensorSpan<float>(output, outLengths, outStrides));
        }
        """;

    private static readonly Lazy<Type> s_caller = new(() => Run().Load().GetType("App.Caller")!);

    [Fact]
    public void Emitted_code_compiles_without_a_warning() => AnnotatedCode.AssertClean(Run());

    [Fact]
    public void Nothing_of_it_is_emitted_without_the_reference()
    {
        GeneratedCode code = GeneratorHost.Run("[ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up;");

        Assert.DoesNotContain("Numerics.Tensors", code.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_under_an_alias_alone_does_not_count()
    {
        GeneratedCode code = GeneratorHost.Run(
            "[ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up;",
            references: TensorReference.Value.WithAliases(["Aliased"]));

        AnnotatedCode.AssertClean(code);
        Assert.DoesNotContain("Numerics.Tensors", code.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Namesakes_do_not_count()
    {
        GeneratedCode code = GeneratorHost.Run(
            """
            [ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up;
            namespace System.Numerics.Tensors
            {
                /// <summary>Mine.</summary>
                public struct TensorSpan<T>;
                /// <summary>Mine.</summary>
                public struct ReadOnlyTensorSpan<T>;
            }
            """);

        AnnotatedCode.AssertClean(code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Dense_tensors_are_computed_in_place(int threads)
    {
        Tensor<float> input = Tensor.Create<float>([2, 3], [1, 1, 2]);
        var output = new float[5];

        Invoke("Call", input, Tensor.Create(output, [1, 1, 5]), threads);

        Assert.Equal([2, 4, 9, 6, 9], output);
    }

    [Fact]
    public void Strides_of_single_elements_do_not_count()
    {
        var output = new float[5];

        Invoke("CallSpans", new float[] { 2, 3 }, Lengths(1, 2), Lengths(0, 1), output, Lengths(1, 5), Lengths(0, 1));

        Assert.Equal([2, 4, 9, 6, 9], output);
    }

    [Fact]
    public void Input_with_gaps_is_refused()
    {
        var output = new float[5];
        ArgumentException refusal = Assert.Throws<ArgumentException>("input", () =>
            Invoke("CallSpans", new float[4], Lengths(1, 2), Lengths(0, 2), output, Lengths(1, 5), Lengths(0, 1)));

        Assert.StartsWith(
            "The input (1, 2) has the strides (0, 2); legal are dense row-major tensors: copy it to one, made by Tensor.CreateFromShape, "
            + "with CopyTo, or to an array with FlattenTo.",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.All(output, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Output_that_repeats_an_element_is_refused() =>
        Assert.Throws<ArgumentException>("output", () =>
            Invoke("CallSpans", new float[2], Lengths(1, 2), Lengths(0, 1), new float[5], Lengths(5, 5), Lengths(0, 1)));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(0, 2)]
    public void Shapes_are_checked_as_those_of_views(int channels, int length)
    {
        var input = new float[Math.Max(1, channels * length)];

        Assert.ThrowsAny<ArgumentException>(() => Invoke(
            "CallSpans", input, Lengths(channels, length), Lengths(channels > 1 ? length : 0, 1), new float[5], Lengths(1, 5), Lengths(0, 1)));
    }

    private static nint[] Lengths(params ReadOnlySpan<int> lengths)
    {
        var result = new nint[lengths.Length];
        for (int axis = 0; axis < result.Length; axis++)
        {
            result[axis] = lengths[axis];
        }

        return result;
    }

    private static void Invoke(string method, params object[] arguments) =>
        s_caller.Value.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static GeneratedCode Run() => GeneratorHost.Run(Source, references: TensorReference.Value);
}
