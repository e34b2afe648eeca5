using ConvGen.OnnxProto;
using Google.Protobuf;
using static ConvGen.OnnxProto.AttributeProto.Types;

namespace ConvGen.Fuzz.Models;

/// <summary>Builds a small model node by node: each gives the name of what it makes.</summary>
internal sealed class SeedGraph
{
    private readonly GraphProto _graph = new() { Name = "seed" };
    private readonly Random _random = new(1);

    /// <summary>An input.</summary>
    public string Input(params int[] shape)
    {
        string name = FormattableString.Invariant($"input{_graph.Input.Count}");
        _graph.Input.Add(Value(name, shape));
        return name;
    }

    /// <summary>Small numbers that are drawn.</summary>
    public string Weight(params int[] shape) => Add(new TensorProto
    {
        DataType = 1,
        Dims = { shape.Select(static length => (long)length) },
        FloatData = { Enumerable.Range(0, shape.Aggregate(1, static (a, b) => a * b)).Select(_ => _random.NextSingle() - 0.4f) },
    });

    /// <summary>One real number.</summary>
    public string Scalar(float number) => Add(new TensorProto { DataType = 1, FloatData = { number } });

    /// <summary>Real numbers.</summary>
    public string Reals(params float[] numbers) => Add(new TensorProto { DataType = 1, Dims = { numbers.Length }, FloatData = { numbers } });

    /// <summary>Whole numbers.</summary>
    public string Integers(params long[] numbers) => Add(new TensorProto { DataType = 7, Dims = { numbers.Length }, Int64Data = { numbers } });

    /// <summary>One whole number.</summary>
    public string Integer(long number) => Add(new TensorProto { DataType = 7, Int64Data = { number } });

    /// <summary>A node with one output.</summary>
    public string Node(string op, string[] inputs, params (string Name, object Value)[] attributes) => Nodes(op, inputs, 1, attributes)[0];

    /// <summary>A node.</summary>
    public string[] Nodes(string op, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        string[] made = [.. Enumerable.Range(0, outputs).Select(i => FormattableString.Invariant($"{op.ToLowerInvariant()}{_graph.Node.Count}_{i}"))];
        _graph.Node.Add(new NodeProto
        {
            Name = FormattableString.Invariant($"/net/{op}_{_graph.Node.Count}"),
            OpType = op,
            Input = { inputs },
            Output = { made },
            Attribute = { attributes.Select(static attribute => Attribute(attribute.Name, attribute.Value)) },
        });
        return made;
    }

    /// <summary>The model.</summary>
    /// <param name="opset">The version of its operators.</param>
    /// <param name="outputs">What it gives.</param>
    public byte[] Build(int opset, params string[] outputs)
    {
        _graph.Output.AddRange(outputs.Select(static name => Value(name, [])));
        return new ModelProto { IrVersion = 8, Graph = _graph, OpsetImport = { new OperatorSetIdProto { Version = opset } } }.ToByteArray();
    }

    /// <summary>An attribute of a value's type.</summary>
    public static AttributeProto Attribute(string name, object value) => value switch
    {
        int number => new AttributeProto { Name = name, I = number, Type = AttributeType.Int },
        long number => new AttributeProto { Name = name, I = number, Type = AttributeType.Int },
        float number => new AttributeProto { Name = name, F = number, Type = AttributeType.Float },
        int[] list => new AttributeProto { Name = name, Ints = { list.Select(static number => (long)number) }, Type = AttributeType.Ints },
        string text => new AttributeProto { Name = name, S = ByteString.CopyFromUtf8(text), Type = AttributeType.String },
        TensorProto tensor => new AttributeProto { Name = name, T = tensor, Type = AttributeType.Tensor },
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };

    /// <summary>An input or output of real numbers.</summary>
    public static ValueInfoProto Value(string name, int[] shape) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = 1,
                Shape = new TensorShapeProto { Dim = { shape.Select(static length => new TensorShapeProto.Types.Dimension { DimValue = length }) } },
            },
        },
    };

    private string Add(TensorProto tensor)
    {
        tensor.Name = FormattableString.Invariant($"net.{_graph.Initializer.Count}.weight");
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }
}
