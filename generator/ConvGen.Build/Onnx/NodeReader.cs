namespace ConvGen.Build.Onnx;

/// <summary>Reads <c>NodeProto</c> and <c>AttributeProto</c>, and counts what all nodes of a model hold together.</summary>
internal sealed class NodeReader(ExternalFiles files)
{
    // AttributeProto.AttributeType, which files older than IR version 2 leave out.
    private const int Undefined = 0;
    private const int Float = 1;
    private const int Int = 2;
    private const int Text = 3;
    private const int TensorValue = 4;
    private const int Floats = 6;
    private const int Ints = 7;
    private const int Texts = 8;
    private const int LastType = 14;

    private long _names;
    private long _attributes;
    private long _values;
    private long _tensors;

    /// <exception cref="ModelException">It is damaged, or the nodes hold more than a limit.</exception>
    public Node Read(WireReader fields)
    {
        var node = new Node();
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 1:
                    node.Inputs.Add(fields.Name());
                    _names++;
                    break;
                case 2:
                    node.Outputs.Add(fields.Name());
                    _names++;
                    break;
                case 3:
                    node.Name = fields.Name();
                    break;
                case 4:
                    node.Operator = fields.Name();
                    break;
                case 5:
                    node.Attributes.Add(ReadAttribute(fields.Message()));
                    ModelLimits.Check(++_attributes, ModelLimits.Attributes, "attributes");
                    break;
                case 7:
                    node.Domain = ModelReader.Domain(fields.Name());
                    break;
                default:
                    fields.Skip();
                    break;
            }

            ModelLimits.Check(_names, ModelLimits.NodeNames, "inputs and outputs of nodes");
        }

        return node.Operator.Length > 0 ? node : throw ModelException.Damaged($"the node {ModelException.Quote(node.Name)} has no operator");
    }

    private NodeAttribute ReadAttribute(WireReader fields)
    {
        string name = "";
        long type = Undefined;
        long seen = Undefined;
        float real = 0;
        long integer = 0;
        ByteRange text = ByteRange.Of([]);
        Tensor? tensor = null;
        List<float> reals = [];
        List<long> integers = [];
        List<ByteRange> texts = [];
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 1:
                    name = fields.Name();
                    break;
                case 2:
                    (real, seen) = (fields.Float(), Float);
                    break;
                case 3:
                    (integer, seen) = (fields.Int64(), Int);
                    break;
                case 4:
                    (text, seen) = (fields.Bytes(), Text);
                    break;
                case 5:
                    (tensor, seen) = (TensorReader.Read(fields.Bytes(), files), TensorValue);
                    ModelLimits.Check(++_tensors, ModelLimits.Tensors, "tensors in attributes");
                    break;
                case 7:
                    seen = Floats;
                    for (WireReader values = fields.Values(); values.HasMore; Count())
                    {
                        reals.Add(values.ReadFloat());
                    }

                    break;
                case 8:
                    seen = Ints;
                    for (WireReader values = fields.Values(); values.HasMore; Count())
                    {
                        integers.Add((long)values.ReadVarint());
                    }

                    break;
                case 9:
                    seen = Texts;
                    texts.Add(fields.Bytes());
                    Count();
                    break;
                case 20:
                    type = fields.Int64();
                    break;
                default:
                    fields.Skip();
                    break;
            }
        }

        if (type is < Undefined or > LastType)
        {
            throw ModelException.Damaged($"the attribute {ModelException.Quote(name)} has the type {type}");
        }

        return new NodeAttribute(name, (type == Undefined ? seen : type) switch
        {
            Float => real,
            Int => integer,
            Text => text,
            TensorValue => tensor is { IsNumeric: true } ? tensor : null,
            Floats => reals.ToArray(),
            Ints => integers.ToArray(),
            Texts => texts.ToArray(),
            _ => null,
        });
    }

    private void Count() => ModelLimits.Check(++_values, ModelLimits.AttributeValues, "numbers in attributes");
}
