using System;
using ConvGen;

// Overlap-add of [2, 3] with [1, 2, 3] at stride 2: a textbook example.
var output = new float[Spread.OutputSize(2)];
PackedWeights packed = Spread.Pack([1, 2, 3], [], inChannels: 1, outChannels: 1);
Spread.Forward(new ReadOnlyTensorView<float>([2, 3], [1, 1, 2]), packed, new TensorView<float>(output, [1, 1, output.Length]));
Console.WriteLine(string.Join(" ", output));

[ConvTranspose(k: 3, s: 2, Rank = 1)]
internal static partial class Spread;
