using System.Runtime.InteropServices;

namespace ConvGen.Runtime.Tests;

/// <summary>A call of <see cref="Threaded"/> that is large enough for threads, with random arguments.</summary>
internal sealed class ThreadedCall
{
    private const int Batch = 2;
    private const int InChannels = 48;
    private const int Height = 23;
    private const int Width = 37;

    private readonly ThreadedLayer _layer;
    // Arrays: code that is not optimised makes an object of a span of constants.
    private readonly int[] _inputShape = [Batch, InChannels, Height, Width];
    private readonly int[] _outputShape;
    private readonly float[] _input = Numbers(1, Batch * InChannels * Height * Width);

    public ThreadedCall(ThreadedForm form)
    {
        int outChannels = form == ThreadedForm.Rows ? 3 : 48;
        _layer = new ThreadedLayer(form, InChannels, outChannels, Numbers(2, InChannels * outChannels * 16), Numbers(3, outChannels));
        _outputShape = [Batch, outChannels, 2 * Height, 2 * Width];
    }

    private ReadOnlyTensorView<float> Input => new(_input, _inputShape);

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

    public void Forward(float[] output, int threads) => _layer.Forward(Input, Output(output), threads);

    public void ForwardRange(float[] output, int first, int end) => _layer.ForwardRange(Input, Output(output), first, end);

    public int WorkUnits(float[] output) => _layer.WorkUnits(Input, Output(output));

    public long ScratchBytes(float[] output) => _layer.ScratchBytes(Input, Output(output));

    public static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();

    public static float[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }

    private TensorView<float> Output(float[] output) => new(output, _outputShape);
}
