using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>
/// Draws legal cases from the whole space: corners often, large numbers of every kind at times, but never so many of them at once that a
/// case takes long.
/// </summary>
public sealed class CaseDraw
{
    private const int MostChannels = 70;
    private const int MostBatch = 5;

    private static readonly int[] s_channels = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 64, 65];
    private static readonly Algorithm[] s_transforms = [Algorithm.Auto, Algorithm.Winograd2, Algorithm.Winograd3, Algorithm.Winograd4, Algorithm.Strassen];

    private readonly Dice _dice;
    private readonly AxisDraw _axisDraw;
    private readonly LayerKind _kind;

    private CaseDraw(Dice dice)
    {
        _dice = dice;
        _axisDraw = new AxisDraw(dice);
        _kind = dice.Once(2) ? LayerKind.Any : dice.Pick(LayerKind.Transforms, LayerKind.Rows, LayerKind.SmallImages);
    }

    /// <summary>Draws a case. Equal seeds and indices give equal cases, whatever was drawn before.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="index">Which case of it.</param>
    public static FuzzCase Draw(int seed, int index)
    {
        int own = unchecked((int)Mix(((ulong)(uint)seed << 32) | (uint)index));
        return new CaseDraw(new Dice(new Random(own))).Draw(FormattableString.Invariant($"case {index}"), own);
    }

    private FuzzCase Draw(string name, int seed)
    {
        Algorithm algorithm = _kind switch
        {
            LayerKind.Transforms => _dice.Pick(s_transforms),
            LayerKind.Rows when !_dice.Once(4) => Algorithm.Auto,
            _ => _dice.Once(3) ? Algorithm.Auto : _dice.Pick(Enum.GetValues<Algorithm>()),
        };
        bool exact = algorithm is Algorithm.Direct or Algorithm.DirectChannels or Algorithm.DirectPixels;
        ValueKind values = _dice.Once(2) ? ValueKind.Uniform
            : exact && _dice.Once(4) ? ValueKind.NotFinite
            : _dice.Pick(ValueKind.Others);
        LayerCase layer = WithPaddings(Geometry(name));
        // Whatever was drawn before, every third is an ordinary convolution.
        layer = (uint)seed % 3 == 0 ? Ordinary(layer) : layer;
        var request = new LayerRequest(layer, algorithm, FixSizes: _dice.Once(4)) { Ending = Ending(values) };
        return new FuzzCase(request, values, seed)
        {
            Beside = layer.N > 1 && _dice.Once(2) ? (_dice.Roll(0, 3), _dice.Roll(0, 3)) : default,
        };
    }

    // Of sums of moderate size, for which the functions' errors are promised.
    private Ending Ending(ValueKind values) => values != ValueKind.Uniform || _dice.Once(2)
        ? Testing.Ending.None
        : new Ending(
            _dice.Pick(Enum.GetValues<Activation>()), _dice.Pick(Enum.GetValues<Residual>()),
            Factor(1), Factor(0), Factor(1), Factor(0));

    private float Factor(float neutral) => _dice.Once(2) ? neutral : _dice.Roll(-8, 8) / 4f;

    // The whole geometry but for paddings, small enough to compute.
    private LayerCase Geometry(string name)
    {
        (int n, int g, int inPerGroup, int outPerGroup) = Channels();
        var axes = new FuzzAxis[_dice.Pick(1, 1, 2, 2, 2, 3)];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            axes[axis] = axis > 0 && _dice.Once(3) ? axes[0] with { In = _axisDraw.Size(_kind) } : _axisDraw.Draw(_kind);
        }

        bool bias = !_dice.Once(4);
        var limits = new CostLimits(_dice, _kind);
        while (true)
        {
            var layer = new LayerCase
            {
                Name = name, N = n, Cin = g * inPerGroup, Cout = g * outPerGroup, G = g, Bias = bias,
                In = [], K = [], S = [], P = [], Op = [], D = [],
            };
            layer = FuzzAxis.Set(layer, axes);
            if (limits.Allow(layer))
            {
                return layer;
            }

            Reduce(ref n, ref g, ref inPerGroup, ref outPerGroup, axes);
        }
    }

    private (int N, int Groups, int InPerGroup, int OutPerGroup) Channels()
    {
        int n = _dice.Once(3) ? _dice.Roll(0, MostBatch) : 1;
        int g = _dice.Once(4) ? _dice.Roll(2, MostChannels) : _dice.Once(6) ? _dice.Roll(2, 5) : 1;
        (int inPerGroup, int outPerGroup) = _kind switch
        {
            LayerKind.Transforms or LayerKind.SmallImages => (_dice.Roll(16, MostChannels), _dice.Roll(8, MostChannels)),
            LayerKind.Rows => (Count(), _dice.Roll(1, 9)),
            _ when g > 1 && _dice.Once(2) => (1, _dice.Roll(1, 3)),
            _ => (Count(), Count()),
        };
        return (n, Math.Min(g, Math.Max(1, MostChannels / Math.Max(inPerGroup, outPerGroup))), inPerGroup, outPerGroup);
    }

    // One number, drawn at random, becomes smaller; what the layer is drawn for, only once nothing else is left.
    private void Reduce(ref int n, ref int g, ref int inPerGroup, ref int outPerGroup, FuzzAxis[] axes)
    {
        ref FuzzAxis axis = ref axes[_dice.Roll(0, axes.Length - 1)];
        bool isFree = _kind == LayerKind.Any || (n <= 1 && g == 1 && axes.All(each => each.In <= 2));
        switch (_dice.Roll(0, isFree ? 8 : 3))
        {
            case 0:
                n = _dice.Smaller(n);
                break;
            case 1:
                g = _dice.Smaller(g);
                break;
            case 2 or 3:
                axis = axis with { In = _dice.Smaller(axis.In) };
                break;
            case 4:
                inPerGroup = _dice.Smaller(inPerGroup);
                break;
            case 5:
                outPerGroup = _dice.Smaller(outPerGroup);
                break;
            case 6 or 7:
                axis = axis with { K = _dice.Smaller(axis.K) };
                break;
            default:
                axis = axis with { S = _dice.Smaller(axis.S) };
                break;
        }
    }

    private LayerCase WithPaddings(LayerCase layer)
    {
        bool one = _dice.Once(25);
        return FuzzAxis.Set(layer, [.. FuzzAxis.Of(layer).Select(axis => one ? AxisDraw.OfOneOutput(axis) : _axisDraw.WithPadding(axis))]);
    }

    private LayerCase Ordinary(LayerCase layer)
    {
        layer = layer with { IsOrdinary = true, Op = new int[layer.Rank] };
        return FuzzAxis.Set(layer, [.. FuzzAxis.Of(layer).Select(axis => axis with { P = _dice.Roll(axis.LeastP, axis.MostP) })]);
    }

    private int Count() => _dice.Once(3) ? _dice.Roll(1, MostChannels) : _dice.Pick(s_channels);

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
