using System.Numerics;

namespace ConvGen.CompilerServices;

/// <summary>
/// What a call must satisfy. Every failure is one message that names the parameter, its value and what is legal,
/// thrown before anything is written.
/// </summary>
internal sealed class LayerChecks(LayerGeometry geometry, Algorithm requested, int fixedIn, int fixedOut, int[] fixedSize)
{
    private int Rank => geometry.Rank;

    public int OutputLength(int axis, int input, string parameter)
    {
        string name = LayerGeometry.AxisName(Rank, axis);
        if (input < 1)
        {
            throw OutOfRange(parameter, input, $"The input {name} is {input}; legal are lengths from 1.");
        }

        if (fixedSize.Length > 0 && input != fixedSize[axis])
        {
            throw OutOfRange(parameter, input, $"The input {name} is {input}; the attribute fixes it to {fixedSize[axis]} (InputSize).");
        }

        AxisGeometry a = geometry.Axis(axis);
        long output = a.OutputLength(input);
        if (output is < 1 or > int.MaxValue)
        {
            long least = ((1 - a.LengthOffset + a.Stride - 1) / a.Stride) + 1;
            string legal = output < 1 ? Text($"inputs from {least}") : Text($"outputs to {int.MaxValue}");
            throw OutOfRange(parameter, input, $"The input {name} is {input}, which gives an output {name} of {output}; legal are {legal}.");
        }

        return (int)output;
    }

    public void Channels(int inChannels, string inParameter, int outChannels, string outParameter)
    {
        Channel(inChannels, inParameter, fixedIn, "input", "InChannels");
        Channel(outChannels, outParameter, fixedOut, "output", "OutChannels");
    }

    public void Weights(int weight, int bias, int inChannels, int outChannels)
    {
        int outPerGroup = outChannels / geometry.Groups;
        // Exact as far as any span goes; beyond, it cannot wrap.
        double expected = (double)inChannels * outPerGroup * geometry.Depth.Kernel * geometry.Height.Kernel * geometry.Width.Kernel;
        if (weight != expected)
        {
            BigInteger plane = (BigInteger)geometry.Height.Kernel * geometry.Width.Kernel;
            BigInteger exact = plane * geometry.Depth.Kernel * inChannels * outPerGroup;
            string counts = geometry.IsOrdinary
                ? Text($"{outChannels} output channels, {inChannels / geometry.Groups} input channels per group")
                : Text($"{inChannels} input channels, {outPerGroup} output channels per group");
            string limit = expected > int.MaxValue ? Text($", more than the {int.MaxValue} that a span can have") : "";
            throw Wrong(nameof(weight), $"The weight has {weight} elements; legal are {exact}: {counts}, kernel {Kernel()}{limit}.");
        }

        if (bias != 0 && bias != outChannels)
        {
            throw Wrong(nameof(bias), $"The bias has {bias} elements; legal are {outChannels}, one per output channel, or 0 for none.");
        }
    }

    /// <summary>The channels of a weight that knows its shape, (Cin, Cout/g, ...) or, of an ordinary layer, (Cout, Cin/g, ...).</summary>
    public (int In, int Out) Channels(WeightTensor weight)
    {
        ReadOnlySpan<int> shape = weight.Shape;
        (int fixedFirst, int fixedSecond) = geometry.IsOrdinary ? (fixedOut, fixedIn) : (fixedIn, fixedOut);
        bool fits = shape.Length == Rank + 2 && Fits(shape[0], fixedFirst) && Fits(shape[1], fixedSecond / geometry.Groups)
            && (long)shape[1] * geometry.Groups <= int.MaxValue;
        for (int axis = 0; fits && axis < Rank; axis++)
        {
            fits = shape[axis + 2] == geometry.Axis(axis).Kernel;
        }

        if (!fits)
        {
            (string first, string second) = geometry.IsOrdinary ? ("Cout", "Cin") : ("Cin", "Cout");
            string legal = (fixedFirst > 0 ? Text($"{fixedFirst}") : first) + ", "
                + (fixedSecond > 0 ? Text($"{fixedSecond / geometry.Groups}") : Text($"{second}/{geometry.Groups}"));
            throw new ArgumentException(
                Text($"The weight {weight.Name} has the shape {TensorShape.Format(shape)}; legal are ({legal}, {Kernel()[1..]}."), nameof(weight));
        }

        int whole = shape[1] * geometry.Groups;
        return geometry.IsOrdinary ? (whole, shape[0]) : (shape[0], whole);

        static bool Fits(int length, int required) => required == 0 || length == required;
    }

    /// <summary>The size that weights are packed for: the attribute's, else the caller's; empty where neither says.</summary>
    public int[] InputSize(ReadOnlySpan<int> size, string parameter)
    {
        if (size.Length == 0)
        {
            return fixedSize;
        }

        if (size.Length != Rank)
        {
            throw new ArgumentException(
                Text($"The input size {TensorShape.Format(size)} has {size.Length} axes; ")
                    + Text($"legal are {Rank} ({Axes()}), or none where it is unknown."),
                parameter);
        }

        for (int axis = 0; axis < Rank; axis++)
        {
            OutputLength(axis, size[axis], parameter);
        }

        return size.ToArray();
    }

    public static void PackedLength(long length)
    {
        if (length > int.MaxValue / 2)
        {
            throw Wrong("weight", $"The weight takes {length} elements when packed; legal are {int.MaxValue / 2}.");
        }
    }

    /// <summary>
    /// Checks a call with packed weights. What is wrong first is told first: the number of axes, whose weights these are, channels, sizes.
    /// </summary>
    public LayerShape Packed(ReadOnlySpan<int> input, PackedWeights weights, ReadOnlySpan<int> output, ConvolutionLayer layer)
    {
        int channelAxis = Axes(input, output);
        OwnWeights(weights, layer);
        (int inChannels, int outChannels) = (input[channelAxis], output[channelAxis]);
        Channels(inChannels, nameof(input), outChannels, nameof(output));
        PackedChannels("input", inChannels, weights.InChannels);
        PackedChannels("output", outChannels, weights.OutChannels);
        return Sizes(input, output, channelAxis);
    }

    /// <summary>Checks a call with weights in PyTorch's layout, in the same order.</summary>
    public LayerShape Plain(ReadOnlySpan<int> input, int weight, int bias, ReadOnlySpan<int> output)
    {
        int channelAxis = Axes(input, output);
        (int inChannels, int outChannels) = (input[channelAxis], output[channelAxis]);
        Channels(inChannels, nameof(input), outChannels, nameof(output));
        Weights(weight, bias, inChannels, outChannels);
        return Sizes(input, output, channelAxis);
    }

    /// <summary>The whole shape of the output, after the checks that a call would make of the input and the weights.</summary>
    public int[] OutputShape(ReadOnlySpan<int> input, PackedWeights weights, ConvolutionLayer layer)
    {
        int[] output = input.ToArray();
        int channelAxis = Axes(input, output);
        OwnWeights(weights, layer);
        Channel(input[channelAxis], nameof(input), fixedIn, "input", "InChannels");
        Channel(weights.OutChannels, nameof(weights), fixedOut, "output of these weights", "OutChannels");
        PackedChannels("input", input[channelAxis], weights.InChannels);
        output[channelAxis] = weights.OutChannels;
        OutputLengths(input[(channelAxis + 1)..], output.AsSpan(channelAxis + 1));
        return output;
    }

    private void OutputLengths(ReadOnlySpan<int> input, Span<int> lengths)
    {
        for (int axis = 0; axis < Rank; axis++)
        {
            lengths[axis] = OutputLength(axis, input[axis], nameof(input));
        }
    }

    // The axis of the channels: the second of a batch, the first without one.
    private int Axes(ReadOnlySpan<int> input, ReadOnlySpan<int> output)
    {
        if (input.Length != Rank + 1 && input.Length != Rank + 2)
        {
            throw new ArgumentException(
                Text($"The input {TensorShape.Format(input)} has {input.Length} axes; ")
                    + Text($"legal are {Rank + 2} (N, C, {Axes()}) or {Rank + 1} (C, {Axes()})."),
                nameof(input));
        }

        if (output.Length != input.Length)
        {
            throw new ArgumentException(
                Text($"The output {TensorShape.Format(output)} has {output.Length} axes; ")
                    + Text($"legal are {input.Length}, as many as the input {TensorShape.Format(input)} has."),
                nameof(output));
        }

        return input.Length - Rank - 1;
    }

    // Weights are good for equal parameters and the channels that they were packed for, nothing else.
    private void OwnWeights(PackedWeights weights, ConvolutionLayer layer)
    {
        LayerGeometry packed = weights.Layer.Plan.Geometry;
        if (packed != geometry)
        {
            throw new ArgumentException(
                Text($"The weights were packed for another layer, {Describe(packed)}; ")
                    + Text($"legal are weights packed by this one, {Describe(geometry)}."),
                nameof(weights));
        }

        // The class that packed them ends their outputs, by what it takes to do so.
        if (weights.Layer != layer && (weights.Layer.HasEpilogue || layer.HasEpilogue))
        {
            throw new ArgumentException(
                "The weights were packed by another class, whose outputs end otherwise: legal are weights packed by this class.", nameof(weights));
        }

        if (requested is Algorithm.Direct or Algorithm.DirectChannels or Algorithm.DirectPixels && AlgorithmRule.IsFast(weights.Algorithm))
        {
            throw new ArgumentException(
                Text($"The weights were packed for {weights.Algorithm} by another class of the same layer; this class's attribute asks for ")
                    + Text($"Algorithm.{requested}, which never spreads an infinity or NaN: legal are weights packed by this class."),
                nameof(weights));
        }
    }

    private static void PackedChannels(string parameter, int channels, int packed)
    {
        if (channels != packed)
        {
            throw Wrong(parameter, $"The {parameter} has {channels} channels; the weights were packed for {packed}.");
        }
    }

    private LayerShape Sizes(ReadOnlySpan<int> input, ReadOnlySpan<int> output, int channelAxis)
    {
        bool batched = channelAxis > 0;
        int batch = batched ? input[0] : 1;
        Span<int> lengths = stackalloc int[Rank];
        OutputLengths(input[(channelAxis + 1)..], lengths);
        (int inChannels, int outChannels) = (input[channelAxis], output[channelAxis]);
        if ((batched && output[0] != batch) || !output[(channelAxis + 1)..].SequenceEqual(lengths))
        {
            throw new ArgumentException(
                Text($"The output is {TensorShape.Format(output)}; ")
                    + Text($"legal is {Expected(batched, batch, outChannels, lengths)} for the input {TensorShape.Format(input)}.")
                    + WayOut(input[(channelAxis + 1)..], output[(channelAxis + 1)..], lengths),
                nameof(output));
        }

        return new LayerShape(batch, inChannels, outChannels, Extent.FromAxes(input[(channelAxis + 1)..]), Extent.FromAxes(lengths));
    }

    public static void Part(int gap, int leadingAxes, string parameter)
    {
        if (gap > 0 && leadingAxes < 2)
        {
            throw Wrong(parameter, $"The {parameter} is a part along an axis of the image; legal are parts along the batch, or the channels.");
        }
    }

    public static void Residual(ReadOnlySpan<int> residual, ReadOnlySpan<int> output)
    {
        if (!residual.SequenceEqual(output))
        {
            throw new ArgumentException(
                Text($"The residual is {TensorShape.Format(residual)}; legal is {TensorShape.Format(output)}, the shape of the output."), nameof(residual));
        }
    }

    public static void Slope(int length, int outChannels)
    {
        if (length != outChannels && length != 1)
        {
            throw Wrong("slope", $"The slope has {length} elements; legal are {outChannels}, one per output channel, or 1 for all.");
        }
    }

    public static void Norm(BatchNorm norm, int outChannels)
    {
        Check(norm.Scale.Length, "scale", mayBeEmpty: true);
        Check(norm.Shift.Length, "shift", mayBeEmpty: true);
        Check(norm.Mean.Length, "mean", mayBeEmpty: false);
        Check(norm.Variance.Length, "variance", mayBeEmpty: false);
        for (int channel = 0; channel < outChannels; channel++)
        {
            if (!((double)norm.Variance[channel] + norm.Eps > 0))
            {
                throw new ArgumentException(
                    Text($"The variance of channel {channel} is {norm.Variance[channel]} and eps {norm.Eps}; legal are sums above 0."), nameof(norm));
            }
        }

        void Check(int length, string part, bool mayBeEmpty)
        {
            if (length != outChannels && !(mayBeEmpty && length == 0))
            {
                throw new ArgumentException(
                    Text($"The {part} of the batch norm has {length} elements; legal are {outChannels}, one per output channel")
                        + (mayBeEmpty ? ", or 0 for none." : "."),
                    nameof(norm));
            }
        }
    }

    public static void NoOverlap<T>(ReadOnlySpan<T> argument, string parameter, ReadOnlySpan<T> output)
    {
        if (output.Overlaps(argument))
        {
            throw Wrong(nameof(output), $"The output overlaps the {parameter} in memory; it must lie apart.");
        }
    }

    private void Channel(int channels, string parameter, int required, string kind, string property)
    {
        if (channels < 1 || channels % geometry.Groups != 0)
        {
            string legal = geometry.Groups == 1 ? "counts from 1" : Text($"multiples of the {geometry.Groups} groups");
            throw OutOfRange(parameter, channels, $"The {kind} has {channels} channels; legal are {legal}.");
        }

        if (required != 0 && channels != required)
        {
            throw OutOfRange(parameter, channels, $"The {kind} has {channels} channels; the attribute fixes them to {required} ({property}).");
        }
    }

    private static string Expected(bool batched, int batch, int channels, ReadOnlySpan<int> lengths)
    {
        ReadOnlySpan<int> head = batched ? [batch, channels] : [channels];
        return TensorShape.Format<int>([.. head, .. lengths]);
    }

    // Whoever wants another length must change the attribute: how.
    private string WayOut(ReadOnlySpan<int> input, ReadOnlySpan<int> wished, ReadOnlySpan<int> lengths)
    {
        string text = "";
        for (int axis = 0; axis < Rank; axis++)
        {
            if (wished[axis] != lengths[axis])
            {
                string wish = Text($"an output {LayerGeometry.AxisName(Rank, axis)} of {wished[axis]}");
                string op = geometry.IsOrdinary ? "" : " and op";
                text += OutputFit.Find(geometry.Axis(axis), input[axis], wished[axis]) is { } fit
                    ? Text($" For {wish}, the attribute takes p = {fit.Padding}{(geometry.IsOrdinary ? "" : Text($" and op = {fit.OutputPadding}"))}.")
                    : $" No p{op} give{(geometry.IsOrdinary ? "s" : "")} {wish}.";
            }
        }

        return text;
    }

    private string Axes() => Rank switch { 1 => "L", 2 => "H, W", _ => "D, H, W" };

    private string Kernel()
    {
        var lengths = new int[Rank];
        for (int axis = 0; axis < Rank; axis++)
        {
            lengths[axis] = geometry.Axis(axis).Kernel;
        }

        return TensorShape.Format<int>(lengths);
    }

    private static string Describe(LayerGeometry layer)
    {
        var text = new List<string>();
        for (int axis = 0; axis < layer.Rank; axis++)
        {
            AxisGeometry a = layer.Axis(axis);
            if (a.IsOrdinary)
            {
                string end = a.PaddingEnd == a.InputPadding ? "" : Text($" pEnd {a.PaddingEnd}");
                text.Add(Text($"{LayerGeometry.AxisName(layer.Rank, axis)} k {a.Kernel} s {a.InStep} d {a.Dilation} p {a.InputPadding}{end}"));
                continue;
            }

            // Of cropped ends and added ones only the difference is known.
            long outputPadding = a.LengthOffset - 1 - ((long)a.Dilation * (a.Kernel - 1)) + (2L * a.PadBegin);
            text.Add(
                Text($"{LayerGeometry.AxisName(layer.Rank, axis)} k {a.Kernel} s {a.Stride} d {a.Dilation} ")
                + Text($"p {a.PadBegin} op {outputPadding}"));
        }

        string kind = layer.IsOrdinary ? "ordinary, " : "";
        return Text($"{kind}{string.Join(", ", text)}, groups {layer.Groups}");
    }

    private static ArgumentException Wrong(string parameter, FormattableString message) => new(Text(message), parameter);

    private static ArgumentOutOfRangeException OutOfRange(string parameter, int value, FormattableString message) => new(parameter, value, Text(message));

    private static string Text(FormattableString message) => FormattableString.Invariant(message);
}
