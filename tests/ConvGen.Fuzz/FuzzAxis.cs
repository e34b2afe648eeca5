using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>One axis of a layer: what is legal on it depends on nothing else.</summary>
public readonly record struct FuzzAxis(int In, int K, int S, int P, int Op, int D)
{
    /// <summary>The output length, <c>(in - 1)s - 2p + d(k - 1) + op + 1</c>.</summary>
    public int Out => Reach - (2 * P) + Op + 1;

    /// <summary>The largest legal output padding.</summary>
    public int MostOp => Math.Max(S, D) - 1;

    /// <summary>The largest padding that leaves an output.</summary>
    public int MostP => (Reach + Op) / 2;

    /// <summary>Whether the generator must take it.</summary>
    public bool IsLegal => In > 0 && K > 0 && S > 0 && D > 0 && P >= 0 && Op >= 0 && Op <= MostOp && Out > 0;

    private int Reach => ((In - 1) * S) + (D * (K - 1));

    /// <summary>The axes of a layer, outermost first.</summary>
    public static FuzzAxis[] Of(LayerCase layer) =>
    [
        .. layer.K.Select((k, axis) => new FuzzAxis(layer.In[axis], k, layer.S[axis], layer.P[axis], layer.Op[axis], layer.D[axis])),
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
