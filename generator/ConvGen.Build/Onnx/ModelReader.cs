namespace ConvGen.Build.Onnx;

/// <summary>Reads <c>ModelProto</c>, <c>GraphProto</c> and what describes their ends; field numbers are those of the published onnx.proto.</summary>
internal static class ModelReader
{
    private const string DefaultDomain = "ai.onnx";

    /// <summary>Reads a model. Tensors refer to its bytes and are read later.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="files">Where tensors outside of it are.</param>
    /// <exception cref="ModelException">It is no model, is damaged, or is beyond a limit.</exception>
    public static OnnxModel Read(ByteRange bytes, ExternalFiles files)
    {
        string producer = "";
        string version = "";
        ByteRange? graph = null;
        var opsets = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var model = new WireReader(bytes);
        while (model.Next())
        {
            switch (model.Field)
            {
                case 2:
                    producer = model.Name();
                    break;
                case 3:
                    version = model.Name();
                    break;
                case 7:
                    graph = graph is null ? model.Bytes() : throw ModelException.Damaged($"it has two graphs");
                    break;
                case 8:
                    ReadOpset(model.Message(), opsets);
                    break;
                default:
                    model.Skip();
                    break;
            }
        }

        if (graph is not { } found)
        {
            throw ModelException.Damaged($"it has no graph");
        }

        return opsets.Count > 0
            ? new OnnxModel(version.Length == 0 ? producer : producer + " " + version, opsets, ReadGraph(new WireReader(found), files))
            : throw ModelException.Damaged($"it does not say which operator set it uses");
    }

    /// <summary>The name of a domain of operators: the default one has two.</summary>
    public static string Domain(string name) => name == DefaultDomain ? "" : name;

    private static void ReadOpset(WireReader opset, SortedDictionary<string, long> opsets)
    {
        string domain = "";
        long version = 0;
        while (opset.Next())
        {
            switch (opset.Field)
            {
                case 1:
                    domain = Domain(opset.Name());
                    break;
                case 2:
                    version = opset.Int64();
                    break;
                default:
                    opset.Skip();
                    break;
            }
        }

        if (version is < 1 or > int.MaxValue || opsets.ContainsKey(domain))
        {
            throw ModelException.Damaged($"the operator set {ModelException.Quote(domain)} has the version {version}, or two");
        }

        opsets.Add(domain, version);
        ModelLimits.Check(opsets.Count, ModelLimits.Opsets, "operator sets");
    }

    private static OnnxGraph ReadGraph(WireReader fields, ExternalFiles files)
    {
        var graph = new OnnxGraph();
        var nodes = new NodeReader(files);
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 1:
                    graph.Nodes.Add(nodes.Read(fields.Message()));
                    ModelLimits.Check(graph.Nodes.Count, ModelLimits.Nodes, "nodes");
                    break;
                case 5:
                    graph.Initializers.Add(TensorReader.Read(fields.Bytes(), files));
                    ModelLimits.Check(graph.Initializers.Count, ModelLimits.Tensors, "tensors");
                    break;
                case 11:
                    graph.Inputs.Add(ReadValue(fields.Message(), "input"));
                    break;
                case 12:
                    graph.Outputs.Add(ReadValue(fields.Message(), "output"));
                    break;
                case 15:
                    throw ModelException.Unsupported($"The model has sparse initializers, which are not read");
                default:
                    fields.Skip();
                    break;
            }

            // Initializers may stand among the inputs.
            ModelLimits.Check(graph.Inputs.Count + graph.Outputs.Count, ModelLimits.InputsAndOutputs + ModelLimits.Tensors, "inputs and outputs");
        }

        return graph;
    }

    private static ValueInfo ReadValue(WireReader value, string end)
    {
        string name = "";
        ElementType? element = null;
        List<Dimension>? dimensions = null;
        while (value.Next())
        {
            switch (value.Field)
            {
                case 1:
                    name = value.Name();
                    break;
                case 2:
                    ReadType(value.Message(), ref element, ref dimensions);
                    break;
                default:
                    value.Skip();
                    break;
            }
        }

        return element is null
            ? throw ModelException.Unsupported($"The {end} {ModelException.Quote(name)} is no tensor of numbers of a known type")
            : new ValueInfo(name, element, dimensions);
    }

    private static void ReadType(WireReader type, ref ElementType? element, ref List<Dimension>? dimensions)
    {
        while (type.Next())
        {
            if (type.Field != 1)
            {
                type.Skip();
                continue;
            }

            WireReader tensor = type.Message();
            while (tensor.Next())
            {
                switch (tensor.Field)
                {
                    case 1:
                        element = ElementType.Of(tensor.Int64());
                        break;
                    case 2:
                        dimensions = ReadShape(tensor.Message());
                        break;
                    default:
                        tensor.Skip();
                        break;
                }
            }
        }
    }

    private static List<Dimension> ReadShape(WireReader shape)
    {
        var dimensions = new List<Dimension>();
        while (shape.Next())
        {
            if (shape.Field != 1)
            {
                shape.Skip();
                continue;
            }

            dimensions.Add(ReadDimension(shape.Message()));
            ModelLimits.Check(dimensions.Count, ModelLimits.Rank, "axes in one shape");
        }

        return dimensions;
    }

    private static Dimension ReadDimension(WireReader dimension)
    {
        int? length = null;
        string symbol = "";
        while (dimension.Next())
        {
            switch (dimension.Field)
            {
                case 1:
                    long value = dimension.Int64();
                    ModelLimits.Check(value, int.MaxValue, "elements along an axis");
                    // Some exporters write -1 where they do not know.
                    length = value < 0 ? null : (int)value;
                    break;
                case 2:
                    symbol = dimension.Name();
                    break;
                default:
                    dimension.Skip();
                    break;
            }
        }

        return new Dimension(length, symbol);
    }
}
