using System.Runtime.InteropServices;
using ConvGen.Testing;

namespace ConvGen.Soak;

/// <summary>A layer with its arguments, and the bits that it must make of them however it is called.</summary>
internal sealed class SoakLayer
{
    private readonly CompiledLayer _layer;
    private readonly float[] _input;
    private readonly float[] _weight;
    private readonly float[] _bias;
    private readonly int[] _inputShape;
    private readonly int[] _outputShape;
    private readonly PackedWeights _packed;
    private readonly float[] _expected;
    private readonly float[] _expectedPlain;

    private SoakLayer(CompiledLayer layer, int seed)
    {
        LayerCase shape = layer.Layer;
        _layer = layer;
        (_input, _weight, _bias) = GoldenCase.DrawArguments(shape, seed);
        (_inputShape, _outputShape) = (shape.InputShape, shape.OutputShape);
        _packed = layer.PackForSize(_weight, _bias);
        _expected = new float[LayerCase.Elements(_outputShape)];
        _expectedPlain = new float[_expected.Length];
        layer.Forward(Input, _packed, Output(_expected));
        layer.Forward(Input, _weight, _bias, Output(_expectedPlain));
    }

    /// <summary>Elements of the output.</summary>
    public int Elements => _expected.Length;

    private ReadOnlyTensorView<float> Input => new(_input, _inputShape);

    /// <summary>The layers of a table, and random ones.</summary>
    public static SoakLayer[] Compile(string table, int random)
    {
        LayerCase[] layers = [.. LayerCaseFile.Read(table), .. Enumerable.Range(0, random).Select(RandomLayers.Draw)];
        return [.. CompiledLayer.Compile([.. layers.Select(layer => new LayerRequest(layer))]).Select((layer, seed) => new SoakLayer(layer, seed))];
    }

    /// <summary>Calls the layer in one of its forms.</summary>
    /// <param name="form">Which.</param>
    /// <param name="output">Room for at least <see cref="Elements"/>.</param>
    /// <returns>Whether the bits are right.</returns>
    public bool Call(CallForm form, Span<float> output)
    {
        Span<float> own = output[..Elements];
        own.Fill(float.NaN);
        switch (form)
        {
            case CallForm.Plain:
                _layer.Forward(Input, _weight, _bias, Output(own));
                break;
            case CallForm.Threads:
                _layer.Forward(Input, _packed, Output(own), maxDegreeOfParallelism: -1);
                break;
            case CallForm.Units:
                int units = _layer.WorkUnits(Input, _packed, Output(own));
                _layer.ForwardRange(Input, _packed, Output(own), units / 2, units);
                _layer.ForwardRange(Input, _packed, Output(own), 0, units / 2);
                break;
            default:
                _layer.Forward(Input, _packed, Output(own));
                break;
        }

        float[] expected = form == CallForm.Plain ? _expectedPlain : _expected;
        return MemoryMarshal.AsBytes(own).SequenceEqual(MemoryMarshal.AsBytes(expected.AsSpan()));
    }

    private TensorView<float> Output(Span<float> output) => new(output, _outputShape);
}
