using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The public members of a configuration.</summary>
internal static class MemberWriter
{
    public static void Write(SourceWriter writer, LayerPlan plan, string kernels, bool hasTensorSpans)
    {
        WriteConstants(writer, plan);
        WriteOutputSize(writer, plan, kernels);
        WritePack(writer, plan, kernels);
        WriteForward(writer, plan, kernels);
        if (hasTensorSpans)
        {
            WriteTensorSpans(writer, plan, kernels);
        }
    }

    private static void WriteConstants(SourceWriter writer, LayerPlan plan)
    {
        bool first = true;
        foreach ((string name, string summary, int value) in GeneratedMembers.Constants(plan.Spec))
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public const int {name} = {value};");
        }
    }

    private static void WriteOutputSize(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string[] names = [.. plan.Axes.Select(static axis => axis.Name)];
        string type = names.Length == 1 ? "int" : "(" + string.Join(", ", names.Select(static n => "int " + Identifiers.Pascal(n))) + ")";
        writer.Line();
        writer.Line("/// <summary>The spatial size of the output, (in - 1)s - 2p + d(k - 1) + op + 1 per axis.</summary>");
        foreach (string name in names)
        {
            writer.Line($"/// <param name=\"{name}\">The input {name}, from 1.</param>");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">");
        writer.Line("/// An input is below 1, or an output below 1 or beyond int.MaxValue.");
        writer.Line("/// </exception>");
        writer.Line($"public static {type} OutputSize({string.Join(", ", names.Select(static n => "int " + n))}) =>");
        string[] lengths =
            [.. names.Select((name, axis) => FormattableString.Invariant($"{kernels}.Layer.OutputLength({axis}, {name}, nameof({name}))"))];
        for (int axis = 0; axis < names.Length; axis++)
        {
            string open = axis > 0 ? " " : names.Length > 1 ? "(" : "";
            string close = axis < names.Length - 1 ? "," : names.Length > 1 ? ");" : ";";
            writer.Line("    " + open + lengths[axis] + close);
        }
    }

    private static void WritePack(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        writer.Line();
        writer.Lines($"""
            /// <summary>Packs weights for <c>Forward</c>: once, at start-up.</summary>
            /// <param name="weight">PyTorch's layout (Cin, Cout/g, {KernelAxes(plan)}), row-major.</param>
            /// <param name="bias">One number per output channel, or empty for none.</param>
            /// <param name="inChannels">Input channels, a multiple of the groups.</param>
            /// <param name="outChannels">Output channels, a multiple of the groups.</param>
            /// <exception cref="global::System.ArgumentException">A channel count or a length does not fit.</exception>
            public static global::ConvGen.PackedWeights Pack(
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,
                int inChannels,
                int outChannels) =>
                {kernels}.Layer.Pack(weight, bias, inChannels, outChannels, []);

            /// <summary>The same in the form that suits inputs of a size best; inputs of any size are computed.</summary>
            /// <param name="weight">PyTorch's layout (Cin, Cout/g, {KernelAxes(plan)}), row-major.</param>
            /// <param name="bias">One number per output channel, or empty for none.</param>
            /// <param name="inChannels">Input channels, a multiple of the groups.</param>
            /// <param name="outChannels">Output channels, a multiple of the groups.</param>
            /// <param name="inputSize">The spatial size that inputs will mostly have, one length per axis.</param>
            /// <exception cref="global::System.ArgumentException">A channel count, a length or the size does not fit.</exception>
            public static global::ConvGen.PackedWeights Pack(
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,
                int inChannels,
                int outChannels,
                global::System.ReadOnlySpan<int> inputSize) =>
                {kernels}.Layer.Pack(weight, bias, inChannels, outChannels, inputSize);
            """);
        if (plan.Spec.InChannels > 0 && plan.Spec.OutChannels > 0)
        {
            writer.Line();
            writer.Lines($"""
                /// <summary>Packs weights of the fixed channels for <c>Forward</c>: once, at start-up.</summary>
                /// <param name="weight">PyTorch's layout (Cin, Cout/g, {KernelAxes(plan)}), row-major.</param>
                /// <param name="bias">One number per output channel, or empty for none.</param>
                /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
                public static global::ConvGen.PackedWeights Pack(
                    global::System.ReadOnlySpan<{element}> weight, global::System.ReadOnlySpan<{element}> bias) =>
                    Pack(weight, bias, InChannels, OutChannels);
                """);
        }
    }

    private static void WriteForward(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        string axes = Spatial(plan);
        writer.Line();
        writer.Lines($"""
            /// <summary>Computes the layer from packed weights; allocates nothing once warm, safe from any number of threads.</summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">
            /// (N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N; every element is overwritten.
            /// </param>
            /// <exception cref="global::System.ArgumentException">
            /// A shape or the weights do not fit, or input and output overlap; nothing was written.
            /// </exception>
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.Forward(input, weights, output);

            /// <summary>
            /// The same on up to <paramref name="maxDegreeOfParallelism"/> threads: the same bits, and one thread where more would not
            /// help.
            /// </summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">
            /// (N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N; every element is overwritten.
            /// </param>
            /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
            /// <exception cref="global::System.ArgumentException">
            /// An argument does not fit, or input and output overlap; nothing was written.
            /// </exception>
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output,
                int maxDegreeOfParallelism) =>
                {kernels}.Layer.Forward(input, weights, output, maxDegreeOfParallelism);

            /// <summary>How many units of work a call falls into, for schedulers of your own.</summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">(N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N; nothing is written.</param>
            /// <exception cref="global::System.ArgumentException">An argument does not fit, or input and output overlap.</exception>
            public static int WorkUnits(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.WorkUnits(input, weights, output);

            /// <summary>Does some units of a call: in any order, on any thread, each writes its own part of the output.</summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">(N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N.</param>
            /// <param name="first">The first unit.</param>
            /// <param name="end">The unit after the last, <c>WorkUnits</c> at the most.</param>
            /// <exception cref="global::System.ArgumentException">
            /// An argument does not fit, or input and output overlap; nothing was written.
            /// </exception>
            public static void ForwardRange(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output,
                int first,
                int end) =>
                {kernels}.Layer.ForwardRange(input, weights, output, first, end);

            /// <summary>Bytes of scratch memory that each thread of a call takes from the pool.</summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">(N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N; nothing is written.</param>
            /// <exception cref="global::System.ArgumentException">An argument does not fit, or input and output overlap.</exception>
            public static long ScratchBytes(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::ConvGen.PackedWeights weights,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.ScratchBytes(input, weights, output);

            /// <summary>Computes the layer from plain weights, for a single call: packs them every time.</summary>
            /// <param name="input">(N, Cin, {axes}), or (Cin, {axes}).</param>
            /// <param name="weight">PyTorch's layout (Cin, Cout/g, {KernelAxes(plan)}), row-major.</param>
            /// <param name="bias">One number per output channel, or empty for none.</param>
            /// <param name="output">
            /// (N, Cout, {axes}) of <see cref="OutputSize"/>, or the same without N; every element is overwritten.
            /// </param>
            /// <exception cref="global::System.ArgumentException">
            /// A shape or a length does not fit, or the output overlaps an argument; nothing was written.
            /// </exception>
            public static void Forward(
                global::ConvGen.ReadOnlyTensorView<{element}> input,
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,
                global::ConvGen.TensorView<{element}> output) =>
                {kernels}.Layer.Forward(input, weight, bias, output);
            """);
    }

    private static void WriteTensorSpans(SourceWriter writer, LayerPlan plan, string kernels)
    {
        string element = plan.Element.Keyword;
        string dense = "global::ConvGen.CompilerServices.DenseTensor";
        writer.Line();
        writer.Lines($"""
            /// <summary>The same on dense tensors of System.Numerics.Tensors, in place.</summary>
            /// <param name="input">(N, Cin, {Spatial(plan)}), or (Cin, {Spatial(plan)}).</param>
            /// <param name="weights">What <c>Pack</c> made.</param>
            /// <param name="output">
            /// (N, Cout, {Spatial(plan)}) of <see cref="OutputSize"/>, or the same without N; every element is overwritten.
            /// </param>
            /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
            /// <exception cref="global::System.ArgumentException">
            /// A tensor is not dense, an argument does not fit, or input and output overlap; nothing was written.
            /// </exception>
            public static void Forward(
                in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{element}> input,
                global::ConvGen.PackedWeights weights,
                in global::System.Numerics.Tensors.TensorSpan<{element}> output,
                int maxDegreeOfParallelism = 1) =>
                {kernels}.Layer.Forward(
                    {dense}.Read(in input.GetPinnableReference(), input.Lengths, input.Strides, nameof(input)),
                    weights,
                    {dense}.Write(ref output.GetPinnableReference(), output.Lengths, output.Strides, nameof(output)),
                    maxDegreeOfParallelism);

            /// <summary>The same from plain weights, for a single call: packs them every time.</summary>
            /// <param name="input">(N, Cin, {Spatial(plan)}), or (Cin, {Spatial(plan)}).</param>
            /// <param name="weight">PyTorch's layout (Cin, Cout/g, {KernelAxes(plan)}), row-major.</param>
            /// <param name="bias">One number per output channel, or empty for none.</param>
            /// <param name="output">
            /// (N, Cout, {Spatial(plan)}) of <see cref="OutputSize"/>, or the same without N; every element is overwritten.
            /// </param>
            /// <exception cref="global::System.ArgumentException">
            /// A tensor is not dense, a shape or a length does not fit, or the output overlaps an argument; nothing was written.
            /// </exception>
            public static void Forward(
                in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{element}> input,
                global::System.ReadOnlySpan<{element}> weight,
                global::System.ReadOnlySpan<{element}> bias,
                in global::System.Numerics.Tensors.TensorSpan<{element}> output) =>
                {kernels}.Layer.Forward(
                    {dense}.Read(in input.GetPinnableReference(), input.Lengths, input.Strides, nameof(input)),
                    weight,
                    bias,
                    {dense}.Write(ref output.GetPinnableReference(), output.Lengths, output.Strides, nameof(output)));
            """);
    }

    private static string Spatial(LayerPlan plan) => plan.Spec.Rank switch { 1 => "L", 2 => "H, W", _ => "D, H, W" };

    private static string KernelAxes(LayerPlan plan) => plan.Spec.Rank switch { 1 => "k", 2 => "kH, kW", _ => "kD, kH, kW" };
}
