using System;
using System.IO;
using System.Linq;
using ConvGen;
using ConvGen.CompilerServices;
using ConvGen.Testing;

// The reference cases, without a JIT and without reflection.
string folder = args[0];
int failed = 0;
LayerCase[] cases = [.. LayerCaseFile.Read(Path.Combine(folder, "cases.csv"))];
for (int index = 0; index < cases.Length; index++)
{
    GoldenCase golden = GoldenCase.Load(folder, cases[index]);
    var reference = ScatterReference.Compute(golden.Layer, golden.X, golden.W, golden.B);
    (Pack pack, Forward forward) = Layers.All[index];
    var output = new float[golden.Y.Length];
    forward(
        new ReadOnlyTensorView<float>(golden.X, golden.Layer.InputShape),
        pack(golden.W, golden.B, golden.Layer.Cin, golden.Layer.Cout),
        new TensorView<float>(output, golden.Layer.OutputShape));
    int wrong = Enumerable.Range(0, output.Length).Count(
        i => !Tolerance.Accepts(output[i], golden.Y[i], Tolerance.Bound(reference, i, golden.Y[i])));
    if (wrong > 0)
    {
        failed++;
        Console.WriteLine($"{golden.Layer.Name}: {wrong} of {output.Length} elements are wrong");
    }
}

Console.WriteLine($"{SimdSupport.Widest}: {cases.Length - failed} passed, {failed} failed");

internal delegate PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels);

internal delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);
