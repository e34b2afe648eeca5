using System.Collections.Concurrent;
using ConvGen.Kernels.Winograd;

namespace ConvGen.Kernels;

/// <summary>Which form computes a layer: <see cref="AlgorithmRule"/> says which kind, this makes it for the tiles of the machine.</summary>
/// <param name="plan">The layer.</param>
/// <param name="interleaved">Interleaved phases, where the layer has them.</param>
/// <param name="requested">What the attribute asks for.</param>
/// <param name="transformWeights">The emitted transforms of weights.</param>
internal sealed class FormChoice(LayerPhases plan, InterleavedPlan? interleaved, Algorithm requested, WeightTransform transformWeights)
{
    // Calls with plain weights find theirs again; they are as few as the channel counts that a layer meets.
    private readonly ConcurrentDictionary<DirectKey, LayerForm> _direct = new();

    private LayerGeometry Geometry => plan.Geometry;

    /// <summary>The form that weights are packed for.</summary>
    /// <param name="weight">The weights.</param>
    /// <param name="inPerGroup">Input channels of a group.</param>
    /// <param name="outPerGroup">Output channels of a group.</param>
    /// <param name="inputSize">Input lengths in the order of the axes, or empty where unknown.</param>
    public LayerForm For(ReadOnlySpan<Element> weight, int inPerGroup, int outPerGroup, int[] inputSize)
    {
        Algorithm algorithm = AlgorithmRule.Choose(requested, Geometry, inPerGroup, outPerGroup, inputSize);
        if (!AlgorithmRule.IsFast(algorithm))
        {
            return Direct(weight, inPerGroup, outPerGroup, inputSize);
        }

        var shape = WinogradShape.Create(Geometry, algorithm)!;
        return new WinogradForm(new WinogradPacking(Geometry, shape, transformWeights, SimdSupport.Widest, inPerGroup, outPerGroup), algorithm);
    }

    /// <summary>The direct form for packed weights of a layer; that of <see cref="For"/> where nothing faster is chosen.</summary>
    public LayerForm Direct(ReadOnlySpan<Element> weight, int inPerGroup, int outPerGroup, int[] inputSize)
    {
        LayerForm form = Direct(weight, inPerGroup, outPerGroup, inputSize.Length > 0 ? inputSize[^1] : 0);
        return form.Packing is PhasePacking packing && PrefersTaps(packing, inputSize)
            ? new DirectForm(packing with { ByTap = true }, form.Algorithm, TakesMargin(weight))
            : form;
    }

    /// <summary>The direct form for weights that are packed for one call; <paramref name="width"/> is the input's, 0 where unknown.</summary>
    public LayerForm Direct(ReadOnlySpan<Element> weight, int inPerGroup, int outPerGroup, int width)
    {
        Algorithm algorithm = AlgorithmRule.Direct(requested, Geometry, inPerGroup, outPerGroup, width);
        bool takesMargin = TakesMargin(weight);
        if (!takesMargin && Geometry.Width.InStep > 1)
        {
            algorithm = Algorithm.DirectChannels;
        }

        var key = new DirectKey(
            inPerGroup,
            outPerGroup,
            takesMargin,
            RegisterTile.For(algorithm, outPerGroup, SimdSupport.Widest),
            algorithm == Algorithm.DirectPixels && interleaved is not null && takesMargin ? Tile(interleaved, inPerGroup, outPerGroup, width) : null);
        return _direct.TryGetValue(key, out LayerForm? form) ? form : _direct.GetOrAdd(key, Create(key, algorithm));
    }

    private LayerForm Create(in DirectKey key, Algorithm algorithm) => key.Interleaved is { } tile
        ? new InterleavedForm(new InterleavedPacking(interleaved!, tile, key.InPerGroup, key.OutPerGroup))
        : new DirectForm(new PhasePacking(plan, key.Tile, key.InPerGroup, key.OutPerGroup), algorithm, key.TakesMargin);

    // A form that was asked for by name computes the products of the definition and no others.
    private bool TakesMargin(ReadOnlySpan<Element> weight) => requested == Algorithm.Auto && Margin.Suits(weight);

    private InterleavedTile Tile(InterleavedPlan interleaved, int inPerGroup, int outPerGroup, int width)
    {
        bool brief = AlgorithmRule.IsBrief(Geometry, inPerGroup);
        InterleavedTile tile = InterleavedTile.For(interleaved, outPerGroup, brief, SimdSupport.Widest, width);
        // Windows begin anywhere: 512-bit loads pay although they cross cache lines. Not where little is done with what a panel holds, nor
        // where a tile alone would be more than a panel.
        if (interleaved.SharesWindow && (brief || (long)inPerGroup * tile.Positions > InterleavedForm.PanelElements))
        {
            var level = (SimdLevel)Math.Min((int)SimdSupport.Widest, (int)SimdLevel.Vector256);
            tile = InterleavedTile.For(interleaved, outPerGroup, brief, level, width);
        }

        return tile;
    }

    // Weights are packed that way, too.
    private bool PrefersTaps(PhasePacking packing, int[] inputSize) => inputSize.Length > 0
        && packing.Tile.LanesAreChannels
        && Extent.FromAxes(inputSize) is var input
        && TapByTapRule.Holds(Geometry, packing.InPerGroup, input.Depth, input.Height, input.Width);

    private readonly record struct DirectKey(
        int InPerGroup, int OutPerGroup, bool TakesMargin, RegisterTile Tile, InterleavedTile? Interleaved);
}
