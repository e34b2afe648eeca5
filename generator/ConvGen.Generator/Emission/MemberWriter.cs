using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The public members of a configuration. What they do is told in one place: where the runtime does it.</summary>
internal static class MemberWriter
{
    private const string Tensor = "global::ConvGen.WeightTensor";

    private const string PackTensors = $"Pack({Tensor}, {Tensor}, {Tensor}, global::ConvGen.BatchNorm, global::System.ReadOnlySpan{{int}})";

    public static void Write(SourceWriter writer, LayerPlan plan, string kernels, bool hasTensorSpans)
    {
        foreach (ConstantLine line in GeneratedMembers.ConstantLines(plan.Spec))
        {
            IEnumerable<string> constants = line.Constants.Select(static c => FormattableString.Invariant($"{c.Name} = {c.Value}"));
            writer.Line($"/// <summary>{line.Summary}</summary>");
            writer.Line($"public const int {string.Join(", ", constants)};");
            writer.Line();
        }

        WriteSizes(writer, plan, kernels);
        WritePack(writer, plan, kernels);
        WriteForward(writer, plan, kernels);
        WriteParts(writer, plan, kernels);
        if (hasTensorSpans)
        {
            WriteTensorSpans(writer, plan, kernels);
        }
    }

    private static void WriteSizes(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string[] names = [.. plan.Axes.Select(static axis => axis.Name)];
        string type = names.Length == 1 ? "int" : "(" + string.Join(", ", names.Select(static n => "int " + Identifiers.Pascal(n))) + ")";
        writer.Line(Docs("OutputLength"));
        writer.Line($"public static {type} OutputSize({string.Join(", ", names.Select(static n => "int " + n))}) =>");
        string[] lengths =
            [.. names.Select((name, axis) => FormattableString.Invariant($"{kernels}.Layer.OutputLength({axis}, {name}, nameof({name}))"))];
        for (int axis = 0; axis < names.Length; axis++)
        {
            string open = axis > 0 ? " " : names.Length > 1 ? "(" : "";
            string close = axis < names.Length - 1 ? "," : names.Length > 1 ? ");" : ";";
            writer.Line("    " + open + lengths[axis] + close);
        }

        writer.Line();
        writer.Lines($"""
            {Docs("OutputShape")}
            public static int[] OutputShape(
                global::ConvGen.ReadOnlyTensorView<{plan.Element.Keyword}> input, global::ConvGen.PackedWeights weights) =>
                {kernels}.Layer.OutputShape(input, weights);
            """);
    }

    private static void WritePack(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        (string slope, string given, string docs) = plan.Spec.Epilogue.HasChannelParameters
            ? ($"\n    global::System.ReadOnlySpan<{element}> slope,", " slope,", Docs(PackSlope(element)))
            : ("", "", Docs(Pack(element)));
        writer.Line();
        writer.Lines($"""
            {docs}
            public static global::ConvGen.PackedWeights Pack(
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,{slope}
                int inChannels,
                int outChannels) =>
                {kernels}.Layer.Pack(weight, bias,{given} inChannels, outChannels, default);

            {docs}
            public static global::ConvGen.PackedWeights Pack(
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,{slope}
                int inChannels,
                int outChannels,
                global::System.ReadOnlySpan<int> inputSize) =>
                {kernels}.Layer.Pack(weight, bias,{given} inChannels, outChannels, inputSize);

            {Docs(PackNorm(element))}
            public static global::ConvGen.PackedWeights Pack(
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,
                global::ConvGen.BatchNorm norm,{slope}
                int inChannels,
                int outChannels,
                global::System.ReadOnlySpan<int> inputSize = default) =>
                {kernels}.Layer.Pack(weight, bias, norm,{(given.Length > 0 ? given : " default,")} inChannels, outChannels, inputSize);
            """);
        (string bias, string tensor) = given.Length > 0 ? ("bias", $"\n    {Tensor} slope,") : ("bias = null", "");
        writer.Line();
        writer.Lines($"""
            {Docs(PackTensors)}
            public static global::ConvGen.PackedWeights Pack(
                {Tensor} weight,
                {Tensor}? {bias},{tensor}
                global::ConvGen.BatchNorm norm = default,
                global::System.ReadOnlySpan<int> inputSize = default) =>
                {kernels}.Layer.Pack(weight, bias,{(given.Length > 0 ? given : " null,")} norm, inputSize);
            """);
        if (plan.Spec.FixesChannels)
        {
            writer.Line();
            writer.Lines($"""
                {docs}
                public static global::ConvGen.PackedWeights Pack(
                    global::System.ReadOnlySpan<{element}> weight, global::System.ReadOnlySpan<{element}> bias{(given.Length > 0 ? $", global::System.ReadOnlySpan<{element}> slope" : "")}) =>
                    Pack(weight, bias,{given} InChannels, OutChannels);
                """);
        }
    }

    private static void WriteForward(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        var more = new EpilogueParameters(plan);
        writer.Line();
        writer.Lines($"""
            {Docs(Packed(element, more))}
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,{more.Residual}
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.Forward(input, weights,{more.GivenResidual} output);

            {Docs(Threads(element, more))}
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,{more.Residual}
                global::ConvGen.TensorView<{element}> output,
                int maxDegreeOfParallelism) =>
                {kernels}.Layer.Forward(input, weights,{more.GivenResidual} output, maxDegreeOfParallelism);

            {Docs(Plain(element, more))}
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,{more.Slope}{more.Residual}
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.Forward(input, weight, bias,{more.GivenBoth} output);
            """);
    }

    private static void WriteParts(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        var more = new EpilogueParameters(plan);
        writer.Line();
        writer.Lines($"""
            {Docs("WorkUnits")}
            public static int WorkUnits(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.WorkUnits(input, weights, output);

            {Docs(Range(element, more))}
            public static void ForwardRange(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,{more.Residual}
                global::ConvGen.TensorView<{element}> output,
                int first,
                int end) =>
                {kernels}.Layer.ForwardRange(input, weights,{more.GivenResidual} output, first, end);

            {Docs("ScratchBytes")}
            public static long ScratchBytes(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.ScratchBytes(input, weights, output);
            """);
    }

    private static void WriteTensorSpans(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        var more = new EpilogueParameters(plan);
        string dense = "global::ConvGen.CompilerServices.DenseTensor";
        writer.Line();
        writer.Lines($"""
            {Docs(Threads(element, more))}
            public static void Forward(
                in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{element}> input,
                global::ConvGen.PackedWeights weights,{more.ResidualSpan}
                in global::System.Numerics.Tensors.TensorSpan<{element}> output,
                int maxDegreeOfParallelism = 1) =>
                {kernels}.Layer.Forward(
                    {dense}.Read(in input.GetPinnableReference(), input.Lengths, input.Strides, nameof(input)),
                    weights,{more.GivenResidualSpan}
                    {dense}.Write(ref output.GetPinnableReference(), output.Lengths, output.Strides, nameof(output)),
                    maxDegreeOfParallelism);

            {Docs(Plain(element, more))}
            public static void Forward(
                in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{element}> input,
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,{more.Slope}{more.ResidualSpan}
                in global::System.Numerics.Tensors.TensorSpan<{element}> output) =>
                {kernels}.Layer.Forward(
                    {dense}.Read(in input.GetPinnableReference(), input.Lengths, input.Strides, nameof(input)),
                    weight,
                    bias,{more.GivenBothSpans}
                    {dense}.Write(ref output.GetPinnableReference(), output.Lengths, output.Strides, nameof(output)));
            """);
    }

    private static string Docs(string member) =>
        $"""/// <inheritdoc cref="global::ConvGen.CompilerServices.ConvolutionLayer.{member}"/>""";

    // Overloads are told apart by their parameters.
    private static string Packed(string element, EpilogueParameters more) =>
        $"Forward({Input(element)}, global::ConvGen.PackedWeights, {more.ResidualType}{Output(element)})";

    private static string Threads(string element, EpilogueParameters more) =>
        $"Forward({Input(element)}, global::ConvGen.PackedWeights, {more.ResidualType}{Output(element)}, int)";

    private static string Plain(string element, EpilogueParameters more) => more.IsEmpty
        ? $"Forward({Input(element)}, {Span(element)}, {Span(element)}, {Output(element)})"
        : $"Forward({Input(element)}, {Span(element)}, {Span(element)}, {Span(element)}, {Input(element)}, {Output(element)})";

    private static string Range(string element, EpilogueParameters more) =>
        $"ForwardRange({Input(element)}, global::ConvGen.PackedWeights, {more.ResidualType}{Output(element)}, int, int)";

    private static string Pack(string element) => $"Pack({Span(element)}, {Span(element)}, int, int, {Span("int")})";

    private static string PackNorm(string element) =>
        $"Pack({Span(element)}, {Span(element)}, global::ConvGen.BatchNorm, {Span(element)}, int, int, {Span("int")})";

    private static string PackSlope(string element) => $"Pack({Span(element)}, {Span(element)}, {Span(element)}, int, int, {Span("int")})";

    private static string Input(string element) => "global::ConvGen.ReadOnlyTensorView{" + element + "}";

    private static string Output(string element) => "global::ConvGen.TensorView{" + element + "}";

    private static string Span(string element) => "global::System.ReadOnlySpan{" + element + "}";

    /// <summary>The parameters that an epilogue adds to members, each on a line of its own, and what is passed on.</summary>
    private readonly struct EpilogueParameters(LayerPlan plan)
    {
        private readonly bool _hasSlope = plan.Spec.Epilogue.HasChannelParameters;
        private readonly bool _hasResidual = plan.Spec.Epilogue.HasResidual;
        private readonly string _element = plan.Element.Keyword;

        public bool IsEmpty => !_hasSlope && !_hasResidual;

        public string Slope => _hasSlope ? $"\n    global::System.ReadOnlySpan<{_element}> slope," : "";

        public string Residual => _hasResidual ? $"\n    global::ConvGen.ReadOnlyTensorView<{_element}> residual," : "";

        public string ResidualSpan => _hasResidual ? $"\n    in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{_element}> residual," : "";

        public string ResidualType => _hasResidual ? Input(_element) + ", " : "";

        public string GivenResidual => _hasResidual ? " residual," : "";

        public string GivenBoth => IsEmpty ? "" : (_hasSlope ? " slope," : " default,") + (_hasResidual ? " residual," : " default,");

        public string GivenResidualSpan => _hasResidual ? "\n        " + Dense : "";

        public string GivenBothSpans => IsEmpty ? ""
            : "\n        " + (_hasSlope ? "slope," : "default,") + "\n        " + (_hasResidual ? Dense : "default,");

        private static string Dense =>
            "global::ConvGen.CompilerServices.DenseTensor.Read(in residual.GetPinnableReference(), residual.Lengths, residual.Strides, nameof(residual)),";
    }
}
