using ConvGen;

namespace Quickstart;

/// <summary>Prints one layer's input, kernel and output.</summary>
internal static class Example
{
    internal delegate void Layer(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);

    public static void Show(string title, string name, float[] input, int[] shape, float[] kernel, int[] outputShape, Layer forward)
    {
        float[] output = new float[outputShape.Aggregate(1, (product, length) => product * length)];
        forward(new ReadOnlyTensorView<float>(input, shape), kernel, [], new TensorView<float>(output, outputShape));
        Console.WriteLine($"{name}: {title}");
        Print("  input ", input, shape[^1]);
        Print("  output", output, outputShape[^1]);
        Console.WriteLine();
    }

    private static void Print(string label, float[] values, int width)
    {
        for (int row = 0; row < values.Length; row += width)
        {
            IEnumerable<string> cells = values.Skip(row).Take(width).Select(value => FormattableString.Invariant($"{value,4}"));
            Console.WriteLine((row == 0 ? label : new string(' ', label.Length)) + string.Concat(cells));
        }
    }
}
