namespace ConvGen.Fuzz;

/// <summary>Draws axes: corners often, large numbers at times.</summary>
internal sealed class AxisDraw(Dice dice)
{
    private const int MostSize = 70;
    private const int MostKernel = 25;
    private const int MostStride = 16;
    private const int MostDilation = 5;

    private static readonly int[] s_sizes = [1, 1, 2, 3, 4, 5, 7, 8, 11, 13, 16, 17, 23, 31, 37, 61, 64, 70];
    private static readonly int[] s_kernels = [1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9];
    private static readonly int[] s_strides = [1, 1, 2, 2, 2, 3, 4, 5, 8];

    /// <summary>An axis without paddings.</summary>
    public FuzzAxis Draw(LayerKind kind) => kind switch
    {
        LayerKind.Transforms => OfFewTaps(),
        LayerKind.Rows => OfRow(),
        LayerKind.SmallImages => new FuzzAxis(dice.Roll(1, 5), dice.Roll(2, 5), dice.Roll(1, 3), P: 0, Op: 0, dice.Once(3) ? 2 : 1),
        _ => Any(),
    };

    /// <summary>An input length.</summary>
    public int Size(LayerKind kind) => kind switch
    {
        LayerKind.SmallImages => dice.Roll(1, 5),
        _ => dice.Once(3) ? dice.Roll(1, MostSize) : dice.Pick(s_sizes),
    };

    /// <summary>The axis with paddings, of which each extreme comes often.</summary>
    public FuzzAxis WithPadding(FuzzAxis axis)
    {
        axis = axis with
        {
            Op = dice.Roll(0, 3) switch
            {
                0 => axis.MostOp,
                1 => dice.Roll(0, axis.MostOp),
                _ => 0,
            },
        };
        int kernel = axis.D * (axis.K - 1);
        int p = dice.Roll(0, 9) switch
        {
            0 or 1 => 0,
            2 or 3 => kernel / 2,
            4 => dice.Roll(0, kernel),
            5 => kernel,
            6 => kernel + dice.Roll(1, 3),
            7 => dice.Roll(0, axis.MostP),
            8 when dice.Once(4) => axis.MostP,
            _ => Math.Max(0, (kernel - axis.S + 1) / 2),
        };
        return axis with { P = Math.Min(p, axis.MostP) };
    }

    /// <summary>The axis with paddings that leave one output, or two where none leave one.</summary>
    public static FuzzAxis OfOneOutput(FuzzAxis axis)
    {
        FuzzAxis cropped = axis with { P = axis.MostP };
        return cropped.Out == 1 || axis.MostOp == 0 ? cropped : axis with { Op = 1, P = (axis with { Op = 1 }).MostP };
    }

    private FuzzAxis Any()
    {
        int s = dice.Once(4) ? dice.Roll(1, MostStride) : dice.Pick(s_strides);
        int d = dice.Once(3) ? dice.Roll(1, MostDilation) : 1;
        if (dice.Once(12))
        {
            s = dice.Roll(1, MostDilation);
            d = s * dice.Roll(1, MostDilation / s);
        }

        int k = dice.Roll(0, 7) switch
        {
            0 => dice.Roll(1, MostKernel),
            1 => Math.Min(s, MostKernel),
            2 => Math.Min(2 * s, MostKernel),
            3 => dice.Roll(1, s),
            _ => dice.Pick(s_kernels),
        };
        return new FuzzAxis(Size(LayerKind.Any), k, s, P: 0, Op: 0, d);
    }

    private FuzzAxis OfFewTaps()
    {
        int s = dice.Roll(1, 4);
        return new FuzzAxis(Size(LayerKind.Transforms), dice.Once(5) ? s : dice.Roll(s + 1, 3 * s), s, P: 0, Op: 0, D: 1);
    }

    private FuzzAxis OfRow()
    {
        int s = dice.Pick(2, 2, 2, 3, 3, 4, 4, 6, 8);
        int d = dice.Once(6) ? dice.Roll(2, MostDilation) : 1;
        return new FuzzAxis(Size(LayerKind.Rows), dice.Once(4) ? s : Math.Min(dice.Roll(s, 4 * s), MostKernel), s, P: 0, Op: 0, d);
    }
}
