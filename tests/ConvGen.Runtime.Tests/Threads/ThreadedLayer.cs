namespace ConvGen.Runtime.Tests;

/// <summary>A kind of kernel.</summary>
public enum ThreadedForm
{
    /// <summary>Direct, lanes are output channels: from 8 of them on.</summary>
    Channels,

    /// <summary>Direct, interleaved phases: up to 7 output channels.</summary>
    Rows,

    /// <summary>Winograd.</summary>
    Fast,
}

/// <summary><see cref="Threaded"/> in one of its forms, with weights.</summary>
internal sealed class ThreadedLayer
{
    private readonly bool _fast;

    public ThreadedLayer(ThreadedForm form, int inChannels, int outChannels, float[] weight, float[] bias)
    {
        _fast = form == ThreadedForm.Fast;
        Weights = _fast
            ? Threaded.Fast.Pack(weight, bias, inChannels, outChannels)
            : Threaded.Direct.Pack(weight, bias, inChannels, outChannels);
        Algorithm expected = form switch
        {
            ThreadedForm.Channels => Algorithm.DirectChannels,
            ThreadedForm.Rows => Algorithm.DirectPixels,
            _ => Algorithm.Winograd3,
        };
        Assert.Equal(expected, Weights.Algorithm);
    }

    public PackedWeights Weights { get; }

    public void Forward(ReadOnlyTensorView<float> input, TensorView<float> output, int threads = 1)
    {
        if (_fast)
        {
            Threaded.Fast.Forward(input, Weights, output, threads);
        }
        else
        {
            Threaded.Direct.Forward(input, Weights, output, threads);
        }
    }

    public void ForwardRange(ReadOnlyTensorView<float> input, TensorView<float> output, int first, int end)
    {
        if (_fast)
        {
            Threaded.Fast.ForwardRange(input, Weights, output, first, end);
        }
        else
        {
            Threaded.Direct.ForwardRange(input, Weights, output, first, end);
        }
    }

    public int WorkUnits(ReadOnlyTensorView<float> input, TensorView<float> output) => _fast
        ? Threaded.Fast.WorkUnits(input, Weights, output)
        : Threaded.Direct.WorkUnits(input, Weights, output);

    public long ScratchBytes(ReadOnlyTensorView<float> input, TensorView<float> output) => _fast
        ? Threaded.Fast.ScratchBytes(input, Weights, output)
        : Threaded.Direct.ScratchBytes(input, Weights, output);
}
