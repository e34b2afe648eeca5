using System.Globalization;

namespace ConvGen.Testing;

/// <summary>
/// Calls all Forward forms of a layer, with weights packed in both orders, and compares them with an oracle, element by element.
/// </summary>
/// <param name="layer">The emitted code.</param>
/// <param name="golden">Arguments and results for it.</param>
/// <param name="biasIsATerm">Whether the bias counts as a term of the sum, <see cref="Tolerance.BoundWithBias"/>.</param>
public sealed class CaseCheck(CompiledLayer layer, GoldenCase golden, bool biasIsATerm = false)
{
    private delegate void Form(ReadOnlyTensorView<float> input, TensorView<float> output);

    /// <summary>What differs, at most one line a form.</summary>
    public IEnumerable<string> Mismatches()
    {
        int[] size = layer.OutputSize(golden.Layer.In);
        if (!size.SequenceEqual(golden.Layer.Out))
        {
            return [$"OutputSize is {string.Join('x', size)}, expected {string.Join('x', golden.Layer.Out)}"];
        }

        PackedWeights packed = layer.Pack(golden.W, golden.B);
        PackedWeights sized = layer.Pack(golden.W, golden.B, golden.Layer.Cin, golden.Layer.Cout, golden.Layer.In);
        var reference = ScatterReference.Compute(golden.Layer, golden.X, golden.W, golden.B);
        string?[] lines =
        [
            Mismatch("Forward(packed)", reference, (input, output) => layer.Forward(input, packed, output)),
            Mismatch("Forward(packed for the input size)", reference, (input, output) => layer.Forward(input, sized, output)),
            Mismatch("Forward(weight, bias)", reference, (input, output) => layer.Forward(input, golden.W, golden.B, output)),
        ];
        return lines.OfType<string>();
    }

    private string? Mismatch(string name, ScatterReference reference, Form forward)
    {
        var input = new GuardedBuffer(golden.X);
        var output = new GuardedBuffer(golden.Y.Length);
        LeaveNaNInScratch(output);
        output.Elements.Fill(float.NaN);
        forward(new(input.Elements, golden.Layer.InputShape), new(output.Elements, golden.Layer.OutputShape));
        if (!output.IsIntact)
        {
            return $"{name} wrote outside its output";
        }

        (int first, int wrong) = (-1, 0);
        for (int i = 0; i < golden.Y.Length; i++)
        {
            if (!Tolerance.Accepts(output.Elements[i], golden.Y[i], Bound(reference, i)))
            {
                first = wrong++ == 0 ? i : first;
            }
        }

        if (wrong == 0)
        {
            return null;
        }

        (float got, float expected) = (output.Elements[first], golden.Y[first]);
        string values = string.Create(
            CultureInfo.InvariantCulture, $"got {got:G9}, expected {expected:G9}, bound {Bound(reference, first):G3}");
        return FormattableString.Invariant($"{name} [{Index(first)}]: {values}; {wrong} of {golden.Y.Length} elements are wrong");
    }

    private double Bound(ScatterReference reference, int index)
    {
        if (!biasIsATerm || golden.B.Length == 0)
        {
            return Tolerance.Bound(reference, index, golden.Y[index]);
        }

        int plane = index / (golden.Y.Length / (golden.Layer.N * golden.Layer.Cout));
        return Tolerance.BoundWithBias(reference, index, golden.Y[index], golden.B[plane % golden.Layer.Cout]);
    }

    // Whatever the next call does not write itself is NaN then.
    private void LeaveNaNInScratch(GuardedBuffer output)
    {
        (float[] x, float[] w, float[] b) = (NaN(golden.X), NaN(golden.W), NaN(golden.B));
        layer.Forward(new(x, golden.Layer.InputShape), w, b, new(output.Elements, golden.Layer.OutputShape));
    }

    private static float[] NaN(float[] like)
    {
        var values = new float[like.Length];
        Array.Fill(values, float.NaN);
        return values;
    }

    private string Index(int element)
    {
        int[] index = golden.Layer.OutputShape;
        for (int axis = index.Length - 1; axis >= 0; axis--)
        {
            (element, index[axis]) = Math.DivRem(element, index[axis]);
        }

        return string.Join(", ", index);
    }
}
