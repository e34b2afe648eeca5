using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Layers that between them meet every way through the kernels: borders, bare outputs, groups, blocks, boxes.</summary>
internal static class KernelLayers
{
    // 512 input channels leave room for few outputs in a box, so that small layers have several.
    private const int Many = 512;

    private static readonly Dictionary<string, LayerCase> s_layers = new[]
    {
        Layer("row", channels: (3, 5), input: [50], k: [4], s: [2], p: [1]),
        Layer("row, stride 1", channels: (2, 4), input: [70], k: [5], s: [1], p: [2]),
        Layer("row, bare outputs", channels: (2, 3), input: [9], k: [2], s: [5], p: [1], op: [3]),
        Layer("row, wide kernel", channels: (2, 2), input: [7], k: [40], s: [3], p: [4]),
        Layer("row, padding beyond the kernel", channels: (2, 7), input: [12], k: [2], s: [2], p: [7]),
        Layer("row, taps apart", channels: (3, 33), input: [6], k: [3], s: [2], p: [0], d: [20]),
        Layer("row, several boxes", channels: (Many, 2), input: [400], k: [3], s: [2], p: [1]),
        Layer("row, no output of the middle", channels: (1, 1), input: [3], k: [2], s: [1], p: [0], d: [9], op: [8]),
        Layer("plane", channels: (5, 17), input: [7, 9], k: [4, 4], s: [2, 2], p: [1, 1]),
        Layer("plane, axes differ", channels: (4, 9), input: [5, 6], k: [3, 5], s: [1, 3], p: [2, 0], op: [0, 2], d: [2, 1]),
        Layer("plane, groups", channels: (6, 10), input: [6, 5], k: [3, 3], s: [2, 2], p: [1, 1], op: [1, 1], groups: 2),
        Layer("plane, depthwise", channels: (4, 4), input: [8, 21], k: [4, 4], s: [2, 2], p: [1, 1], groups: 4),
        Layer("plane, bare rows and columns", channels: (2, 3), input: [4, 3], k: [2, 1], s: [4, 3], p: [0, 0], op: [1, 2]),
        Layer("plane, one pixel", channels: (3, 40), input: [1, 1], k: [4, 4], s: [1, 1], p: [0, 0]),
        Layer("plane, several boxes", channels: (Many, 3), input: [13, 17], k: [2, 3], s: [2, 2], p: [0, 1]),
        Layer("plane, many blocks", channels: (70, 70), input: [6, 6], k: [3, 3], s: [1, 1], p: [1, 1], batch: 2),
        Layer("volume", channels: (3, 6), input: [3, 4, 5], k: [2, 4, 3], s: [2, 2, 1], p: [0, 1, 1], batch: 2),
        Layer("volume, dilated", channels: (2, 9), input: [3, 3, 3], k: [2, 2, 2], s: [1, 2, 3], p: [1, 0, 1], op: [1, 1, 0], d: [2, 2, 1]),
        Layer("volume, several boxes", channels: (Many, 2), input: [5, 6, 7], k: [1, 2, 3], s: [1, 2, 2], p: [0, 0, 1]),
        Layer("volume, rows of several boxes", channels: (Many, 1), input: [2, 30, 6], k: [2, 3, 3], s: [1, 2, 2], p: [0, 1, 0]),
    }.ToDictionary(layer => layer.Name);

    public static IEnumerable<LayerCase> All => s_layers.Values;

    public static LayerCase Named(string name) => s_layers[name];

    public static LayerPhases Plan(LayerCase layer) => new(LayerGeometry.FromAxes(
        [.. Enumerable.Range(0, layer.Rank).Select(axis => Axis(layer, axis).Geometry)], layer.G));

    public static AxisCase Axis(LayerCase layer, int axis) =>
        new(layer.K[axis], layer.S[axis], layer.D[axis], layer.P[axis], layer.Op[axis]);

    /// <summary>The axes of a volume: leading ones below rank 3 change nothing.</summary>
    public static (AxisCase Depth, AxisCase Height, AxisCase Width) Axes(LayerCase layer)
    {
        var none = new AxisCase(K: 1, S: 1, D: 1, P: 0, Op: 0);
        return (
            layer.Rank > 2 ? Axis(layer, layer.Rank - 3) : none,
            layer.Rank > 1 ? Axis(layer, layer.Rank - 2) : none,
            Axis(layer, layer.Rank - 1));
    }

    public static LayerShape Shape(LayerCase layer) => new(layer.N, layer.Cin, layer.Cout, Extent(layer.In), Extent(layer.Out));

    /// <summary>The layer as emitted code would make it, if all its phases looped over their taps.</summary>
    public static ConvTransposeLayer<LoopedKernels> Looped(LayerCase layer) => new(new LayerParameters
    {
        Kernel = layer.K, Stride = layer.S, Padding = layer.P, OutputPadding = layer.Op, Dilation = layer.D, Groups = layer.G,
    });

    private static Extent Extent(int[] lengths) =>
        new(lengths.Length > 2 ? lengths[^3] : 1, lengths.Length > 1 ? lengths[^2] : 1, lengths[^1]);

    private static LayerCase Layer(
        string name,
        (int In, int Out) channels,
        int[] input,
        int[] k,
        int[] s,
        int[] p,
        int[]? op = null,
        int[]? d = null,
        int groups = 1,
        int batch = 1) => new()
        {
            Name = name,
            N = batch,
            Cin = channels.In,
            Cout = channels.Out,
            In = input,
            K = k,
            S = s,
            P = p,
            Op = op ?? new int[k.Length],
            D = d ?? [.. k.Select(_ => 1)],
            G = groups,
        };
}

/// <summary>Kernels of a layer for which none were emitted.</summary>
internal readonly struct LoopedKernels : IPhaseKernels
{
    public static TapOrder Order => new(TapOrder.Format, [], []);

    public static void Run<TTile>(int phase, in KernelArguments args)
        where TTile : struct, ITile => throw new InvalidOperationException("No phase is unrolled.");

    public static void RunInterleaved<TTile>(int row, in KernelArguments args)
        where TTile : struct, IInterleavedTile => throw new InvalidOperationException("No phases are side by side.");
}
