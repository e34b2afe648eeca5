using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>One axis of a layer: what is legal on it depends on nothing else.</summary>
public readonly record struct FuzzAxis(int In, int K, int S, int P, int Op, int D, bool IsOrdinary = false)
{
    /// <summary>
    /// The output length, <c>(in - 1)s - 2p + d(k - 1) + op + 1</c>, of an ordinary convolution <c>floor((in + 2p - d(k - 1) - 1) / s) + 1</c>.
    /// </summary>
    public int Out => IsOrdinary ? (int)Math.Floor((In + (2.0 * P) - (D * (K - 1)) - 1) / S) + 1 : Reach - (2 * P) + Op + 1;

    /// <summary>The largest legal output padding.</summary>
    public int MostOp => IsOrdinary ? 0 : Math.Max(S, D) - 1;

    /// <summary>The least padding that leaves an output: none, of a transposed convolution.</summary>
    public int LeastP => IsOrdinary ? Math.Max(0, ((D * (K - 1)) + 2 - In) / 2) : 0;

    /// <summary>The largest padding that leaves an output; of an ordinary convolution, one beyond its kernel.</summary>
    public int MostP => IsOrdinary ? Math.Max(LeastP, (D * (K - 1)) + 2) : (Reach + Op) / 2;

    /// <summary>The same axis without an output.</summary>
    public FuzzAxis WithoutOutput => IsOrdinary ? this with { K = In + (2 * P) + 1 } : this with { P = MostP + 1 };

    /// <summary>Whether the generator must take it.</summary>
    public bool IsLegal => In > 0 && K > 0 && S > 0 && D > 0 && P >= 0 && Op >= 0 && Op <= MostOp && Out > 0;

    private int Reach => ((In - 1) * S) + (D * (K - 1));

    /// <summary>The axes of a layer, outermost first.</summary>
    public static FuzzAxis[] Of(LayerCase layer) =>
    [
        .. layer.K.Select((k, axis) => new FuzzAxis(layer.In[axis], k, layer.S[axis], layer.P[axis], layer.Op[axis], layer.D[axis], layer.IsOrdinary)),
    ];

    /// <summary>The layer with other axes, any number of them.</summary>
    public static LayerCase Set(LayerCase layer, IReadOnlyList<FuzzAxis> axes) => layer with
    {
        In = [.. axes.Select(axis => axis.In)],
        K = [.. axes.Select(axis => axis.K)],
        S = [.. axes.Select(axis => axis.S)],
        P = [.. axes.Select(axis => axis.P)],
        Op = [.. axes.Select(axis => axis.Op)],
        D = [.. axes.Select(axis => axis.D)],
    };
}
