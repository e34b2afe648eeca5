using ConvGen.Testing;

namespace ConvGen.Bench.Peers;

/// <summary>A deconvolution primitive with its memory; input and weights are put into its layouts beforehand.</summary>
internal sealed unsafe class OneDnnLayer : IPreparedLayer
{
    private readonly DnnlEngine _engine;
    private readonly OneDnnLayout _layout;
    private readonly nint _primitive;
    private readonly Dnnl.Argument[] _arguments;
    private readonly List<DnnlTensor> _tensors = [];
    private readonly DnnlTensor _destination;
    private readonly LayerCase _layer;

    public OneDnnLayer(DnnlEngine engine, LayerData data, OneDnnLayout layout)
    {
        (_engine, _layout, _layer) = (engine, layout, data.Layer);
        nint choice = Choose();
        try
        {
            Dnnl.MemoryLayout weightLayout = DnnlTensor.DenseLayout(WeightAxes(), WeightOrder());
            DnnlTensor source = Place(choice, Dnnl.Query.Source, data.Input, Outside(_layer.InputShape));
            DnnlTensor weights = Place(choice, Dnnl.Query.Weights, data.Weight, weightLayout);
            _destination = Keep(new DnnlTensor(engine, *Dnnl.QueryLayout(choice, Dnnl.Query.Destination, 0)));
            _arguments = [source.As(Dnnl.Role.Source), weights.As(Dnnl.Role.Weights), _destination.As(Dnnl.Role.Destination)];
            if (_layer.Bias)
            {
                var bias = Keep(new DnnlTensor(engine, DnnlTensor.DenseLayout([_layer.Cout], [0]), data.Bias));
                _arguments = [.. _arguments, bias.As(Dnnl.Role.Bias)];
            }
        }
        catch
        {
            _ = Dnnl.DestroyChoice(choice);
            DisposeTensors();
            throw;
        }

        _primitive = DnnlEngine.CreatePrimitive(choice);
    }

    public string Layout => _layout switch { OneDnnLayout.Own => "own", OneDnnLayout.Nhwc => "NHWC", _ => "NCHW" };

    public void Run() => _engine.Run(_primitive, _arguments);

    public void CopyOutput(Span<float> output)
    {
        using var copy = new AlignedFloats(output.Length);
        using var tensor = new DnnlTensor(_engine, Outside(_layer.OutputShape), copy);
        _engine.Reorder(_destination, tensor);
        copy.Span.CopyTo(output);
    }

    public void Dispose()
    {
        _ = Dnnl.DestroyPrimitive(_primitive);
        DisposeTensors();
    }

    // Dilations begin at 0, and what PyTorch calls output padding is padding that the far side has less of.
    private nint Choose()
    {
        Dnnl.MemoryLayout source = Inside(_layer.InputShape), destination = Inside(_layer.OutputShape);
        Dnnl.MemoryLayout weights = DnnlTensor.FreeLayout(WeightAxes());
        Dnnl.MemoryLayout bias = _layer.Bias ? DnnlTensor.DenseLayout([_layer.Cout], [0]) : default;
        Dnnl.Deconvolution operation;
        fixed (long* strides = Axes(axis => _layer.S[axis]), dilations = Axes(axis => _layer.D[axis] - 1),
            before = Axes(axis => _layer.P[axis]), after = Axes(axis => _layer.P[axis] - _layer.Op[axis]))
        {
            Dnnl.Check(
                Dnnl.DescribeDeconvolution(
                    &operation,
                    Dnnl.ForwardInference,
                    Dnnl.DirectAlgorithm,
                    &source,
                    &weights,
                    _layer.Bias ? &bias : null,
                    &destination,
                    strides,
                    dilations,
                    before,
                    after),
                "dnnl_dilated_deconvolution_forward_desc_init");
        }

        nint choice;
        Dnnl.Check(Dnnl.ChooseImplementation(&choice, &operation, 0, _engine.Engine, 0), "dnnl_primitive_desc_create");
        return choice;
    }

    private long[] Axes(Func<int, long> parameter) => [.. Enumerable.Range(0, _layer.Rank).Select(parameter)];

    // Copies elements into the layout that the implementation has chosen.
    private DnnlTensor Place(nint choice, Dnnl.Query query, AlignedFloats elements, Dnnl.MemoryLayout outside)
    {
        using var given = new DnnlTensor(_engine, outside, elements);
        DnnlTensor placed = Keep(new DnnlTensor(_engine, *Dnnl.QueryLayout(choice, query, 0)));
        _engine.Reorder(given, placed);
        return placed;
    }

    private DnnlTensor Keep(DnnlTensor tensor)
    {
        _tensors.Add(tensor);
        return tensor;
    }

    private void DisposeTensors() => _tensors.ForEach(tensor => tensor.Dispose());

    private Dnnl.MemoryLayout Inside(int[] shape) => _layout switch
    {
        OneDnnLayout.Own => DnnlTensor.FreeLayout(shape),
        OneDnnLayout.Nhwc => DnnlTensor.DenseLayout(shape, [0, .. Enumerable.Range(2, shape.Length - 2), 1]),
        _ => Outside(shape),
    };

    private static Dnnl.MemoryLayout Outside(int[] shape) => DnnlTensor.DenseLayout(shape, Enumerable.Range(0, shape.Length));

    // oneDNN counts output channels before input channels, whatever the order in memory; groups have an axis where there are some.
    private int[] WeightAxes()
    {
        int[] perGroup = [_layer.Cout / _layer.G, _layer.Cin / _layer.G, .. _layer.K];
        return _layer.G == 1 ? perGroup : [_layer.G, .. perGroup];
    }

    private IEnumerable<int> WeightOrder()
    {
        int first = _layer.G == 1 ? 0 : 1;
        return [.. Enumerable.Range(0, first), first + 1, first, .. Enumerable.Range(first + 2, _layer.Rank)];
    }
}
