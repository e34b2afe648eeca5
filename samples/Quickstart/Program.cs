using ConvGen;

float[] y = new float[9];
Blur.Forward(new ReadOnlyTensorView<float>([1, 0, 1, 1, 0, 1, 0], [1, 7]), [1, 2, 3], [], new TensorView<float>(y, [1, 9]));
Console.WriteLine(string.Join(",", y));
float[] z = new float[25];
Up.Forward(new ReadOnlyTensorView<float>([1, 2, 3, 4], [1, 1, 2, 2]), [1, 1, 1, 0, 0, 0, -1, -1, -1], [], new TensorView<float>(z, [1, 1, 5, 5]));
Console.WriteLine(string.Join(",", z));

[ConvTranspose(k: 3, Rank = 1)]
internal static partial class Blur;

[ConvTranspose(k: 3, s: 2)]
internal static partial class Up;
