using ConvGen.Testing;

namespace ConvGen.JitGate;

/// <summary>The layers whose kernels must come fully optimised from the JIT.</summary>
public static class GatedLayers
{
    // One tile shape each where lanes are pixels; where they are channels, two and three vectors: three of 512 bits and two of 256, or the other way round.
    private static readonly int[] s_outChannels = [1, 2, 3, 4, 33, 65];

    // One tile shape each where phases lie side by side.
    private static readonly int[] s_rowChannels = [1, 2, 3, 4];

    private static readonly LayerCase[] s_large =
    [
        Square("k16s8", rank: 1, k: 16, s: 8, p: 4),
        Square("k9s4", rank: 2, k: 9, s: 4, p: 4),
        Square("k7s1", rank: 2, k: 7, s: 1, p: 3),
        Square("k11s2", rank: 2, k: 11, s: 2, p: 5),
        Square("k60s2", rank: 1, k: 60, s: 2, p: 29),
        Square("k4s2_volume", rank: 3, k: 4, s: 2, p: 1),
        Square("k3s1_volume", rank: 3, k: 3, s: 1, p: 1),
    ];

    private static readonly LayerCase[] s_rows =
    [
        Square("k2s2", rank: 2, k: 2, s: 2, p: 0),
        Square("k4s2", rank: 2, k: 4, s: 2, p: 1),
        Square("k9s2", rank: 2, k: 9, s: 2, p: 4),
        Square("k7s2", rank: 2, k: 7, s: 2, p: 2),
        Square("k16s2", rank: 2, k: 16, s: 2, p: 7),
        Square("k9s3", rank: 2, k: 9, s: 3, p: 3),
        Square("k5s2_volume", rank: 3, k: 5, s: 2, p: 1),
        Square("k8s4", rank: 1, k: 8, s: 4, p: 2),
        Square("k16s8", rank: 2, k: 16, s: 8, p: 4),
        Square("k12s6", rank: 2, k: 12, s: 6, p: 3),
        Square("k32s16", rank: 2, k: 32, s: 16, p: 8),
    ];

    // One input channel to a group: weights in registers.
    private static readonly LayerCase[] s_planes =
    [
        Square("k2s2", rank: 2, k: 2, s: 2, p: 0),
        Square("k3s2", rank: 2, k: 3, s: 2, p: 1),
        Square("k4s2", rank: 2, k: 4, s: 2, p: 1),
        Square("k6s3", rank: 2, k: 6, s: 3, p: 2),
        Square("k8s4", rank: 2, k: 8, s: 4, p: 2),
        Square("k16s8", rank: 2, k: 16, s: 8, p: 4),
        Square("k32s16", rank: 2, k: 32, s: 16, p: 8),
    ];

    // Lines of few channels have tiles as lanes, whose outputs are put into order as they are transformed or after it.
    private static readonly LayerCase[] s_fast =
    [
        Square("k4s2", rank: 2, k: 4, s: 2, p: 1) with { Cout = 33 },
        Square("k4s2_line", rank: 1, k: 4, s: 2, p: 1) with { Cout = 3, In = [400] },
        Square("k8s4_line", rank: 1, k: 8, s: 4, p: 2) with { Cout = 3, In = [400] },
    ];

    /// <summary>The golden cases in both direct forms, large layers on every tile, interleaved phases, a depthwise one, one beyond each budget, fast forms.</summary>
    public static IReadOnlyList<LayerRequest> All { get; } =
    [
        .. Read("cases.csv").SelectMany(BothForms),
        .. from layer in s_large
           from channels in s_outChannels
           select new LayerRequest(layer with { Cout = channels }, channels >= 33 ? Algorithm.DirectChannels : Algorithm.DirectPixels),
        .. from layer in s_rows
           from channels in s_rowChannels
           select new LayerRequest(layer with { Cout = channels }),
        .. from layer in s_planes
           select new LayerRequest(layer with { Cin = 3, Cout = 3, G = 3 }),
        .. from stride in (int[])[1, 2]
           from kernel in (int[])[3, 5, 7]
           select new LayerRequest(
               Square("ordinary", rank: 2, k: kernel, s: stride, p: kernel / 2) with { IsOrdinary = true, Cin = 3, Cout = 3, G = 3 }),
        new LayerRequest(Square("ordinary_k3s2", rank: 2, k: 3, s: 2, p: 1) with { IsOrdinary = true, Cout = 33 }, Algorithm.DirectChannels),
        .. BothForms(Square("k16s8_depthwise", rank: 2, k: 16, s: 8, p: 4) with { Cin = 3, Cout = 3, G = 3 }),
        .. from layer in s_fast
           from form in (Algorithm[])[Algorithm.Winograd2, Algorithm.Winograd3, Algorithm.Winograd4, Algorithm.Strassen]
           select new LayerRequest(layer, form),
        .. BothForms(Square("s16_volume", rank: 3, k: 16, s: 16, p: 0)),
    ];

    /// <summary>Layers of published networks at sizes that take microseconds.</summary>
    public static IReadOnlyList<LayerCase> Small { get; } = Read("small_layers.csv");

    /// <summary>Those, and the zoo.</summary>
    public static IReadOnlyList<LayerCase> Published { get; } = [.. Read("layers.csv"), .. Small];

    /// <summary>
    /// The layer in two depths: short sums, which take tiles of their own, and long ones; not so long that small images would be
    /// computed tap by tap, without the unrolled kernels.
    /// </summary>
    public static IEnumerable<LayerCase> Sizes(LayerCase layer) => [Size(layer, inPerGroup: 1), Size(layer, inPerGroup: 17)];

    private static IReadOnlyList<LayerCase> Read(string file) => LayerCaseFile.Read(Path.Combine(AppContext.BaseDirectory, file));

    // Large enough that every phase has a full tile of outputs in a row whose taps all lie inside, which a row of eight has not, and that
    // most outputs are such.
    private static LayerCase Size(LayerCase layer, int inPerGroup) => layer with
    {
        N = 1,
        Cin = inPerGroup * layer.G,
        In =
        [
            .. Enumerable.Range(0, layer.Rank).Select(axis =>
                Math.Max(
                    layer.In[axis],
                    layer.IsOrdinary ? (layer.D[axis] * (layer.K[axis] - 1)) + (16 * layer.S[axis])
                        : LeastInput(layer.K[axis], layer.S[axis], layer.P[axis], layer.D[axis]) + (axis == layer.Rank - 1 ? 12 : 6))),
        ],
        Bias = false,
    };

    // The span of a phase's taps, and what the padding crops at both ends.
    private static int LeastInput(int k, int s, int p, int d) => (d * (k - 1) / s) + (2 * ((p + s - 1) / s)) + 2;

    private static IEnumerable<LayerRequest> BothForms(LayerCase layer) =>
        [new(layer, Algorithm.DirectChannels), new(layer, Algorithm.DirectPixels)];

    private static LayerCase Square(string name, int rank, int k, int s, int p) => new()
    {
        Name = name,
        Cin = 1,
        Cout = 1,
        In = Axes(rank, 1),
        K = Axes(rank, k),
        S = Axes(rank, s),
        P = Axes(rank, p),
        Op = Axes(rank, 0),
        D = Axes(rank, 1),
    };

    private static int[] Axes(int rank, int value) => [.. Enumerable.Repeat(value, rank)];
}
