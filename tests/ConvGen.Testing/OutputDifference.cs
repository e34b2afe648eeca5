namespace ConvGen.Testing;

/// <summary>How far an output of a network lies from what an oracle computed.</summary>
/// <param name="Gap">The largest difference of two elements; infinite where one alone is no number, or they are different infinities.</param>
/// <param name="Largest">The largest finite element of the oracle.</param>
public readonly record struct OutputDifference(double Gap, double Largest)
{
    /// <summary>The largest part that is right where networks choose their forms.</summary>
    public const double LegalPart = 3e-5;

    /// <summary>The same of the direct form, whose sums are those of the definition.</summary>
    public const double LegalPartOfDirect = 1e-5;

    /// <summary>What ONNX Runtime's sigmoid errs by, however small the result: two units of the last place beside 1, since it is a rational function around 1/2.</summary>
    public const double OnnxRuntimeNoise = 2.0 / (1 << 23);

    // Of outputs as small as the noise of the oracle, nothing could be said.
    private const double LegalNoise = 0.01;

    /// <summary>The gap as a part of the largest element.</summary>
    public double Part => Gap == 0 ? 0 : Gap / Largest;

    /// <summary>Whether the gap is a legal part of the largest element, or no more than the oracle's own noise, as far as that leaves something to compare.</summary>
    public bool IsWithin(double part, double noise = 0) => Gap <= Math.Max(part * Largest, Math.Min(noise, LegalNoise * Largest));

    /// <summary>Compares all elements.</summary>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public static OutputDifference Of(ReadOnlySpan<float> got, ReadOnlySpan<float> wanted)
    {
        if (got.Length != wanted.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{got.Length} elements cannot be compared with {wanted.Length}"), nameof(got));
        }

        (double gap, double largest) = (0, 0);
        for (int i = 0; i < got.Length; i++)
        {
            largest = float.IsFinite(wanted[i]) ? Math.Max(largest, Math.Abs(wanted[i])) : largest;
            double difference = Math.Abs((double)got[i] - wanted[i]);
            gap = got[i].Equals(wanted[i]) ? gap : double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(gap, difference);
        }

        return new OutputDifference(gap, largest);
    }
}
