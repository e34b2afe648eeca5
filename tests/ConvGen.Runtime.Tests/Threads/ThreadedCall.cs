using System.Runtime.InteropServices;

namespace ConvGen.Runtime.Tests;

/// <summary>A kind of kernel.</summary>
public enum ThreadedForm
{
    /// <summary>Direct, lanes are output channels.</summary>
    Channels,

    /// <summary>Direct, rows of phases.</summary>
    Rows,

    /// <summary>Winograd.</summary>
    Fast,
}

/// <summary>A call of <see cref="Threaded"/> that is large enough for threads, with random arguments.</summary>
internal sealed class ThreadedCall
{
    private const int Batch = 2;
    private const int InChannels = 48;
    private const int Height = 23;
    private const int Width = 37;

    private readonly int[] _outputShape;
    private readonly float[] _input = Numbers(1, Batch * InChannels * Height * Width);

    public ThreadedCall(ThreadedForm form)
    {
        int outChannels = form == ThreadedForm.Rows ? 3 : 48;
        float[] weight = Numbers(2, InChannels * outChannels * 16);
        float[] bias = Numbers(3, outChannels);
        IsFast = form == ThreadedForm.Fast;
        _outputShape = [Batch, outChannels, 2 * Height, 2 * Width];
        Weights = IsFast
            ? Threaded.Fast.Pack(weight, bias, InChannels, outChannels)
            : Threaded.Direct.Pack(weight, bias, InChannels, outChannels);
    }

    public PackedWeights Weights { get; }

    private bool IsFast { get; }

    private ReadOnlyTensorView<float> Input => new(_input, Batch, InChannels, Height, Width);

    /// <summary>An output that holds NaN.</summary>
    public float[] Stale()
    {
        var output = new float[_outputShape.Aggregate(1, (product, length) => product * length)];
        Array.Fill(output, float.NaN);
        return output;
    }

    /// <summary>The bits that the call makes.</summary>
    public int[] Run(int threads)
    {
        float[] output = Stale();
        Forward(output, threads);
        return Bits(output);
    }

    public void Forward(float[] output, int threads)
    {
        if (IsFast)
        {
            Threaded.Fast.Forward(Input, Weights, Output(output), threads);
        }
        else
        {
            Threaded.Direct.Forward(Input, Weights, Output(output), threads);
        }
    }

    public void ForwardRange(float[] output, int first, int end)
    {
        if (IsFast)
        {
            Threaded.Fast.ForwardRange(Input, Weights, Output(output), first, end);
        }
        else
        {
            Threaded.Direct.ForwardRange(Input, Weights, Output(output), first, end);
        }
    }

    public int WorkUnits(float[] output) => IsFast
        ? Threaded.Fast.WorkUnits(Input, Weights, Output(output))
        : Threaded.Direct.WorkUnits(Input, Weights, Output(output));

    public long ScratchBytes(float[] output) => IsFast
        ? Threaded.Fast.ScratchBytes(Input, Weights, Output(output))
        : Threaded.Direct.ScratchBytes(Input, Weights, Output(output));

    public static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();

    private TensorView<float> Output(float[] output) => new(output, _outputShape);

    private static float[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
