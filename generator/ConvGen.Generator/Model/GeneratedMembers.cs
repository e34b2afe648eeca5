using ConvGen.Geometry;

namespace ConvGen.Generator.Model;

/// <summary>The members that a configuration adds: names of constants, and methods with the types of their parameters.</summary>
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

    /// <summary>Constants.</summary>
    public static IEnumerable<string> Constants(LayerSpec spec)
    {
        string[] prefixes = spec.InputSize.Count > 0
            ? ["Kernel", "Stride", "Padding", "OutputPadding", "Dilation", "Input", "Output"]
            : ["Kernel", "Stride", "Padding", "OutputPadding", "Dilation"];
        for (int axis = 0; axis < spec.Rank; axis++)
        {
            string name = LayerGeometry.AxisName(spec.Rank, axis);
            foreach (string prefix in prefixes)
            {
                yield return prefix + char.ToUpperInvariant(name[0]) + name.Substring(1);
            }
        }

        yield return "Groups";
        if (spec.InChannels > 0)
        {
            yield return "InChannels";
        }

        if (spec.OutChannels > 0)
        {
            yield return "OutChannels";
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
        Constants(spec).Concat(Methods(spec).Select(static method => method.Name)).Distinct();

    private static IEnumerable<string> AllNames(int rank)
    {
        EquatableArray<int> ones = new([.. Enumerable.Repeat(1, rank)]);
        return Names(new LayerSpec(null, ones, ones, ones, ones, ones, 1, 1, 1, ones, Algorithm.Auto));
    }
}
