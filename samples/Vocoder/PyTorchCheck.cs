using ConvGen;

namespace Vocoder;

/// <summary>Compares the vocoder with what PyTorch made of the same weights and the same spectra, in double precision.</summary>
internal static class PyTorchCheck
{
    /// <summary>The largest difference that is accepted, of sound from -1 to 1.</summary>
    public const float Tolerance = 1e-5f;

    /// <summary>The largest difference of any sample.</summary>
    /// <param name="vocoder">The vocoder, of 24 frames at least.</param>
    /// <param name="expected">PyTorch's <c>input</c> and <c>output0</c>.</param>
    public static float LargestDifference(HifiGan vocoder, WeightFile expected)
    {
        float[] theirs = expected["output0"].AsSpan().ToArray();
        float[] ours = vocoder.Speak(expected["input"].AsSpan().ToArray());
        return ours.Zip(theirs, static (a, b) => MathF.Abs(a - b)).Aggregate(MathF.Max);
    }
}
