using System.Text;
using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>Writes the manifest of a model, one record a line, for the generator to read; docs/models.md has the format.</summary>
internal sealed class ManifestWriter
{
    private const int Version = 1;
    private const int MostRealsInline = 16;

    private readonly StringBuilder _text = new();

    private ManifestWriter()
    {
    }

    /// <param name="name">What users call the model.</param>
    /// <param name="hash">The SHA-256 of its file.</param>
    /// <param name="model">The model.</param>
    /// <param name="contents">What its graph holds.</param>
    /// <exception cref="ModelException">The text would be too long, or a tensor cannot be read.</exception>
    public static string Write(string name, string hash, OnnxModel model, ModelContents contents)
    {
        var writer = new ManifestWriter();
        writer.Line("convgen-model", ManifestText.Of(Version));
        writer.Line("model", ManifestText.Of(name), hash, ManifestText.Of(model.Producer));
        foreach (KeyValuePair<string, long> opset in model.Opsets)
        {
            writer.Line("opset", ManifestText.Of(opset.Key), ManifestText.Of(opset.Value));
        }

        foreach (ValueInfo input in contents.Inputs)
        {
            writer.Line("input", End(input));
        }

        foreach (ValueInfo output in model.Graph.Outputs)
        {
            writer.Line("output", End(output));
        }

        foreach (Tensor tensor in contents.Tensors)
        {
            writer.WriteTensor(tensor);
        }

        foreach (Node node in contents.Nodes)
        {
            writer.Line("node", ManifestText.Of(node.Operator), ManifestText.Of(node.Domain), ManifestText.Of(node.Name));
            writer.Line("in", node.Inputs.Select(ManifestText.Of));
            writer.Line("out", node.Outputs.Select(ManifestText.Of));
            foreach (NodeAttribute attribute in node.Attributes)
            {
                writer.Line("attr", Attribute(attribute, contents));
            }
        }

        return writer._text.ToString();
    }

    private void WriteTensor(Tensor tensor)
    {
        bool isInline = !tensor.IsReal || tensor.Count <= MostRealsInline;
        // A character and a space each: said before they are read.
        ModelLimits.Check(isInline ? tensor.Count : 0, ModelLimits.ManifestLength / 2, "integers in the tensor " + ModelException.Quote(tensor.Name));
        string[] head =
        [
            ManifestText.Of(tensor.Name), tensor.Element!.Name, ManifestText.Of(tensor.Dimensions.Length),
            .. tensor.Dimensions.Select(static length => ManifestText.Of(length)),
        ];
        Line("tensor", isInline ? head.Append("=").Concat(TensorValues.Words(tensor)) : head.Append("file"));
    }

    private void Line(string record, params string[] words) => Line(record, (IEnumerable<string>)words);

    private void Line(string record, IEnumerable<string> words)
    {
        _text.Append(record);
        foreach (string word in words)
        {
            _text.Append(' ').Append(word);
            ModelLimits.Check(_text.Length, ModelLimits.ManifestLength, "characters in its graph and integer tensors");
        }

        _text.Append('\n');
    }

    private static IEnumerable<string> End(ValueInfo value) =>
        [ManifestText.Of(value.Name), value.Element.Name, .. value.Dimensions?.Select(Dimension) ?? ["*"]];

    private static string Dimension(Dimension dimension) =>
        dimension.Length is { } length ? ManifestText.Of(length) : dimension.Symbol.Length == 0 ? "?" : "?" + ManifestText.Of(dimension.Symbol);

    private static IEnumerable<string> Attribute(NodeAttribute attribute, ModelContents contents)
    {
        string name = ManifestText.Of(attribute.Name);
        return attribute.Value switch
        {
            long value => [name, "i", ManifestText.Of(value)],
            float value => [name, "f", ManifestText.Of(value)],
            ByteRange value => [name, "s", ManifestText.Of(value)],
            long[] values => [name, "is", .. values.Select(ManifestText.Of)],
            float[] values => [name, "fs", .. values.Select(ManifestText.Of)],
            ByteRange[] values => [name, "ss", .. values.Select(ManifestText.Of)],
            Tensor => [name, "t", ManifestText.Of(contents.TensorName(attribute))],
            _ => [name, "g"],
        };
    }
}
