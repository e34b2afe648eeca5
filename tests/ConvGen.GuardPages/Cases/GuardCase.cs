using ConvGen.GuardPages.Memory;
using ConvGen.Testing;

namespace ConvGen.GuardPages.Cases;

/// <summary>A layer in a form, with arguments.</summary>
/// <param name="Request">The layer and its form.</param>
/// <param name="Arguments">Draws or reads them.</param>
internal sealed record GuardCase(LayerRequest Request, Func<LayerArguments> Arguments)
{
    /// <summary>What is a float shorter than it is said to be: the run must notice.</summary>
    public BufferKind? Shortage { get; init; }

    /// <summary>What to make of the emitted text: the run must notice.</summary>
    public Func<string, string>? Change { get; init; }

    /// <summary>The name, as <c>k3s2p1, DirectPixels</c>.</summary>
    public override string ToString() => $"{Request.Layer.Name}, {Request.Algorithm}";
}

/// <summary>What a layer is called with.</summary>
/// <param name="X">Input.</param>
/// <param name="W">Weight.</param>
/// <param name="B">Bias, or empty.</param>
internal sealed record LayerArguments(float[] X, float[] W, float[] B)
{
    /// <summary>Those of a folder of cases.</summary>
    public static LayerArguments Load(string folder, LayerCase layer)
    {
        GoldenCase golden = GoldenCase.Load(folder, layer);
        return new LayerArguments(golden.X, golden.W, golden.B);
    }

    /// <summary>Random ones.</summary>
    public static LayerArguments Draw(LayerCase layer)
    {
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 1);
        return new LayerArguments(x, w, b);
    }
}
