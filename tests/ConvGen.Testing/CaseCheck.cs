using System.Globalization;
using System.Runtime.InteropServices;
using ConvGen.Rules;

namespace ConvGen.Testing;

/// <summary>
/// Calls all Forward forms of a layer, with weights packed in both orders, and compares them with an oracle, element by element.
/// </summary>
/// <param name="layer">The emitted code.</param>
/// <param name="golden">Arguments and results for it.</param>
public sealed class CaseCheck(CompiledLayer layer, GoldenCase golden)
{
    // Of a plane of the output.
    private readonly int _pixels = LayerCase.Elements(golden.Layer.Out);

    private delegate void Form(ReadOnlyTensorView<float> input, TensorView<float> output);

    /// <summary>The definition's results, where they are there already; elements are then held to its float64 values.</summary>
    public ScatterReference? Reference { get; init; }

    /// <summary>Where it is there, Winograd forms may err by what their transforms make of the largest products of a plane.</summary>
    public PlaneMagnitude? Transforms { get; init; }

    /// <summary>
    /// Where there is one, the forms that divide the work are called too, in ways drawn from it, and must give the bits of the undivided
    /// call: several threads, ranges of units in any order, an input without a batch axis.
    /// </summary>
    public int? Schedule { get; init; }

    /// <summary>Channels before and after those of input and output, in tensors of which these are parts.</summary>
    public (int Before, int After) Beside { get; init; }

    /// <summary>What differs, at most one line a form.</summary>
    public IEnumerable<string> Mismatches()
    {
        int[] size = layer.OutputSize(golden.Layer.In);
        if (!size.SequenceEqual(golden.Layer.Out))
        {
            return [$"OutputSize is {string.Join('x', size)}, expected {string.Join('x', golden.Layer.Out)}"];
        }

        PackedWeights packed = layer.Pack(golden.W, golden.B);
        int[] shape = layer.OutputShape(new(golden.X, golden.Layer.InputShape), packed);
        if (!shape.SequenceEqual(golden.Layer.OutputShape))
        {
            return [$"OutputShape is {string.Join('x', shape)}, expected {string.Join('x', golden.Layer.OutputShape)}"];
        }

        PackedWeights sized = layer.PackForSize(golden.W, golden.B);
        ScatterReference reference = Reference ?? golden.Reference ?? ScatterReference.Compute(golden.Layer, golden.X, golden.W, golden.B);
        string?[] lines =
        [
            Mismatch("Forward(packed)", reference, packed.Algorithm, (input, output) => layer.Forward(input, packed, output)),
            Mismatch(
                "Forward(packed for the input size)",
                reference,
                sized.Algorithm,
                (input, output) => layer.Forward(input, sized, output)),
            Mismatch(
                "Forward(weight, bias)",
                reference,
                Algorithm.Direct,
                (input, output) => layer.Forward(input, golden.W, golden.B, output)),
            Excess("Forward(packed)", packed),
            Excess("Forward(packed for the input size)", sized),
            .. Schedule is { } seed ? Differences(new Random(seed), packed, sized) : [],
        ];
        return lines.OfType<string>();
    }

    private IEnumerable<string?> Differences(Random random, PackedWeights packed, PackedWeights sized)
    {
        PackedWeights weights = random.Next(2) == 0 ? packed : sized;
        int threads = random.Next(-1, 5) is var count && count == 0 ? 8 : count;
        GuardedBuffer whole = Run((input, output) => layer.Forward(input, weights, output));
        yield return Difference(
            FormattableString.Invariant($"Forward on {threads} threads"),
            whole,
            (input, output) => layer.Forward(input, weights, output, threads));
        yield return Difference("ForwardRange", whole, (input, output) =>
        {
            foreach ((int first, int end) in Ranges(random, layer.WorkUnits(input, weights, output)))
            {
                layer.ForwardRange(input, weights, output, first, end);
            }
        });
        if (golden.Layer.N == 1)
        {
            yield return Difference("Forward without a batch axis", whole, (input, output) =>
                layer.Forward(new(input.Elements, input.Shape[1..]), weights, new(output.Elements, output.Shape[1..])));
        }
    }

    private static (int First, int End)[] Ranges(Random random, int units)
    {
        var ranges = new List<(int First, int End)>();
        for (int first = 0, end; first < units; first = end)
        {
            end = Math.Min(units, first + random.Next(1, 4));
            ranges.Add((first, end));
        }

        (int, int)[] order = [.. ranges];
        random.Shuffle(order);
        return order;
    }

    private GuardedBuffer Run(Form forward)
    {
        var input = new GuardedBuffer(golden.X);
        var output = new GuardedBuffer(golden.Y.Length);
        LeaveNaNInScratch(output);
        output.Elements.Fill(float.NaN);
        if (Beside == default)
        {
            forward(new(input.Elements, golden.Layer.InputShape), new(output.Elements, golden.Layer.OutputShape));
            return output;
        }

        // All that lies beside the parts is NaN, before and after.
        var wideInput = new WideTensor(golden.Layer.InputShape, Beside);
        var wideOutput = new WideTensor(golden.Layer.OutputShape, Beside);
        wideInput.Write(golden.X);
        forward(wideInput.Part, wideOutput.Part);
        return wideOutput.Read(output) ? output : throw new InvalidOperationException("the call wrote beside the part that is its output");
    }

    private string? Mismatch(string name, ScatterReference reference, Algorithm algorithm, Form forward)
    {
        GuardedBuffer output = Run(forward);
        if (!output.IsIntact)
        {
            return $"{name} wrote outside its output";
        }

        (int first, int wrong) = (-1, 0);
        for (int i = 0; i < golden.Y.Length; i++)
        {
            (double value, double bound) = End(reference, i, algorithm);
            if (!Tolerance.Accepts(output.Elements[i], value, bound))
            {
                first = wrong++ == 0 ? i : first;
            }
        }

        if (wrong == 0)
        {
            return null;
        }

        (double expected, double allowed) = End(reference, first, algorithm);
        string values = string.Create(
            CultureInfo.InvariantCulture, $"got {output.Elements[first]:G9}, expected {expected:G9}, bound {allowed:G3}");
        return FormattableString.Invariant($"{name} [{Index(first)}]: {values}; {wrong} of {golden.Y.Length} elements are wrong");
    }

    private string? Difference(string name, GuardedBuffer whole, Form forward)
    {
        GuardedBuffer output = Run(forward);
        if (!output.IsIntact)
        {
            return $"{name} wrote outside its output";
        }

        int same = MemoryMarshal.Cast<float, int>(output.Elements).CommonPrefixLength(MemoryMarshal.Cast<float, int>(whole.Elements));
        return same == golden.Y.Length
            ? null
            : FormattableString.Invariant(
                $"{name} [{Index(same)}]: got {output.Elements[same]:G9}, the call as a whole makes {whole.Elements[same]:G9}");
    }

    // Scratch memory stays below the output's size and a megabyte.
    private string? Excess(string name, PackedWeights weights)
    {
        long allowed = (sizeof(float) * (long)golden.Y.Length) + (1 << 20);
        long bytes = layer.ScratchBytes(new(golden.X, golden.Layer.InputShape), weights, new(golden.Y, golden.Layer.OutputShape));
        return bytes <= allowed
            ? null
            : FormattableString.Invariant($"{name} takes {bytes} bytes of scratch memory, {allowed} are allowed");
    }

    // The true output, and how far it may be off.
    private (double Value, double Bound) End(ScatterReference reference, int index, Algorithm algorithm)
    {
        (double sum, double bound) = (Expected(index), Bound(reference, index, algorithm));
        int channel = index / _pixels % golden.Layer.Cout;
        return layer.Request.Ending == Ending.None ? (sum, bound) : layer.Request.Ending.Of(
            sum, bound, layer.Residuals.Length > 0 ? layer.Residuals[index] : 0, layer.Slopes.Length > 0 ? layer.Slopes[channel] : 0);
    }

    private double Expected(int index) => Reference is null ? golden.Y[index] : Reference.Y[index];

    private double Bound(ScatterReference reference, int index, Algorithm algorithm)
    {
        double bound = Tolerance.Bound(reference, index, Expected(index));
        return AlgorithmRule.IsFast(algorithm) && Transforms is not null
            ? bound + Transforms.Bound(index / _pixels, mixesChannels: algorithm == Algorithm.Strassen)
            : bound;
    }

    // Whatever the next call does not write itself is NaN then: in a buffer of every size, in the second one that plain weights take, and
    // in those that are larger.
    private void LeaveNaNInScratch(GuardedBuffer output)
    {
        (float[] x, float[] w, float[] b) = (NaN(golden.X), NaN(golden.W), NaN(golden.B));
        layer.Forward(new(x, golden.Layer.InputShape), w, b, new(output.Elements, golden.Layer.OutputShape));
        StaleScratch.Leave();
    }

    private static float[] NaN(float[] like)
    {
        var values = new float[like.Length];
        Array.Fill(values, float.NaN);
        return values;
    }

    private string Index(int element) => string.Join(", ", LayerCase.Index(element, golden.Layer.OutputShape));
}
