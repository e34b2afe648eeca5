using System.Globalization;
using System.Text;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>A manifest, as the build makes one of a model: written line by line in tests. Nodes are called what they make.</summary>
internal sealed class ModelText
{
    private readonly StringBuilder _text = new("convgen-model 1\nmodel test.onnx\nopset % 17\n");

    /// <summary>The manifest.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>An input of the network, of real numbers.</summary>
    public ModelText Input(string name, params object[] shape) => Line("input", name, "float32", Words(shape));

    /// <summary>An output of the network.</summary>
    public ModelText Output(string name) => Line("output", name, "float32", "*");

    /// <summary>A tensor in the weights file.</summary>
    public ModelText Weight(string name, params object[] shape) =>
        Line("tensor", name, "float32", shape.Length.ToString(CultureInfo.InvariantCulture), Words(shape), "file");

    /// <summary>A scalar that is known when code is generated.</summary>
    public ModelText Scalar(string name, double value) => Line("tensor", name, "float32", "0", "=", Words(value));

    /// <summary>A list of whole numbers.</summary>
    public ModelText List(string name, params object[] numbers) =>
        Line("tensor", name, "int64", "1", numbers.Length.ToString(CultureInfo.InvariantCulture), "=", Words(numbers));

    /// <summary>A node.</summary>
    /// <param name="output">What it makes; several, parted by spaces.</param>
    /// <param name="op">The operator.</param>
    /// <param name="inputs">What it takes, parted by spaces; % for one that is left out.</param>
    /// <param name="attributes">Name, type and values of each, as in the manifest.</param>
    public ModelText Node(string output, string op, string inputs, params string[] attributes)
    {
        Line("node", op, "%", output.Split(' ')[0]).Line("in", inputs).Line("out", output);
        return attributes.Aggregate(this, static (text, attribute) => text.Line("attr", attribute));
    }

    /// <summary>x (1, 4, 8, 8) and a convolution of it, c, of the same shape.</summary>
    public static ModelText Conv() => new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3).Node("c", "Conv", "x w", "pads is 1 1 1 1");

    /// <summary>A name as manifests write it.</summary>
    public static string Word(string name) =>
        string.Concat(Encoding.UTF8.GetBytes(name).Select(static letter => char.IsAsciiLetterOrDigit((char)letter) ? ((char)letter).ToString() : $"%{letter:X2}"));

    private static string Words(params object[] words) => string.Join(' ', words.Select(static word => Convert.ToString(word, CultureInfo.InvariantCulture)));

    private ModelText Line(params string[] words)
    {
        _text.AppendJoin(' ', words.Where(static word => word.Length > 0)).Append('\n');
        return this;
    }
}
