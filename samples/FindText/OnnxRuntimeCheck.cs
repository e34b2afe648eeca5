using ConvGen;

namespace FindText;

/// <summary>Compares the map of the sample's picture with what ONNX Runtime makes of it.</summary>
internal static class OnnxRuntimeCheck
{
    /// <summary>The largest difference that is accepted, of shares from 0 to 1.</summary>
    public const float Tolerance = 1e-4f;

    /// <summary>The largest difference of any pixel.</summary>
    /// <param name="map">(1, 1, 640, 640), computed.</param>
    /// <param name="expected">ONNX Runtime's: <c>map</c>.</param>
    public static float LargestDifference(ReadOnlySpan<float> map, WeightFile expected) =>
        map.ToArray().Zip(expected["map"].AsSpan().ToArray(), static (ours, theirs) => MathF.Abs(ours - theirs)).Aggregate(MathF.Max);
}
