using System;
using System.IO;
using System.Linq;
using ConvGen;
using ConvGen.CompilerServices;
using ConvGen.Testing;

// The reference cases, without a JIT and without reflection, from weights that are packed, packed for the input's size, and plain.
string[] forms = ["packed", "packed for its size", "plain weights"];
var failed = new int[forms.Length];
(string Folder, LayerCase Layer)[] cases =
    [.. args.SelectMany(folder => LayerCaseFile.Read(Path.Combine(folder, "cases.csv")).Select(layer => (folder, layer)))];
for (int index = 0; index < cases.Length; index++)
{
    (LayerCase layer, float[] x, float[] w, float[] b, float[] y) = GoldenCase.Load(cases[index].Folder, cases[index].Layer);
    var reference = ScatterReference.Compute(layer, x, w, b);
    (Pack pack, Forward forward, ForwardPlain forwardPlain) = Layers.All[index];
    for (int form = 0; form < forms.Length; form++)
    {
        var output = new float[y.Length];
        var input = new ReadOnlyTensorView<float>(x, layer.InputShape);
        var result = new TensorView<float>(output, layer.OutputShape);
        if (form == 2)
        {
            forwardPlain(input, w, b, result);
        }
        else
        {
            forward(input, pack(w, b, layer.Cin, layer.Cout, form == 0 ? [] : layer.In), result);
        }

        int wrong = Enumerable.Range(0, output.Length).Count(
            i => !Tolerance.Accepts(output[i], y[i], Tolerance.Bound(reference, i, y[i])));
        if (wrong > 0)
        {
            failed[form]++;
            Console.WriteLine($"{layer.Name}, {forms[form]}: {wrong} of {output.Length} elements are wrong");
        }
    }
}

for (int form = 0; form < forms.Length; form++)
{
    Console.WriteLine($"{SimdSupport.Widest}, {forms[form]}: {cases.Length - failed[form]} passed, {failed[form]} failed");
}

return failed.Sum() + NetworkCases.Failed();

internal sealed record Layer(Pack Pack, Forward Forward, ForwardPlain ForwardPlain);

internal delegate PackedWeights Pack(
    ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize);

internal delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

internal delegate void ForwardPlain(
    ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);
