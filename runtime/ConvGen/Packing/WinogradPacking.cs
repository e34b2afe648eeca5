using ConvGen.Kernels.Winograd;

namespace ConvGen.Packing;

/// <summary>
/// Transformed weights in the order in which they are read: [group][channel block][phase][point][input channel][channel of the block],
/// then the bias as [group][channel block][channel of the block]; channels beyond the last are zero. Phases count row-major by residue.
/// For <see cref="Strassen"/>, a point has [product][input channel of a half][channel of half a block].
/// </summary>
internal sealed class WinogradPacking : IWeightPacking
{
    /// <summary>Channels of the widest vector.</summary>
    public const int VectorChannels = 16;

    private readonly WeightTransform _transform;
    private readonly int[] _firstPoints;

    public WinogradPacking(
        LayerGeometry geometry, WinogradShape shape, WeightTransform transform, SimdLevel widest, int inPerGroup, int outPerGroup)
    {
        (Geometry, Shape, _transform) = (geometry, shape, transform);
        ProductPitch = (inPerGroup + (Halves * VectorChannels) - 1) / (Halves * VectorChannels) * VectorChannels;
        Tile = RegisterTile.For(Algorithm.DirectChannels, (outPerGroup + Halves - 1) / Halves, widest);
        LaneTile = RegisterTile.For(Algorithm.DirectChannels, int.MaxValue, widest);
        Phases = WinogradPhase.All(shape);
        _firstPoints = new int[Phases.Length];
        int points = 0;
        foreach (WinogradPhase phase in Phases)
        {
            _firstPoints[phase.Index] = points;
            points += shape.Depth.KernelPoints(phase.Depth)
                * shape.Height.KernelPoints(phase.Height)
                * shape.Width.KernelPoints(phase.Width);
        }

        PointLength = PointProducts * (long)(shape.IsStrassen ? ProductPitch : inPerGroup) * Tile.Channels;
        Layout = new BlockLayout(geometry.Groups, inPerGroup, outPerGroup, Halves * Tile.Channels, checked(points * PointLength));
    }

    public LayerGeometry Geometry { get; }

    public WinogradShape Shape { get; }

    public RegisterTile Tile { get; }

    /// <summary>The tile whose lanes are patches: as wide as can be, whatever the channels.</summary>
    public RegisterTile LaneTile { get; }

    /// <inheritdoc/>
    public BlockLayout Layout { get; }

    /// <inheritdoc/>
    public SimdLevel Level => Tile.Level;

    /// <summary>Parts of the channels, of the input as of a block: two for Strassen's scheme.</summary>
    public int Halves => Shape.IsStrassen ? 2 : 1;

    /// <summary>From an input to the next where channels lie next to each other: whole vectors, of every half.</summary>
    public int Pitch => Halves * ProductPitch;

    /// <summary>The same for the inputs of a product of matrices.</summary>
    public int ProductPitch { get; }

    /// <summary>Input channels of a product of matrices; of halves, zeros beyond the last are among them.</summary>
    public int ProductChannels => Shape.IsStrassen ? ProductPitch : Layout.InPerGroup;

    /// <summary>Products of matrices of a point.</summary>
    public int PointProducts => Shape.IsStrassen ? Strassen.Products : 1;

    /// <summary>Weights of a product of matrices.</summary>
    public long ProductLength => (long)ProductChannels * Tile.Channels;

    /// <summary>The phases, row-major by residue.</summary>
    public WinogradPhase[] Phases { get; }

    /// <summary>Within a block, the first weight of a phase.</summary>
    public nint Phase(int phase) => (nint)(_firstPoints[phase] * PointLength);

    /// <summary>Weights of a point.</summary>
    public long PointLength { get; }

    /// <summary>Transforms and packs PyTorch's (Cin, Cout/g, kD, kH, kW) and a bias of Cout elements or none.</summary>
    public void Pack(ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> packed)
    {
        packed.Clear();
        foreach (WinogradPhase phase in Phases)
        {
            var weights = new PhaseWeights(Shape, phase, _transform, Tile.Channels);
            // The halves of the input channels by those of a block.
            double[] quarters = new double[Halves * Halves * weights.Points * Tile.Channels];
            for (int group = 0; group < Geometry.Groups; group++)
            {
                for (int block = 0; block < Layout.Blocks; block++)
                {
                    Span<Element> target = packed[(int)(Layout.Weights(group, block) + Phase(phase.Index))..];
                    for (int channel = 0; channel < ProductChannels; channel++)
                    {
                        Transform(weights, weight, group, block, channel, quarters);
                        Write(quarters, weights.Points, target[(channel * Tile.Channels)..]);
                    }
                }
            }
        }

        Layout.PackBias(bias, packed);
    }

    // An input channel of every half, by the channels of every half of a block.
    private void Transform(PhaseWeights weights, ReadOnlySpan<Element> weight, int group, int block, int channel, Span<double> quarters)
    {
        int volume = (int)Geometry.KernelVolume;
        int length = weights.Points * Tile.Channels;
        for (int quarter = 0; quarter < Halves * Halves; quarter++, quarters = quarters[length..])
        {
            int input = channel + (quarter / Halves * ProductChannels);
            int output = (block * Layout.Channels) + (quarter % Halves * Tile.Channels);
            int channels = Math.Min(Tile.Channels, Layout.OutPerGroup - output);
            if (input >= Layout.InPerGroup || channels <= 0)
            {
                quarters[..length].Clear();
                continue;
            }

            int first = ((((group * Layout.InPerGroup) + input) * Layout.OutPerGroup) + output) * volume;
            weights.Transform(weight.Slice(first, channels * volume), channels, quarters);
        }
    }

    // Rounded here, once.
    private void Write(ReadOnlySpan<double> quarters, int points, Span<Element> packed)
    {
        if (Shape.IsStrassen)
        {
            WriteProducts(quarters, points, packed);
            return;
        }

        for (int point = 0; point < points; point++)
        {
            Span<Element> target = packed.Slice((int)(point * PointLength), Tile.Channels);
            ReadOnlySpan<double> source = quarters.Slice(point * target.Length, target.Length);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = (Element)source[i];
            }
        }
    }

    private void WriteProducts(ReadOnlySpan<double> quarters, int points, Span<Element> packed)
    {
        Span<double> products = stackalloc double[Strassen.Products];
        int quarter = points * Tile.Channels;
        for (int point = 0; point < points; point++)
        {
            for (int i = 0; i < Tile.Channels; i++)
            {
                int place = (point * Tile.Channels) + i;
                Strassen.Weights(
                    quarters[place], quarters[quarter + place], quarters[(2 * quarter) + place], quarters[(3 * quarter) + place], products);
                for (int product = 0; product < products.Length; product++)
                {
                    packed[(int)((((point * products.Length) + product) * ProductLength) + i)] = (Element)products[product];
                }
            }
        }
    }
}
