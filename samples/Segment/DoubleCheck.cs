using ConvGen;

namespace Segment;

/// <summary>Compares scores with those of the same scenes in double precision.</summary>
/// <param name="expected">Those: <c>output0</c>, (4, 11, 96, 96).</param>
internal sealed class DoubleCheck(WeightFile expected)
{
    /// <summary>The largest difference that is accepted, as a share of the largest score.</summary>
    public const float Tolerance = 3e-5f;

    private readonly float[] _expected = expected["output0"].AsSpan().ToArray();

    /// <summary>The largest difference of any score of a scene, as a share of the largest score of all.</summary>
    /// <param name="scores">(1, 11, 96, 96), computed.</param>
    /// <param name="scene">The number of the scene.</param>
    public float LargestDifference(ReadOnlySpan<float> scores, int scene)
    {
        IEnumerable<float> theirs = _expected.Skip(scene * scores.Length);
        return scores.ToArray().Zip(theirs, static (a, b) => MathF.Abs(a - b)).Aggregate(MathF.Max) / _expected.Max(MathF.Abs);
    }
}
