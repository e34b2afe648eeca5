using ConvGen.OnnxProto;
using Google.Protobuf;
using static ConvGen.OnnxProto.AttributeProto.Types;

namespace ConvGen.Fuzz.Models;

/// <summary>Changes what a model says: most of what comes out is still a model, of a network that may or may not make sense.</summary>
internal sealed class ModelMutation(Random random)
{
    private static readonly long[] s_numbers =
    [
        0, 1, -1, 2, 3, 4, 5, 7, 8, 13, 16, 64, 255, 1000, 1024, 4096, 65_535, 65_536, 100_000, 1 << 24, 1 << 30, int.MaxValue - 1, int.MaxValue, int.MinValue,
        uint.MaxValue, 1L << 32, 1L << 40, long.MaxValue, long.MinValue,
    ];

    private static readonly float[] s_reals =
        [0, 1, -1, 0.5f, 2, 3, 6, 1f / 6, 1e-45f, 1e9f, 1e38f, -1e38f, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    private static readonly string[] s_names =
    [
        "class", "weights", "memory", "arena", "run", "Definition", "Run", "Load", "LoadWeights", "nameof", "maxDegreeOfParallelism", "load", "file", "input0", "value",
        "a b", "a-b", "a.b", "0", "_", "@if", "", " ", "*", "%", "%41", "%zz", "\n", "x\r\n#error y", "\\", "\"", "\"; throw null; //", "*/ int i; /*", "</summary>", "{0}", "{", "\u2028x",
        "\u0085", "\0", "\u202Eabc", "\u00E4\u6F22\uD83D\uDE00", "net.0.weight", "__metadata__", "../../x", "Layer1", "Network_Network", "spacer_2", new('n', 4000), new('m', 10_000), new('"', 3000),
    ];

    private static readonly string[] s_words =
    [
        "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID", "constant", "reflect", "edge", "wrap", "nearest", "linear", "cubic", "DCR", "CRD", "tanh", "none", "floor", "ceil",
        "round_prefer_ceil", "half_pixel", "align_corners", "asymmetric", "tf_half_pixel_for_nn", "tf_crop_and_resize", "stretch",
    ];

    private static readonly string[] s_attributes =
    [
        "axis", "axes", "perm", "strides", "pads", "dilations", "kernel_shape", "group", "output_padding", "output_shape", "auto_pad", "ceil_mode", "count_include_pad", "keepdims",
        "noop_with_empty_axes", "split", "num_outputs", "blocksize", "mode", "epsilon", "alpha", "beta", "min", "max", "to", "value", "transA", "transB", "starts", "ends", "scales", "shape",
        "allowzero", "num_groups", "training_mode", "coordinate_transformation_mode", "nearest_mode", "exclude_outside", "cubic_coeff_a", "antialias", "select_last_index", "approximate",
    ];

    private static readonly string[] s_operators =
    [
        .. SeedModels.All.SelectMany(static seed => ModelProto.Parser.ParseFrom(seed.File).Graph.Node).Select(static node => node.OpType)
            .Append("PRelu").Append("Upsample").Append("Constant").Append("If").Append("Less").Append("Not").Append("Ceil").Append("ChannelNormalization").Append("SiLU")
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static readonly string[] s_unary = ["Relu", "Sigmoid", "Identity", "HardSwish", "Neg", "Flatten", "Transpose", "Squeeze", "Shape", "GlobalAveragePool", "Softmax"];

    private readonly Dice _dice = new(random);

    /// <summary>A changed copy.</summary>
    public byte[] Mutate(byte[] file)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        for (int change = _dice.Roll(1, 3); change > 0; change--)
        {
            Once(model);
        }

        return model.ToByteArray();
    }

    private void Once(ModelProto model)
    {
        GraphProto graph = model.Graph;
        switch (_dice.Roll(0, 15))
        {
            case <= 4 when Any(graph.Node) is { } node:
                ChangeAttribute(node);
                break;
            case 5 or 6 when Any(graph.Initializer) is { } tensor:
                ChangeTensor(tensor);
                break;
            case 7 when Any(graph.Input) is { } input:
                ChangeShape(input);
                break;
            case 8 or 9 when graph.Node.Count > 0:
                ChangeNodes(graph);
                break;
            case 10 or 11 when Any(graph.Node) is { } node:
                ChangeEdges(graph, node);
                break;
            case 12 or 13:
                Rename(graph);
                break;
            case 14:
                ChangeEnds(graph);
                break;
            case 15:
                model.OpsetImport[0].Version = _dice.Once(2) ? _dice.Roll(1, 25) : Number(model.OpsetImport[0].Version);
                break;
        }
    }

    private T? Any<T>(IReadOnlyList<T> list)
        where T : class => list.Count == 0 ? null : _dice.Pick(list);

    // As often near what is there as anything at all.
    private long Number(long near) => _dice.Once(2) ? unchecked(near + _dice.Roll(-2, 2)) : _dice.Pick(s_numbers);

    private void ChangeAttribute(NodeProto node)
    {
        if (Any(node.Attribute) is not { } attribute || _dice.Once(6))
        {
            node.Attribute.Add(Drawn(_dice.Once(20) ? _dice.Pick(s_names) : _dice.Pick(s_attributes)));
            return;
        }

        switch (attribute.Type)
        {
            case AttributeType.Int:
                attribute.I = Number(attribute.I);
                break;
            case AttributeType.Ints when attribute.Ints.Count > 0 && !_dice.Once(4):
                attribute.Ints[_dice.Roll(0, attribute.Ints.Count - 1)] = Number(_dice.Pick(attribute.Ints));
                break;
            case AttributeType.Ints when attribute.Ints.Count > 0 && _dice.Once(2):
                attribute.Ints.RemoveAt(0);
                break;
            case AttributeType.Ints:
                attribute.Ints.Add(Number(1));
                break;
            case AttributeType.Float:
                attribute.F = _dice.Pick(s_reals);
                break;
            case AttributeType.String:
                attribute.S = ByteString.CopyFromUtf8(_dice.Once(4) ? _dice.Pick(s_names) : _dice.Pick(s_words));
                break;
            case AttributeType.Tensor:
                ChangeTensor(attribute.T);
                break;
        }

        if (_dice.Once(10))
        {
            node.Attribute.Remove(attribute);
            if (_dice.Once(2))
            {
                node.Attribute.Add(Drawn(attribute.Name));
            }
        }
    }

    private AttributeProto Drawn(string name) => SeedGraph.Attribute(name, _dice.Roll(0, 4) switch
    {
        0 or 1 => Number(1),
        2 => (object)(int[])[.. Enumerable.Range(0, _dice.Roll(0, 6)).Select(_ => _dice.Once(8) ? unchecked((int)_dice.Pick(s_numbers)) : _dice.Roll(-1, 3))],
        3 => _dice.Pick(s_reals),
        _ => _dice.Pick(s_words),
    });

    private void ChangeTensor(TensorProto tensor)
    {
        switch (_dice.Roll(0, 7))
        {
            case <= 2 when tensor.Int64Data.Count > 0:
                int at = _dice.Roll(0, tensor.Int64Data.Count - 1);
                tensor.Int64Data[at] = Number(tensor.Int64Data[at]);
                break;
            case <= 2 when tensor.FloatData.Count > 0:
                tensor.FloatData[_dice.Roll(0, tensor.FloatData.Count - 1)] = _dice.Pick(s_reals);
                break;
            case 3 when tensor.Dims.Count > 1:
                // Other shapes of the same elements.
                (tensor.Dims[0], tensor.Dims[^1]) = (tensor.Dims[^1], tensor.Dims[0]);
                break;
            case 4:
                tensor.Dims.Insert(_dice.Roll(0, tensor.Dims.Count), 1);
                break;
            case 5 when tensor.Dims.Count > 0 && tensor.RawData.Length == 0:
                Resize(tensor);
                break;
            case 6 when tensor.Dims.Count > 0:
                tensor.Dims[_dice.Roll(0, tensor.Dims.Count - 1)] = _dice.Pick(s_numbers);
                break;
            case 7 when tensor.Dims.Count > 0 && _dice.Once(4):
                tensor.DataType = _dice.Roll(0, 20);
                break;
        }
    }

    // Another length of an axis, with so many elements.
    private void Resize(TensorProto tensor)
    {
        tensor.Dims[_dice.Roll(0, tensor.Dims.Count - 1)] = _dice.Roll(0, 9);
        int count = (int)Math.Min(10_000, tensor.Dims.Aggregate(1.0, static (product, length) => product * length));
        if (tensor.DataType == 7)
        {
            long first = tensor.Int64Data.Count > 0 ? tensor.Int64Data[0] : 1;
            tensor.Int64Data.Clear();
            tensor.Int64Data.Add(Enumerable.Repeat(first, count));
        }
        else
        {
            tensor.FloatData.Clear();
            tensor.FloatData.Add(Enumerable.Range(0, count).Select(static i => (i % 7) / 8f));
        }
    }

    private void ChangeShape(ValueInfoProto input)
    {
        TensorShapeProto shape = input.Type.TensorType.Shape;
        switch (_dice.Roll(0, 5))
        {
            case <= 3 when shape.Dim.Count > 0:
                TensorShapeProto.Types.Dimension dimension = _dice.Pick(shape.Dim);
                dimension.DimValue = _dice.Once(2) ? Number(dimension.DimValue) : _dice.Roll(1, 40);
                break;
            case 4:
                shape.Dim.Insert(_dice.Roll(0, shape.Dim.Count), new TensorShapeProto.Types.Dimension { DimValue = 1 });
                break;
            case 5 when _dice.Once(3):
                input.Type.TensorType.ElemType = _dice.Roll(0, 20);
                break;
        }
    }

    private void ChangeNodes(GraphProto graph)
    {
        int at = _dice.Roll(0, graph.Node.Count - 1);
        NodeProto node = graph.Node[at];
        switch (_dice.Roll(0, 6))
        {
            case 0 when node.Input.Count > 0 && node.Output.Count > 0:
                // What it took stands for what it made.
                graph.Node.RemoveAt(at);
                Redirect(graph, node.Output[0], node.Input[0], 0);
                break;
            case 1:
                NodeProto twin = node.Clone();
                for (int i = 0; i < twin.Output.Count; i++)
                {
                    twin.Output[i] += _dice.Once(20) ? "" : "'";
                }

                graph.Node.Insert(at + 1, twin);
                Redirect(graph, node.Output.FirstOrDefault() ?? "", twin.Output.FirstOrDefault() ?? "", at + 2);
                break;
            case 2 when at > 0 && _dice.Once(4):
                graph.Node.RemoveAt(at);
                graph.Node.Insert(at - 1, node);
                break;
            case 3 or 4 when node.Output.Count > 0:
                // Another node behind it.
                string made = node.Output[0] + "+" + at;
                Redirect(graph, node.Output[0], made, at + 1);
                graph.Node.Insert(at + 1, _dice.Once(2)
                    ? new NodeProto { OpType = _dice.Pick(s_unary), Input = { node.Output[0] }, Output = { made } }
                    : new NodeProto { OpType = _dice.Pick("Add", "Mul", "Sub", "Div", "Max"), Input = { node.Output[0], Value(graph, at) }, Output = { made } });
                break;
            case 5:
                node.OpType = _dice.Once(10) ? _dice.Pick(s_names) : _dice.Pick(s_operators);
                break;
            default:
                node.Domain = _dice.Once(6) ? _dice.Pick("com.microsoft", "ai.onnx", "x y", "\n") : "";
                break;
        }
    }

    // A value that is there before a node.
    private string Value(GraphProto graph, int node) => _dice.Pick((string[])
    [
        .. graph.Input.Select(static input => input.Name), .. graph.Initializer.Select(static tensor => tensor.Name),
        .. graph.Node.Take(node).SelectMany(static before => before.Output), "",
    ]);

    private static void Redirect(GraphProto graph, string from, string to, int first)
    {
        foreach (NodeProto node in graph.Node.Skip(first))
        {
            for (int i = 0; i < node.Input.Count; i++)
            {
                node.Input[i] = node.Input[i] == from ? to : node.Input[i];
            }
        }

        foreach (ValueInfoProto output in graph.Output.Where(output => output.Name == from))
        {
            output.Name = to;
        }
    }

    private void ChangeEdges(GraphProto graph, NodeProto node)
    {
        int input = _dice.Roll(0, Math.Max(0, node.Input.Count - 1));
        switch (_dice.Roll(0, 6))
        {
            case 0 when node.Input.Count > 1:
                (node.Input[0], node.Input[input]) = (node.Input[input], node.Input[0]);
                break;
            case 1 or 2 when node.Input.Count > 0:
                node.Input[input] = Value(graph, graph.Node.IndexOf(node));
                break;
            case 3 when node.Input.Count > 0:
                node.Input.RemoveAt(input);
                break;
            case 4:
                node.Input.Add(Value(graph, graph.Node.IndexOf(node)));
                break;
            case 5:
                node.Output.Add(_dice.Once(2) ? "" : "more" + _dice.Roll(0, 99));
                break;
            case 6 when node.Output.Count > 0 && _dice.Once(3):
                node.Output[_dice.Roll(0, node.Output.Count - 1)] = "";
                break;
        }
    }

    private void Rename(GraphProto graph)
    {
        string name = _dice.Pick(s_names);
        NodeProto? node = Any(graph.Node);
        if (_dice.Once(4))
        {
            (node ?? new NodeProto()).Name = name;
            return;
        }

        string old = Value(graph, graph.Node.Count);
        if (old.Length == 0)
        {
            return;
        }

        Redirect(graph, old, name, 0);
        foreach (NodeProto maker in graph.Node)
        {
            for (int i = 0; i < maker.Output.Count; i++)
            {
                maker.Output[i] = maker.Output[i] == old ? name : maker.Output[i];
            }
        }

        foreach (ValueInfoProto input in graph.Input.Where(input => input.Name == old))
        {
            input.Name = name;
        }

        foreach (TensorProto tensor in graph.Initializer.Where(tensor => tensor.Name == old))
        {
            tensor.Name = name;
        }
    }

    private void ChangeEnds(GraphProto graph)
    {
        switch (_dice.Roll(0, 3))
        {
            case 0 or 1:
                graph.Output.Add(SeedGraph.Value(Value(graph, graph.Node.Count), []));
                break;
            case 2 when graph.Output.Count > 1:
                graph.Output.RemoveAt(_dice.Roll(0, graph.Output.Count - 1));
                break;
            case 3 when Any(graph.Initializer) is { } tensor:
                // A weight that callers give.
                graph.Initializer.Remove(tensor);
                graph.Input.Add(SeedGraph.Value(tensor.Name, [.. tensor.Dims.Select(static length => (int)length)]));
                break;
        }
    }
}
