using ConvGen.Geometry;

namespace ConvGen.Generator.Model;

/// <summary>The members that a configuration adds: constants, and methods with the types of their parameters.</summary>
internal static class GeneratedMembers
{
    private const string Input = "ConvGen.ReadOnlyTensorView<float>";
    private const string Output = "ConvGen.TensorView<float>";
    private const string ReadSpan = "in System.Numerics.Tensors.ReadOnlyTensorSpan<float>";
    private const string WriteSpan = "in System.Numerics.Tensors.TensorSpan<float>";
    private const string Packed = "ConvGen.PackedWeights";
    private const string Span = "System.ReadOnlySpan<float>";
    private const string Integer = "int";

    // A configuration that fixes everything has all members that one of its rank can have.
    private static readonly HashSet<string> s_all = new(Enumerable.Range(1, 3).SelectMany(AllNames), StringComparer.Ordinal);

    /// <summary>Whether any configuration at all has a member of this name.</summary>
    public static bool Has(string name) => s_all.Contains(name);

    /// <summary>Constants, in the order in which they are written: a name, what it is, its value.</summary>
    public static IEnumerable<(string Name, string Summary, int Value)> Constants(LayerSpec spec)
    {
        for (int axis = 0; axis < spec.Rank; axis++)
        {
            string name = LayerGeometry.AxisName(spec.Rank, axis);
            yield return Of("Kernel", "Kernel size", spec.Kernel[axis]);
            yield return Of("Stride", "Stride", spec.Stride[axis]);
            yield return Of("Padding", "Padding", spec.Padding[axis]);
            yield return Of("OutputPadding", "Output padding", spec.OutputPadding[axis]);
            yield return Of("Dilation", "Dilation", spec.Dilation[axis]);
            if (spec.InputSize.Count > 0)
            {
                yield return Of("Input", "Fixed input size", spec.InputSize[axis]);
                yield return Of("Output", "Output size", (int)spec.Axis(axis).OutputLength(spec.InputSize[axis]));
            }

            (string, string, int) Of(string prefix, string what, int value) =>
                (prefix + Identifiers.Pascal(name), what + " along the " + name + ".", value);
        }

        yield return ("Groups", "Groups: independent parts of the channels.", spec.Groups);
        if (spec.InChannels > 0)
        {
            yield return ("InChannels", "Fixed number of input channels.", spec.InChannels);
        }

        if (spec.OutChannels > 0)
        {
            yield return ("OutChannels", "Fixed number of output channels.", spec.OutChannels);
        }
    }

    /// <summary>Methods: a name, and the types of the parameters; those on tensor spans, which not every project gets, too.</summary>
    public static IEnumerable<(string Name, string[] Parameters)> Methods(LayerSpec spec)
    {
        yield return ("OutputSize", [.. Enumerable.Repeat(Integer, spec.Rank)]);
        yield return ("Pack", [Span, Span, Integer, Integer]);
        yield return ("Pack", [Span, Span, Integer, Integer, "System.ReadOnlySpan<int>"]);
        if (spec.InChannels > 0 && spec.OutChannels > 0)
        {
            yield return ("Pack", [Span, Span]);
        }

        yield return ("Forward", [Input, Packed, Output]);
        yield return ("Forward", [Input, Packed, Output, Integer]);
        yield return ("Forward", [Input, Span, Span, Output]);
        yield return ("Forward", [ReadSpan, Packed, WriteSpan, Integer]);
        yield return ("Forward", [ReadSpan, Span, Span, WriteSpan]);
        yield return ("WorkUnits", [Input, Packed, Output]);
        yield return ("ForwardRange", [Input, Packed, Output, Integer, Integer]);
        yield return ("ScratchBytes", [Input, Packed, Output]);
    }

    /// <summary>All names, once each.</summary>
    public static IEnumerable<string> Names(LayerSpec spec) =>
        Constants(spec).Select(static constant => constant.Name).Concat(Methods(spec).Select(static method => method.Name)).Distinct();

    private static IEnumerable<string> AllNames(int rank)
    {
        EquatableArray<int> ones = new([.. Enumerable.Repeat(1, rank)]);
        return Names(new LayerSpec(null, ones, ones, ones, ones, ones, 1, 1, 1, ones, Algorithm.Auto));
    }
}
