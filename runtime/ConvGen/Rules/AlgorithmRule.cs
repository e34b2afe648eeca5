namespace ConvGen.Rules;

/// <summary>
/// Which form computes a layer: one rule for the generator, where channels are fixed, and for packing, where they are not.
/// Times are modelled in cycles of one core from multiply-adds and from weights read; docs/performance.md has the measurements behind them.
/// </summary>
internal static class AlgorithmRule
{
    /// <summary>From this many output channels per group on, lanes are channels; below, most lanes would be padding.</summary>
    public const int LeastChannelsForLanes = 8;

    /// <summary>
    /// Outputs of up to this many products take a direct form with pixels as lanes: such layers wait for memory, not for arithmetic.
    /// </summary>
    public const int MostBriefProducts = 16;

    /// <summary>Input channels per group from which transforms are paid for by the products they save.</summary>
    public const int LeastInChannelsForTransform = 24;

    /// <summary>Output channels of a group times phases from which a shared input transform is paid for.</summary>
    public const int LeastOutputsForTransform = 64;

    /// <summary>The same of layers of one phase, whose transforms of inputs are no larger.</summary>
    public const int LeastOutputsOfOnePhase = 24;

    /// <summary>
    /// Output channels below which layers of one phase take pixels as lanes along rows of <see cref="LeastWidthForPixels"/> inputs or more: channels fill
    /// no two vectors.
    /// </summary>
    public const int LeastChannelsOfOnePhase = 16;

    /// <summary>Rows that fill some tiles.</summary>
    public const int LeastWidthForPixels = 64;

    /// <summary>The forms that transform what they multiply.</summary>
    public static IReadOnlyList<Algorithm> FastForms { get; } = [Algorithm.Winograd2, Algorithm.Winograd3, Algorithm.Winograd4, Algorithm.Strassen];

    /// <summary>Positions per axis that are assumed where nothing fixes the input size.</summary>
    public const int AssumedLength = 24;

    // Channels that halves are whole blocks of.
    private const int StrassenInChannels = 32;
    private const int StrassenOutChannels = 64;

    // 256-bit vectors, two ports.
    private const double MultiplyAddsPerCycle = 16;

    // Weights beyond the second-level cache, fetched while those before them are used, cost about this much.
    private const double WeightsPerCycle = 8;

    // More weights than this, 16 MB, come from memory each time: whatever else runs between calls has displaced them.
    private const double MostCachedWeights = 4 << 20;
    private const double MemoryWeightsPerCycle = 1.5;

    // Kernels beyond any use are not counted tap by tap while code is compiled.
    private const int LongKernel = 4096;

    // What a fast form must promise before it is taken: transforms and partly filled tiles are not in the model.
    private const double Margin = 1.12;

    // What Strassen's scheme must promise over the best of the others: it takes 7/4 times the weights, and errs 1.4 times as much.
    private const double StrassenMargin = 1.03;

    /// <summary>The rule in words, as far as it concerns a layer, for the header of emitted code; clauses end in semicolons.</summary>
    public static string Describe(LayerGeometry geometry, Algorithm requested)
    {
        bool hasPoints = requested == Algorithm.Auto && InterleavedRule.SuitsPoints(geometry, inPerGroup: 1, outPerGroup: 1, width: 0);
        string?[] fast =
        [
            WinogradShape.Create(geometry, Algorithm.Winograd2) is null ? null : "a Winograd form",
            WinogradShape.Create(geometry, Algorithm.Strassen) is null ? null : "Strassen's scheme",
        ];
        string forms = requested == Algorithm.Auto ? string.Join(" or ", fast.Where(static form => form is not null)) : "";
        return "lanes are output channels from " + LeastChannelsForLanes + " output channels per group on, neighbouring pixels below"
            + (hasPoints ? " and along wide rows of up to " + InterleavedRule.MostPointChannels + " input channels" : "")
            + (geometry.StrideVolume == 1
                ? "; of up to " + (LeastChannelsOfOnePhase - 1) + " output channels along rows of " + LeastWidthForPixels + " inputs and more, neighbouring pixels" : "")
            + "; outputs of up to " + MostBriefProducts + " products take pixels as lanes"
            + (forms.Length > 0 ? "; " + forms + " where channels, size and the weights to read make it faster" : "");
    }

    /// <summary>The form that computes a layer, <paramref name="requested"/> where that names one that applies.</summary>
    /// <param name="requested">What the attribute asks for.</param>
    /// <param name="geometry">The layer.</param>
    /// <param name="inPerGroup">Input channels of a group, 0 where unknown.</param>
    /// <param name="outPerGroup">Output channels of a group.</param>
    /// <param name="inputSize">Input lengths in the order of the axes, or empty where unknown.</param>
    public static Algorithm Choose(
        Algorithm requested, LayerGeometry geometry, int inPerGroup, int outPerGroup, IReadOnlyList<int> inputSize)
    {
        Algorithm direct = Direct(requested, geometry, inPerGroup, outPerGroup, inputSize.Count > 0 ? inputSize[inputSize.Count - 1] : 0);
        switch (requested)
        {
            case var _ when IsFast(requested):
                return WinogradShape.Create(geometry, requested) is not null && !IsBrief(geometry, inPerGroup)
                    ? requested
                    : direct;
            case Algorithm.Auto when outPerGroup < LeastChannelsForLanes || IsBrief(geometry, inPerGroup):
                return direct;
            case Algorithm.Auto when inPerGroup >= LeastInChannelsForTransform
                && outPerGroup * geometry.StrideVolume >= (geometry.StrideVolume == 1 ? LeastOutputsOfOnePhase : LeastOutputsForTransform):
                break;
            case Algorithm.Auto when PatchLanesRule.Pays(geometry, inPerGroup, outPerGroup, inputSize):
                return Algorithm.Winograd3;
            default:
                return direct;
        }

        double products = DirectCycles(geometry, inPerGroup, outPerGroup, inputSize);
        double best = products / Margin;
        Algorithm choice = direct;
        foreach (Algorithm candidate in (Algorithm[])[Algorithm.Winograd3, Algorithm.Winograd2, Algorithm.Winograd4])
        {
            if (WinogradShape.Create(geometry, candidate) is { } shape
                && WinogradCycles(shape, geometry, inPerGroup, outPerGroup, inputSize) is var cycles && cycles < best)
            {
                (best, choice) = (cycles, candidate);
            }
        }

        return WinogradShape.Create(geometry, Algorithm.Strassen) is { } strassen
            && WinogradCycles(strassen, geometry, inPerGroup, outPerGroup, inputSize)
                < (strassen.Transforms ? best : products) / StrassenMargin
            ? Algorithm.Strassen
            : choice;
    }

    /// <summary>
    /// Whether outputs are the sum of few enough products to be made so, <see cref="MostBriefProducts"/>; not, where channels are unknown.
    /// </summary>
    public static bool IsBrief(LayerGeometry geometry, int inPerGroup) =>
        inPerGroup > 0 && geometry.MostTaps * inPerGroup <= MostBriefProducts;

    /// <summary>The direct form of a layer; <paramref name="width"/> is the input's, 0 where it is unknown.</summary>
    public static Algorithm Direct(
        Algorithm requested, LayerGeometry geometry, int inPerGroup, int outPerGroup, int width) => requested switch
    {
        // Neighbouring pixels meet inputs that lie apart: only planes put these side by side.
        _ when geometry.Width.InStep > 1 => requested == Algorithm.Auto && inPerGroup == 1 && outPerGroup == 1 && PlanesRule.HoldsOne(geometry)
            ? Algorithm.DirectPixels
            : Algorithm.DirectChannels,
        Algorithm.DirectChannels or Algorithm.DirectPixels => requested,
        _ => outPerGroup >= LeastChannelsForLanes
            && !IsBrief(geometry, inPerGroup)
            && !(requested == Algorithm.Auto && InterleavedRule.SuitsPoints(geometry, inPerGroup, outPerGroup, width))
            && !(requested == Algorithm.Auto && geometry.StrideVolume == 1 && outPerGroup < LeastChannelsOfOnePhase && width >= LeastWidthForPixels)
            ? Algorithm.DirectChannels
            : Algorithm.DirectPixels,
    };

    /// <summary>Cycles of one core that multiply-adds take, and weights that are read once, or so many times.</summary>
    public static double Cycles(double products, double weights, double readings = 1) => (products / MultiplyAddsPerCycle)
        + (readings * weights / (weights > MostCachedWeights ? MemoryWeightsPerCycle : WeightsPerCycle));

    /// <summary>Whether a form transforms what it multiplies, so that it needs fewer products than the definition has.</summary>
    public static bool IsFast(Algorithm algorithm) => FastForms.Contains(algorithm);

    private static double DirectCycles(LayerGeometry geometry, int inPerGroup, int outPerGroup, IReadOnlyList<int> inputSize)
    {
        double products = 1;
        for (int axis = 0; axis < geometry.Rank; axis++)
        {
            AxisGeometry along = geometry.Axis(axis);
            int length = Length(inputSize, axis);
            products *= along.Kernel > LongKernel ? (double)along.Kernel * length : along.Products(length);
        }

        double channels = (double)inPerGroup * outPerGroup;
        return Cycles(products * channels, geometry.KernelVolume * channels);
    }

    private static double WinogradCycles(
        WinogradShape shape, LayerGeometry geometry, int inPerGroup, int outPerGroup, IReadOnlyList<int> inputSize)
    {
        double patches = 1;
        double products = 1;
        double widths = 1;
        for (int axis = 0; axis < geometry.Rank; axis++)
        {
            long output = geometry.Axis(axis).OutputLength(Length(inputSize, axis));
            WinogradAxis transform = (axis + 3 - geometry.Rank) switch { 0 => shape.Depth, 1 => shape.Height, _ => shape.Width };
            int length = output is < 1 or > int.MaxValue ? 1 : (int)output;
            widths = transform.Patches(length);
            patches *= widths;
            products *= transform.ProductsFor(length);
        }

        double boxes = Math.Max(1, patches / WinogradPatches(shape, inPerGroup));
        double transforms = !shape.Transforms ? 0 : shape.HasFours ? Transforms(10, 7) : Transforms(6, 4);
        double channels = (double)inPerGroup * outPerGroup;
        if (shape.IsStrassen)
        {
            // Halves of whole blocks, of pairs of patches.
            channels = RoundUp(inPerGroup, StrassenInChannels) * RoundUp(outPerGroup, StrassenOutChannels);
            products *= (double)WinogradShape.SchemeProducts / WinogradShape.PlainProducts * RoundUp(widths, 2) / widths;
            return Cycles(products * channels, shape.Weights * channels * WinogradShape.SchemeProducts / 4, boxes) + transforms + Transforms(6, 12);
        }

        return Cycles(products * channels, shape.Weights * channels, boxes) + transforms;

        double Transforms(int inputs, int outputs) => patches
            * (((double)inputs * shape.Points * inPerGroup) + ((double)outputs * shape.Products * outPerGroup)) / MultiplyAddsPerCycle;

        static double RoundUp(double count, int multiple) => Math.Ceiling(count / multiple) * multiple;
    }

    /// <summary>
    /// Patches at a time: as many as share weights, read once per box, without the transformed inputs leaving the caches, nor the sums of
    /// Strassen's scheme.
    /// </summary>
    public static int WinogradPatches(WinogradShape shape, int inPerGroup)
    {
        const int elements = 896 * 1024;
        const double sums = 128 * 1024;
        const double least = 12;
        double length = (double)shape.Points * inPerGroup;
        double most = shape.IsStrassen
            ? Math.Min(elements / (length * WinogradShape.SchemeProducts / 4), sums / (shape.Outputs * StrassenOutChannels))
            : elements / length;
        return (int)Math.Max(least, Math.Floor(most / 6) * 6);
    }

    private static int Length(IReadOnlyList<int> inputSize, int axis) => inputSize.Count > 0 ? inputSize[axis] : AssumedLength;
}
