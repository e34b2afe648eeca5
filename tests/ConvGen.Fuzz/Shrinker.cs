using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>Makes a failing case smaller for as long as it fails.</summary>
public static class Shrinker
{
    /// <summary>The smallest failing case that is found: no single step from it leads to a smaller one that fails.</summary>
    /// <param name="failing">A case that fails.</param>
    /// <param name="fails">Tells whether another one does.</param>
    /// <param name="attempts">How often that is asked at the most.</param>
    public static FuzzCase Shrink(FuzzCase failing, Func<FuzzCase, bool> fails, int attempts = 1000)
    {
        FuzzCase smallest = failing;
        bool found;
        do
        {
            found = false;
            foreach (FuzzCase candidate in Smaller(smallest).Where(candidate => candidate.IsLegal))
            {
                if (attempts-- <= 0)
                {
                    return smallest;
                }

                if (fails(candidate))
                {
                    (smallest, found) = (candidate, true);
                    break;
                }
            }
        }
        while (found);
        return smallest;
    }

    // Large steps come first.
    private static IEnumerable<FuzzCase> Smaller(FuzzCase one) =>
        AxesLess(one)
            .Concat(FormsLess(one))
            .Concat(Layers(one.Layer).Concat(Axes(one.Layer)).Select(layer => one with { Request = one.Request with { Layer = layer } }));

    private static IEnumerable<FuzzCase> AxesLess(FuzzCase one)
    {
        FuzzAxis[] axes = FuzzAxis.Of(one.Layer);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            LayerCase layer = FuzzAxis.Set(one.Layer, [.. axes[..axis], .. axes[(axis + 1)..]]);
            yield return one with { Request = one.Request with { Layer = layer } };
        }
    }

    private static IEnumerable<FuzzCase> FormsLess(FuzzCase one)
    {
        if (one.Request.Algorithm != Algorithm.Auto)
        {
            yield return one with { Request = one.Request with { Algorithm = Algorithm.Auto } };
        }

        if (one.Request.FixSizes)
        {
            yield return one with { Request = one.Request with { FixSizes = false } };
        }

        if (one.Beside != default)
        {
            yield return one with { Beside = default };
        }

        foreach (Ending ending in Endings(one.Request.Ending).Where(ending => ending != one.Request.Ending))
        {
            yield return one with { Request = one.Request with { Ending = ending } };
        }

        if (one.Layer.Bias)
        {
            yield return one with { Request = one.Request with { Layer = one.Layer with { Bias = false } } };
        }

        if (one.Values != ValueKind.Uniform)
        {
            yield return one with { Values = ValueKind.Uniform };
        }
    }

    private static IEnumerable<Ending> Endings(Ending ending) =>
    [
        Ending.None,
        ending with { Residual = Residual.None },
        ending with { Activation = Activation.None },
        ending with { ScaleBefore = 1, ShiftBefore = 0 },
        ending with { ScaleAfter = 1, ShiftAfter = 0 },
    ];

    private static IEnumerable<LayerCase> Layers(LayerCase layer)
    {
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        foreach (int n in Smaller(layer.N, least: 0))
        {
            yield return layer with { N = n };
        }

        foreach (int g in Smaller(layer.G, least: 1))
        {
            yield return layer with { G = g, Cin = g * inPerGroup, Cout = g * outPerGroup };
        }

        foreach (int count in Smaller(inPerGroup, least: 1))
        {
            yield return layer with { Cin = layer.G * count };
        }

        foreach (int count in Smaller(outPerGroup, least: 1))
        {
            yield return layer with { Cout = layer.G * count };
        }
    }

    private static IEnumerable<LayerCase> Axes(LayerCase layer)
    {
        FuzzAxis[] axes = FuzzAxis.Of(layer);
        for (int i = 0; i < axes.Length; i++)
        {
            foreach (FuzzAxis axis in Axes(axes[i]))
            {
                yield return FuzzAxis.Set(layer, [.. axes[..i], axis, .. axes[(i + 1)..]]);
            }
        }
    }

    // Paddings go along where the other numbers would leave them without an output.
    private static IEnumerable<FuzzAxis> Axes(FuzzAxis axis)
    {
        IEnumerable<FuzzAxis> others =
        [
            .. Smaller(axis.In, least: 1).Select(value => axis with { In = value }),
            .. Smaller(axis.K, least: 1).Select(value => axis with { K = value }),
            .. Smaller(axis.S, least: 1).Select(value => axis with { S = value }),
            .. Smaller(axis.D, least: 1).Select(value => axis with { D = value }),
            .. Smaller(axis.Op, least: 0).Select(value => axis with { Op = value }),
        ];
        return others.Select(Fit).Concat(Smaller(axis.P, least: 0).Select(value => axis with { P = value }));
    }

    private static FuzzAxis Fit(FuzzAxis axis)
    {
        axis = axis with { Op = Math.Min(axis.Op, axis.MostOp) };
        return axis with { P = Math.Clamp(axis.P, axis.LeastP, axis.MostP) };
    }

    private static IEnumerable<int> Smaller(int value, int least)
    {
        for (int step = value - least; step > 0; step /= 2)
        {
            yield return value - step;
        }
    }
}
