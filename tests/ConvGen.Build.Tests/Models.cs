using System.Reflection;
using Google.Protobuf;
using static ConvGen.OnnxProto.AttributeProto.Types;

namespace ConvGen.Build.Tests;

/// <summary>Models to convert: small ones made here, and files.</summary>
internal static class Models
{
    /// <summary>The folder of all tests.</summary>
    public static string Tests { get; } =
        typeof(Models).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Tests").Value!;

    /// <summary>The model files beside the tests, from their folder.</summary>
    public static TheoryData<string> Files =>
        [.. ((string[])["models", "networks"]).Select(static folder => Path.Combine(Tests, folder)).Where(Directory.Exists)
            .SelectMany(static folder => Directory.GetFiles(folder, "*.onnx")).Select(static path => Path.GetRelativePath(Tests, path)).Order(StringComparer.Ordinal)];

    /// <summary>A model with every kind of record.</summary>
    public static ModelProto Small()
    {
        var graph = new GraphProto
        {
            Name = "small",
            Input = { Value("image", 1, "batch", 3, "", null), Value("weight", 1, 4, 3, 1, 1), Value("count", 7), new ValueInfoProto { Name = "free", Type = Type(1) } },
            Output = { Value("out", 1, "batch", 4, null, null), Value("flag", 9) },
            Initializer =
            {
                new TensorProto { Name = "weight", DataType = 1, Dims = { 4, 3, 1, 1 }, FloatData = { Enumerable.Range(0, 12).Select(static i => i / 8f) } },
                new TensorProto { Name = "large", DataType = 1, Dims = { 17 }, RawData = Raw(Enumerable.Range(0, 17).Select(static i => (float)i)) },
                new TensorProto { Name = "axes", DataType = 7, Dims = { 2 }, Int64Data = { 2, -1 } },
                new TensorProto { Name = "none", DataType = 1, Dims = { 0 } },
                new TensorProto { Name = "half", DataType = 10, Dims = { 2 }, Int32Data = { 0x3C00, 0xFC00 } },
            },
            Node =
            {
                Node("Conv", ["image", "weight"], ["conv"], Ints("strides", 1, 1), Int("group", 1), Text("auto_pad", "SAME UPPER"), Text("none", "")),
                Node("Constant", [], ["two"], new AttributeProto { Name = "value_float", F = 2, Type = AttributeType.Float }),
                Node("Constant", [], ["shape"], new AttributeProto { Name = "value_ints", Ints = { 1, 4 }, Type = AttributeType.Ints }),
                Node("Constant", [], ["tensor"], Tensor("value", new TensorProto { Name = "ignored", DataType = 9, Dims = { 3 }, RawData = ByteString.CopyFrom(0, 1, 2) })),
                Node("Constant", [], ["words"], new AttributeProto { Name = "value_strings", Strings = { Utf8("a b"), Utf8("") }, Type = AttributeType.Strings }),
                Node("ConstantOfShape", ["shape"], ["filled"], Tensor("value", new TensorProto { DataType = 1, Dims = { 1 }, FloatData = { -0.1f } })),
                Node("Relu", ["conv"], ["filled/value"]),
                Node("Clip", ["conv", "", "two"], ["clip", ""], new AttributeProto { Name = "bounds", Floats = { float.NaN, -0f, 1e-45f }, Type = AttributeType.Floats }),
                Node("If", ["count"], ["flag"], new AttributeProto { Name = "then_branch", G = new GraphProto(), Type = AttributeType.Graph }),
                Node("Gelu", ["clip"], ["out"]),
            },
        };
        graph.Node[9].Domain = "com.microsoft";
        graph.Node[0].Name = "first node";
        return Model(graph);
    }

    /// <summary>A model of one tensor and a node that reads it.</summary>
    public static ModelProto OfTensor(TensorProto tensor) => Model(new GraphProto
    {
        Output = { Value("out", 1) },
        Initializer = { tensor },
        Node = { Node("Identity", [tensor.Name], ["out"]) },
    });

    public static ModelProto Model(GraphProto graph) => new()
    {
        IrVersion = 8,
        ProducerName = "tests",
        ProducerVersion = "1.0",
        Graph = graph,
        OpsetImport = { new OperatorSetIdProto { Version = 13 }, new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 } },
    };

    public static NodeProto Node(string type, string[] inputs, string[] outputs, params AttributeProto[] attributes) =>
        new() { OpType = type, Input = { inputs }, Output = { outputs }, Attribute = { attributes } };

    public static AttributeProto Int(string name, long value) => new() { Name = name, I = value, Type = AttributeType.Int };

    public static AttributeProto Ints(string name, params long[] values) => new() { Name = name, Ints = { values }, Type = AttributeType.Ints };

    public static AttributeProto Text(string name, string value) => new() { Name = name, S = Utf8(value), Type = AttributeType.String };

    public static AttributeProto Tensor(string name, TensorProto value) => new() { Name = name, T = value, Type = AttributeType.Tensor };

    /// <summary>An input or output.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="element">The number of its type.</param>
    /// <param name="dimensions">Its axes: a number, a symbol, or null.</param>
    public static ValueInfoProto Value(string name, int element, params object?[] dimensions)
    {
        TypeProto type = Type(element);
        type.TensorType.Shape = new TensorShapeProto();
        foreach (object? dimension in dimensions)
        {
            type.TensorType.Shape.Dim.Add(dimension switch
            {
                int length => new TensorShapeProto.Types.Dimension { DimValue = length },
                string symbol => new TensorShapeProto.Types.Dimension { DimParam = symbol },
                _ => new TensorShapeProto.Types.Dimension(),
            });
        }

        return new ValueInfoProto { Name = name, Type = type };
    }

    public static ByteString Raw<T>(IEnumerable<T> values)
        where T : struct => ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(values.ToArray()));

    public static ByteString Utf8(string text) => ByteString.CopyFromUtf8(text);

    /// <summary>Converts a model that lies in a folder.</summary>
    public static ModelConversion Convert(byte[] bytes, string folder = "/nowhere") => ModelConversion.Read(ByteRange.Of(bytes), "small.onnx", folder);

    public static ModelConversion Convert(ModelProto model, string folder = "/nowhere") => Convert(model.ToByteArray(), folder);

    /// <summary>The records of a manifest that begin with a word.</summary>
    public static string[] Records(string manifest, string record) =>
        [.. manifest.Split('\n').Where(line => line.StartsWith(record + " ", StringComparison.Ordinal)).Select(line => line[(record.Length + 1)..])];

    private static TypeProto Type(int element) => new() { TensorType = new TypeProto.Types.Tensor { ElemType = element } };
}
