using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>
/// Draws legal cases from the whole space: corners often, large numbers of every kind at times, but never so many of them at once that a
/// case takes long.
/// </summary>
public sealed class CaseDraw
{
    private const int MostChannels = 70;
    private const int MostSize = 70;
    private const int MostKernel = 25;
    private const int MostStride = 16;
    private const int MostDilation = 5;
    private const int MostBatch = 5;

    private static readonly int[] s_channels = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 64, 65];
    private static readonly int[] s_sizes = [1, 1, 2, 3, 4, 5, 7, 8, 11, 13, 16, 17, 23, 31, 37, 61, 64, 70];
    private static readonly int[] s_kernels = [1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9];
    private static readonly int[] s_strides = [1, 1, 2, 2, 2, 3, 4, 5, 8];

    private readonly Random _random;

    private CaseDraw(Random random)
    {
        _random = random;
    }

    /// <summary>Draws a case. Equal seeds and indices give equal cases, whatever was drawn before.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="index">Which case of it.</param>
    public static FuzzCase Draw(int seed, int index)
    {
        int own = unchecked((int)Mix(((ulong)(uint)seed << 32) | (uint)index));
        return new CaseDraw(new Random(own)).Draw(FormattableString.Invariant($"case {index}"), own);
    }

    private FuzzCase Draw(string name, int seed)
    {
        Algorithm algorithm = Often(3) ? Algorithm.Auto : Enum.GetValues<Algorithm>()[_random.Next(6)];
        LayerCase layer = WithPaddings(Geometry(name));
        bool exact = algorithm is Algorithm.Direct or Algorithm.DirectChannels or Algorithm.DirectPixels;
        ValueKind values = Often(2) ? ValueKind.Uniform
            : exact && Often(4) ? ValueKind.NotFinite
            : ValueKind.Others[_random.Next(ValueKind.Others.Count)];
        return new FuzzCase(new LayerRequest(layer, algorithm, FixSizes: Often(4)), values, seed);
    }

    // The whole geometry but for paddings, small enough to compute.
    private LayerCase Geometry(string name)
    {
        int rank = Pick(1, 1, 2, 2, 2, 3);
        int g = Often(4) ? _random.Next(2, MostChannels + 1) : Often(6) ? _random.Next(2, 6) : 1;
        (int inPerGroup, int outPerGroup) = g > 1 && Often(2) ? (1, _random.Next(1, 4)) : (Channels(), Channels());
        var axes = new FuzzAxis[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            axes[axis] = axis > 0 && Often(3) ? axes[0] with { In = Size() } : Axis();
        }

        int n = Often(3) ? _random.Next(MostBatch + 1) : 1;
        var limits = new CostLimits(_random);
        while (true)
        {
            g = Math.Min(g, Math.Max(1, MostChannels / Math.Max(inPerGroup, outPerGroup)));
            LayerCase layer = FuzzAxis.Set(
                new LayerCase
                {
                    Name = name,
                    N = n,
                    Cin = g * inPerGroup,
                    Cout = g * outPerGroup,
                    In = [],
                    K = [],
                    S = [],
                    P = [],
                    Op = [],
                    D = [],
                    G = g,
                    Bias = !Often(4),
                },
                axes);
            if (limits.Allow(layer))
            {
                return layer;
            }

            Reduce(ref n, ref g, ref inPerGroup, ref outPerGroup, axes);
        }
    }

    // One number, drawn at random, becomes smaller.
    private void Reduce(ref int n, ref int g, ref int inPerGroup, ref int outPerGroup, FuzzAxis[] axes)
    {
        ref FuzzAxis axis = ref axes[_random.Next(axes.Length)];
        switch (_random.Next(9))
        {
            case 0:
                n = Smaller(n);
                break;
            case 1:
                g = Smaller(g);
                break;
            case 2:
                inPerGroup = Smaller(inPerGroup);
                break;
            case 3:
                outPerGroup = Smaller(outPerGroup);
                break;
            case 4 or 5:
                axis = axis with { In = Smaller(axis.In) };
                break;
            case 6 or 7:
                axis = axis with { K = Smaller(axis.K) };
                break;
            default:
                axis = axis with { S = Smaller(axis.S) };
                break;
        }
    }

    private FuzzAxis Axis()
    {
        int s = Often(4) ? _random.Next(1, MostStride + 1) : Pick(s_strides);
        int d = Often(3) ? _random.Next(1, MostDilation + 1) : 1;
        if (Often(12))
        {
            s = Pick(1, 2, 3, 4, 5);
            d = s * _random.Next(1, (MostDilation / s) + 1);
        }

        int k = _random.Next(8) switch
        {
            0 => _random.Next(1, MostKernel + 1),
            1 => Math.Min(s, MostKernel),
            2 => Math.Min(2 * s, MostKernel),
            3 => _random.Next(1, s + 1),
            _ => Pick(s_kernels),
        };
        return new FuzzAxis(Size(), k, s, P: 0, Op: 0, d);
    }

    private LayerCase WithPaddings(LayerCase layer)
    {
        bool one = Often(25);
        return FuzzAxis.Set(layer, [.. FuzzAxis.Of(layer).Select(axis => one ? OfOneOutput(axis) : WithPadding(axis))]);
    }

    private FuzzAxis WithPadding(FuzzAxis axis)
    {
        axis = axis with
        {
            Op = _random.Next(4) switch
            {
                0 => axis.MostOp,
                1 => _random.Next(axis.MostOp + 1),
                _ => 0,
            },
        };
        int kernel = axis.D * (axis.K - 1);
        int p = _random.Next(10) switch
        {
            0 or 1 => 0,
            2 or 3 => kernel / 2,
            4 => _random.Next(kernel + 1),
            5 => kernel,
            6 => kernel + _random.Next(1, 4),
            7 => _random.Next(axis.MostP + 1),
            8 when Often(4) => axis.MostP,
            _ => Math.Max(0, (kernel - axis.S + 1) / 2),
        };
        return axis with { P = Math.Min(p, axis.MostP) };
    }

    private static FuzzAxis OfOneOutput(FuzzAxis axis)
    {
        FuzzAxis cropped = axis with { P = axis.MostP };
        return cropped.Out == 1 ? cropped
            : axis.MostOp > 0 ? axis with { Op = 1, P = (axis with { Op = 1 }).MostP }
            : cropped;
    }

    private int Channels() => Often(3) ? _random.Next(1, MostChannels + 1) : Pick(s_channels);

    private int Size() => Often(3) ? _random.Next(1, MostSize + 1) : Pick(s_sizes);

    private int Smaller(int value) => value <= 1 ? value : _random.Next(Math.Max(1, value / 3), value);

    private bool Often(int oneIn) => _random.Next(oneIn) == 0;

    private int Pick(params int[] values) => values[_random.Next(values.Length)];

    // SplitMix64: neighbouring indices draw unrelated cases.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
