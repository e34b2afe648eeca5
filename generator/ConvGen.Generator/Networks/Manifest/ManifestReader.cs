using System.Globalization;
using System.Text;
using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Manifest;

/// <summary>Reads the manifest that the build made of a model file: a record a line, text escaped with %.</summary>
internal sealed class ManifestReader
{
    private const string Version = "1";

    private readonly Dictionary<string, GraphValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _opsets = new(StringComparer.Ordinal);
    private readonly Dictionary<GraphValue, string[]> _dimensions = [];
    private NetworkGraph _graph = new("");
    private GraphNode? _node;

    private ManifestReader()
    {
    }

    /// <summary>The network of a manifest, with input shapes as the model has them where <paramref name="inputSizes"/> is empty.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="inputSizes">The shapes of all inputs, one after the other; or empty.</param>
    /// <exception cref="NetworkException">It is none, or its inputs are not of known size.</exception>
    public static NetworkGraph Read(string text, IReadOnlyList<int> inputSizes)
    {
        var reader = new ManifestReader();
        try
        {
            foreach (string line in text.Split('\n'))
            {
                reader.ReadLine(line.TrimEnd('\r').Split(' '));
            }

            reader.SizeInputs(inputSizes);
        }
        catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException or OverflowException or InvalidCastException)
        {
            throw new NetworkException("The manifest of the model is damaged; build the project anew");
        }

        return reader._graph;
    }

    private void ReadLine(string[] tokens)
    {
        switch (tokens[0])
        {
            case "convgen-model" when tokens[1] != Version:
                throw new NetworkException($"The manifest of the model has format {tokens[1]}, this generator reads {Version}; build the project anew");
            case "model":
                _graph = new NetworkGraph(Text(tokens[1]));
                break;
            case "opset":
                _opsets[Text(tokens[1])] = Int(tokens[2]);
                break;
            case "input" or "output":
                ReadEnd(tokens);
                break;
            case "tensor":
                ReadTensor(tokens);
                break;
            case "node":
                ReadNode(tokens);
                break;
            case "in":
                foreach (string name in tokens.Skip(1))
                {
                    _node!.Take(name == "%" ? null : Value(Text(name)));
                }

                break;
            case "out":
                foreach (string name in tokens.Skip(1))
                {
                    GraphValue value = Value(Text(name));
                    value.Producer = _node;
                    _node!.Outputs.Add(value);
                }

                break;
            case "attr":
                _node!.Attributes.Add(Text(tokens[1]), Attribute(tokens));
                break;
        }
    }

    private void ReadEnd(string[] tokens)
    {
        GraphValue value = Value(Text(tokens[1]));
        value.Element = Element(tokens[2]);
        if (tokens[0] == "output")
        {
            _graph.Outputs.Add(value);
            return;
        }

        _graph.Inputs.Add(value);
        _dimensions[value] = [.. tokens.Skip(3)];
    }

    private void ReadTensor(string[] tokens)
    {
        GraphValue value = Value(Text(tokens[1]));
        value.Element = Element(tokens[2]);
        int rank = Int(tokens[3]);
        value.Shape = [.. tokens.Skip(4).Take(rank).Select(Int)];
        value.IsConstant = true;
        value.IsWeight = value.Element == ElementKind.Real;
        if (value.IsWeight)
        {
            _graph.Weights.Add(value);
        }

        if (tokens[4 + rank] == "=")
        {
            string[] numbers = [.. tokens.Skip(5 + rank)];
            value.Known = value.Element == ElementKind.Real
                ? new KnownTensor(value.Shape, null, [.. numbers.Select(Real)])
                : new KnownTensor(value.Shape, [.. numbers.Select(Long)], null);
            if (value.Known.Count != value.Count)
            {
                throw new FormatException();
            }
        }
    }

    private void ReadNode(string[] tokens)
    {
        string domain = Text(tokens[2]);
        string op = domain.Length is 0 ? Text(tokens[1]) : domain + "." + Text(tokens[1]);
        _node = new GraphNode(op, Text(tokens[3]), new NodeAttributes($"{op} node {Text(tokens[3])}"))
        {
            Opset = _opsets.TryGetValue(domain, out int version) ? version : 0,
        };
        _graph.Nodes.Add(_node);
    }

    private object Attribute(string[] tokens) => tokens[2] switch
    {
        "i" => Long(tokens[3]),
        "f" => Real(tokens[3]),
        "s" => Text(tokens[3]),
        "is" => tokens.Skip(3).Select(Long).ToArray(),
        "fs" => tokens.Skip(3).Select(Real).ToArray(),
        "ss" => tokens.Skip(3).Select(Text).ToArray(),
        "t" => Value(Text(tokens[3])).Known ?? (object)tokens,
        _ => tokens,
    };

    // Numbers of the model, or those that the attribute gives for all inputs, one after the other.
    private void SizeInputs(IReadOnlyList<int> sizes)
    {
        int given = 0;
        if (_graph.Inputs.Find(input => _dimensions[input].SequenceEqual(["*"])) is { } unknown)
        {
            throw new NetworkException($"The model does not say how many axes its input {unknown.Name} has");
        }

        int axes = _graph.Inputs.Sum(input => _dimensions[input].Length);
        if (sizes.Count > 0 && sizes.Count != axes)
        {
            throw new NetworkException(FormattableString.Invariant(
                $"Input has {sizes.Count} lengths; the inputs of the model have {axes} axes in all"));
        }

        foreach (GraphValue input in _graph.Inputs)
        {
            string[] dimensions = _dimensions[input];
            var shape = new int[dimensions.Length];
            for (int axis = 0; axis < shape.Length; axis++)
            {
                bool isOpen = dimensions[axis].StartsWith("?", StringComparison.Ordinal);
                if (sizes.Count == 0 && isOpen)
                {
                    throw new NetworkException($"The model leaves sizes of its input {input.Name} open: {Open(dimensions)}; give Input all of them");
                }

                int length = isOpen ? 0 : Int(dimensions[axis]);
                if (!isOpen && length < 1)
                {
                    throw new NetworkException(FormattableString.Invariant(
                        $"The model gives axis {axis} of its input {input.Name} the length {length}; legal are lengths from 1"));
                }

                shape[axis] = sizes.Count == 0 ? length : sizes[given++];
                if (shape[axis] < 1 || (!isOpen && shape[axis] != length))
                {
                    throw new NetworkException(FormattableString.Invariant(
                        $"Input gives axis {axis} of the model's input {input.Name} the length {shape[axis]}; legal {Legal(dimensions[axis], isOpen)}"));
                }
            }

            input.Shape = shape;
        }
    }

    private static string Legal(string dimension, bool isOpen) => isOpen ? "are lengths from 1" : "is " + dimension;

    private static string Open(string[] dimensions) => "(" + string.Join(", ", dimensions.Select(static d => d == "?" ? "?" : Text(d.TrimStart('?')))) + ")";

    private GraphValue Value(string name)
    {
        if (!_values.TryGetValue(name, out GraphValue? value))
        {
            _values.Add(name, value = new GraphValue(name));
        }

        return value;
    }

    private static ElementKind Element(string name) => name switch
    {
        "float32" or "float64" or "float16" or "bfloat16" => ElementKind.Real,
        "bool" => ElementKind.Boolean,
        "string" => ElementKind.Text,
        _ => ElementKind.Integer,
    };

    // %XX is a byte of UTF-8; a lone % is no text at all.
    private static string Text(string token)
    {
        if (!token.Contains("%"))
        {
            return token;
        }

        var bytes = new List<byte>(token.Length);
        for (int i = 0; i < token.Length; i++)
        {
            if (token[i] != '%')
            {
                bytes.Add((byte)token[i]);
            }
            else if (token.Length > 1)
            {
                bytes.Add(byte.Parse(token.Substring(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static int Int(string token) => int.Parse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The largest unsigned numbers wrap; nothing counts so far.
    private static long Long(string token) => long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number
        : unchecked((long)ulong.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture));

    private static float Real(string token) => float.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);
}
