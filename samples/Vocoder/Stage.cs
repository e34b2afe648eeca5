using System.Numerics.Tensors;
using ConvGen;

namespace Vocoder;

/// <summary>
/// A stage of the network: a transposed convolution makes a sequence longer, three residual blocks read what it made, and their mean goes on.
/// </summary>
/// <param name="up">The transposed convolution.</param>
/// <param name="scale">How many times longer it makes a sequence.</param>
/// <param name="blocks">Two dilated convolutions each; the very last makes the mean and activates it.</param>
/// <param name="mostPositions">The longest sequence that it is given.</param>
internal sealed class Stage(PackedWeights up, int scale, (PackedWeights First, PackedWeights Second)[] blocks, int mostPositions)
{
    private const float Slope = 0.1f;

    private readonly float[] _raised = new float[up.OutChannels * mostPositions * scale];
    private readonly float[] _activated = new float[up.OutChannels * mostPositions * scale];
    private readonly float[] _inner = new float[up.OutChannels * mostPositions * scale];
    private readonly float[] _innerActivated = new float[up.OutChannels * mostPositions * scale];
    private readonly float[] _sum = new float[up.OutChannels * mostPositions * scale];

    /// <summary>Computes the stage. The result is good until the next call.</summary>
    /// <param name="input">(1, C, L).</param>
    /// <param name="threads">How many may compute.</param>
    public TensorView<float> Forward(ReadOnlyTensorView<float> input, int threads)
    {
        int length = input.Shape[2] * scale;
        TensorView<float> raised = View(_raised, length), activated = View(_activated, length);
        TensorView<float> inner = View(_inner, length), innerActivated = View(_innerActivated, length), sum = View(_sum, length);
        up.Forward(input, raised, threads);
        LeakyRelu(raised.Elements, activated.Elements);
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i].First.Forward(activated, residual: raised, inner, threads);
            LeakyRelu(inner.Elements, innerActivated.Elements);
            if (i > 0)
            {
                TensorPrimitives.Add(inner.Elements, sum.Elements, inner.Elements);
            }

            blocks[i].Second.Forward(innerActivated, residual: inner, sum, threads);
        }

        return sum;
    }

    // A convolution reads it activated, and its result is added to what it was: no layer writes both.
    private static void LeakyRelu(ReadOnlySpan<float> numbers, Span<float> activated)
    {
        TensorPrimitives.Multiply(numbers, Slope, activated);
        TensorPrimitives.Max(numbers, activated, activated);
    }

    private TensorView<float> View(float[] elements, int length) =>
        new(elements.AsSpan(0, up.OutChannels * length), 1, up.OutChannels, length);
}
