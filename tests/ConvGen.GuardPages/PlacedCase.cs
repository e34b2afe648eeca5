using System.Runtime.InteropServices;
using ConvGen.GuardPages.Cases;
using ConvGen.GuardPages.Memory;
using ConvGen.Memory;
using ConvGen.Testing;

namespace ConvGen.GuardPages;

/// <summary>Runs a case in memory of its own and compares every form of the call, bit for bit, with the same in ordinary memory.</summary>
/// <param name="guardCase">The case.</param>
/// <param name="layer">Its code.</param>
/// <param name="journal">Is told of each step before it is taken, and of what went wrong.</param>
internal sealed class PlacedCase(GuardCase guardCase, CompiledLayer layer, Journal journal)
{
    private const int Threads = 3;

    private readonly LayerArguments _arguments = guardCase.Arguments();
    private readonly int _outputs = LayerCase.Elements(layer.Layer.OutputShape);

    private delegate void Form(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);

    /// <summary>Runs all placements.</summary>
    public void Run(int alignments)
    {
        journal.Step($"{guardCase}, ordinary memory");
        (float[] x, float[] w, float[] b) = _arguments;
        (string Name, float[] Expected)[] forms = [.. Forms(layer.Pack(w, b), layer.PackForSize(w, b)).Select(form =>
        {
            var output = new float[_outputs];
            form.Call(new(x, layer.Layer.InputShape), w, b, new(output, layer.Layer.OutputShape));
            return (form.Name, output);
        })];
        foreach (Placement placement in Placement.All(alignments))
        {
            Run(placement, forms);
            journal.Placed();
        }
    }

    private void Run(Placement placement, (string Name, float[] Expected)[] ordinary)
    {
        string place = $"{guardCase}, {placement}";
        journal.Step($"{place}, Pack");
        using var memory = new GuardedMemory(placement, guardCase.Shortage);
        Span<float> x = memory.Copy(BufferKind.Input, _arguments.X);
        Span<float> w = memory.Copy(BufferKind.Weight, _arguments.W);
        Span<float> b = memory.Copy(BufferKind.Bias, _arguments.B);
        try
        {
            WatchedMemory.Current = memory;
            (PackedWeights packed, PackedWeights sized) = (layer.Pack(w, b), layer.PackForSize(w, b));
            foreach (((string name, Form call), (_, float[] expected)) in Forms(packed, sized).Zip(ordinary))
            {
                journal.Step($"{place}, {name}");
                using var own = new GuardedMemory(placement, guardCase.Shortage);
                WatchedMemory.Current = own;
                Span<float> y = own.Room(BufferKind.Output, _outputs);
                call(new(x, layer.Layer.InputShape), w, b, new(y, layer.Layer.OutputShape));
                Compare(name, place, y, expected, [.. memory.Broken, .. own.Broken]);
            }
        }
        finally
        {
            WatchedMemory.Current = null;
        }
    }

    private (string Name, Form Call)[] Forms(PackedWeights packed, PackedWeights sized) =>
    [
        ("Forward(packed)", (input, _, _, output) => layer.Forward(input, packed, output)),
        ("Forward(packed for the input size)", (input, _, _, output) => layer.Forward(input, sized, output)),
        ("Forward(packed, several threads)", (input, _, _, output) => layer.Forward(input, packed, output, Threads)),
        ("Forward(weight, bias)", (input, weight, bias, output) => layer.Forward(input, weight, bias, output)),
    ];

    private void Compare(string name, string place, ReadOnlySpan<float> y, ReadOnlySpan<float> expected, BufferKind[] broken)
    {
        if (broken.Length > 0)
        {
            journal.Finding($"{place}, {name}: wrote beside {string.Join(", ", broken)}");
        }

        int same = MemoryMarshal.Cast<float, int>(y).CommonPrefixLength(MemoryMarshal.Cast<float, int>(expected));
        if (same < expected.Length)
        {
            journal.Finding(FormattableString.Invariant(
                $"{place}, {name}: [{same}] is {y[same]:G9}, in ordinary memory {expected[same]:G9}"));
        }
    }
}
