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
    private const string Tensor = "ConvGen.WeightTensor";
    private const string Integer = "int";
    private const string Loading = "LoadWeights";
    private const string File = "ConvGen.WeightFile";
    private const string Weights = "ConvGen.NetworkWeights";
    private const string WholeOutput = "ConvGen.TensorView<long>";

    // A configuration that fixes everything has all members that one of its rank can have.
    private static readonly HashSet<string> s_all = new(Enumerable.Range(1, 3).SelectMany(AllNames), StringComparer.Ordinal);

    /// <summary>Whether any configuration at all has a member of this name.</summary>
    public static bool Has(string name) => s_all.Contains(name);

    /// <summary>Constants, in the order in which they are written.</summary>
    public static IEnumerable<ConstantLine> ConstantLines(LayerSpec spec)
    {
        for (int axis = 0; axis < spec.Rank; axis++)
        {
            string name = LayerGeometry.AxisName(spec.Rank, axis);
            yield return new ConstantLine(
                "What the attribute says of the " + name + ".", [.. OfAxis(spec, axis, Identifiers.Pascal(name))]);
        }

        yield return new ConstantLine("What it says of the channels: the groups, and counts that it fixes.", [.. OfChannels(spec)]);
    }

    /// <summary>Names of the constants.</summary>
    public static IEnumerable<string> Constants(LayerSpec spec) =>
        ConstantLines(spec).SelectMany(static line => line.Constants.Select(static constant => constant.Name));

    /// <summary>Methods: a name, and the types of the parameters; those on tensor spans, which not every project gets, too.</summary>
    public static IEnumerable<(string Name, string[] Parameters)> Methods(LayerSpec spec)
    {
        yield return ("OutputSize", [.. Enumerable.Repeat(Integer, spec.Rank)]);
        yield return ("OutputShape", [Input, Packed]);
        string[] slope = spec.Epilogue.HasChannelParameters ? [Span] : [];
        string[] slopeTensor = spec.Epilogue.HasChannelParameters ? [Tensor] : [];
        string[] residual = spec.Epilogue.HasResidual ? [Input] : [];
        string[] residualSpan = spec.Epilogue.HasResidual ? [ReadSpan] : [];
        yield return ("Pack", [Span, Span, .. slope, Integer, Integer]);
        yield return ("Pack", [Span, Span, .. slope, Integer, Integer, "System.ReadOnlySpan<int>"]);
        yield return ("Pack", [Span, Span, "ConvGen.BatchNorm", .. slope, Integer, Integer, "System.ReadOnlySpan<int>"]);
        yield return ("Pack", [Tensor, Tensor, .. slopeTensor, "ConvGen.BatchNorm", "System.ReadOnlySpan<int>"]);
        if (spec.FixesChannels)
        {
            yield return ("Pack", [Span, Span, .. slope]);
        }

        yield return ("Forward", [Input, Packed, .. residual, Output]);
        yield return ("Forward", [Input, Packed, .. residual, Output, Integer]);
        yield return ("Forward", [Input, Span, Span, .. slope, .. residual, Output]);
        yield return ("Forward", [ReadSpan, Packed, .. residualSpan, WriteSpan, Integer]);
        yield return ("Forward", [ReadSpan, Span, Span, .. slope, .. residualSpan, WriteSpan]);
        yield return ("WorkUnits", [Input, Packed, Output]);
        yield return ("ForwardRange", [Input, Packed, .. residual, Output, Integer, Integer]);
        yield return ("ScratchBytes", [Input, Packed, Output]);
    }

    /// <summary>All names, once each.</summary>
    public static IEnumerable<string> Names(LayerSpec spec) =>
        Constants(spec).Concat(Methods(spec).Select(static method => method.Name)).Distinct();

    /// <summary>The members that a network adds.</summary>
    public static IReadOnlyList<string> NetworkNames { get; } = [Loading, "Run"];

    /// <summary>Whether a method of one of these names is one that a network adds: how many inputs and outputs Run has is up to the model.</summary>
    public static bool IsOfNetwork(string name, string[] parameters)
    {
        int weights = Array.IndexOf(parameters, Weights);
        return name == Loading
            ? parameters.Length == 0 || (parameters.Length == 1 && parameters[0] == File)
            : weights >= 0
                && parameters[parameters.Length - 1] == Integer
                && parameters.Take(weights).All(static type => type == Input)
                && parameters.Skip(weights + 1).Take(parameters.Length - weights - 2).All(static type => type is Output or WholeOutput);
    }

    private static IEnumerable<(string Name, int Value)> OfAxis(LayerSpec spec, int axis, string name)
    {
        yield return ("Kernel" + name, spec.Kernel[axis]);
        yield return ("Stride" + name, spec.Stride[axis]);
        yield return ("Padding" + name, spec.Padding[axis]);
        if (!spec.IsOrdinary)
        {
            yield return ("OutputPadding" + name, spec.OutputPadding[axis]);
        }

        yield return ("Dilation" + name, spec.Dilation[axis]);
        if (spec.InputSize.Count > 0)
        {
            yield return ("Input" + name, spec.InputSize[axis]);
            yield return ("Output" + name, (int)spec.Axis(axis).OutputLength(spec.InputSize[axis]));
        }
    }

    private static IEnumerable<(string Name, int Value)> OfChannels(LayerSpec spec)
    {
        yield return ("Groups", spec.Groups);
        if (spec.InChannels > 0)
        {
            yield return ("InChannels", spec.InChannels);
        }

        if (spec.OutChannels > 0)
        {
            yield return ("OutChannels", spec.OutChannels);
        }
    }

    private static IEnumerable<string> AllNames(int rank)
    {
        EquatableArray<int> ones = new([.. Enumerable.Repeat(1, rank)]);
        return Names(new LayerSpec(IsOrdinary: false, null, ones, ones, ones, ones, ones, ones, 1, 1, 1, ones, Algorithm.Auto, new EpilogueSpec()));
    }
}

/// <summary>Constants that one declaration makes.</summary>
/// <param name="Summary">What they are, for its documentation.</param>
/// <param name="Constants">Their names and values.</param>
internal sealed record ConstantLine(string Summary, (string Name, int Value)[] Constants);
