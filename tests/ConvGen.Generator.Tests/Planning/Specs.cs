namespace ConvGen.Generator.Tests.Planning;

/// <summary>Specifications without a compiler.</summary>
internal static class Specs
{
    /// <summary>A layer; lists left out are the attribute's defaults.</summary>
    public static LayerSpec Of(int[] k, int[]? s = null, int[]? p = null, int[]? op = null, int[]? d = null, int g = 1) => new(
        IsOrdinary: false,
        Name: null,
        new(k),
        new(s ?? Axes(k, 1)),
        new(p ?? Axes(k, 0)),
        new(p ?? Axes(k, 0)),
        new(op ?? Axes(k, 0)),
        new(d ?? Axes(k, 1)),
        g,
        InChannels: 0,
        OutChannels: 0,
        InputSize: default,
        RequestedAlgorithm.Auto,
        new EpilogueSpec());

    /// <summary>The emitted file of a host with this layer alone.</summary>
    public static string Emit(LayerSpec layer) =>
        HostWriter.Write(new HostSpec("", new([new TypeHeader("class", "Up", "")]), new([layer])));

    private static int[] Axes(int[] k, int value) => [.. k.Select(_ => value)];
}
