using ConvGen;

namespace Generate;

/// <summary>Compares the generator with what PyTorch made of the same checkpoint and the same numbers.</summary>
internal static class PyTorchCheck
{
    /// <summary>The largest difference that is accepted, of ink from 0 to 1.</summary>
    public const float Tolerance = 1e-5f;

    /// <summary>The largest difference of any pixel.</summary>
    /// <param name="generator">The generator, of as many pictures as PyTorch made.</param>
    /// <param name="expected">PyTorch's: <c>latent</c>, <c>label</c> and <c>image</c>.</param>
    public static float LargestDifference(GarmentGenerator generator, WeightFile expected)
    {
        float[] latents = expected["latent"].AsSpan().ToArray();
        IEnumerable<float[]> inputs = expected["label"].AsSpan().ToArray().Zip(
            latents.Chunk(GarmentGenerator.Latents), static (label, latent) => GarmentGenerator.Input(latent, (int)label));
        float[] images = generator.Generate([.. inputs]);
        return images.Zip(expected["image"].AsSpan().ToArray(), static (ours, theirs) => MathF.Abs(ours - theirs)).Aggregate(MathF.Max);
    }
}
