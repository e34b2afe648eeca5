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

    private readonly int[] _firstPoints;

    public WinogradPacking(LayerGeometry geometry, WinogradShape shape, SimdLevel widest, int inPerGroup, int outPerGroup)
    {
        (Geometry, Shape) = (geometry, shape);
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
            var kernel = new PhaseKernelTransform(Shape, phase);
            for (int group = 0; group < Geometry.Groups; group++)
            {
                PackPhase(kernel, weight, group, phase.Index, packed);
            }
        }

        Layout.PackBias(bias, packed);
    }

    private void PackPhase(PhaseKernelTransform kernel, ReadOnlySpan<Element> weight, int group, int phase, Span<Element> packed)
    {
        // The halves of the input channels by those of a block.
        int count = Halves * Halves;
        int points = kernel.Points;
        Span<double> quarters = new double[count * points];
        for (int c = 0; c < ProductChannels; c++)
        {
            for (int block = 0; block < Layout.Blocks; block++)
            {
                int lanes = Math.Min(Tile.Channels, Layout.OutPerGroup - (block * Layout.Channels));
                for (int lane = 0; lane < lanes; lane++)
                {
                    for (int quarter = 0; quarter < count; quarter++)
                    {
                        int channel = c + (quarter / Halves * ProductChannels);
                        int output = (block * Layout.Channels) + (quarter % Halves * Tile.Channels) + lane;
                        TransformKernel(kernel, weight, group, channel, output, quarters.Slice(quarter * points, points));
                    }

                    Span<Element> target = packed[((int)(Layout.Weights(group, block) + Phase(phase)) + (c * Tile.Channels) + lane)..];
                    if (Shape.IsStrassen)
                    {
                        WriteProducts(quarters, points, target);
                    }
                    else
                    {
                        WritePoints(quarters, target);
                    }
                }
            }
        }
    }

    private void TransformKernel(
        PhaseKernelTransform kernel, ReadOnlySpan<Element> weight, int group, int channel, int output, Span<double> points)
    {
        if (channel >= Layout.InPerGroup || output >= Layout.OutPerGroup)
        {
            points.Clear();
            return;
        }

        int volume = (int)Geometry.KernelVolume;
        int source = ((((group * Layout.InPerGroup) + channel) * Layout.OutPerGroup) + output) * volume;
        kernel.Transform(weight.Slice(source, volume), points);
    }

    private void WritePoints(ReadOnlySpan<double> points, Span<Element> packed)
    {
        int step = (int)PointLength;
        int target = 0;
        foreach (double point in points)
        {
            packed[target] = (Element)point;
            target += step;
        }
    }

    private void WriteProducts(ReadOnlySpan<double> quarters, int points, Span<Element> packed)
    {
        Span<double> products = stackalloc double[Strassen.Products];
        int step = (int)ProductLength;
        int target = 0;
        for (int point = 0; point < points; point++)
        {
            Strassen.Weights(
                quarters[point], quarters[points + point], quarters[(2 * points) + point], quarters[(3 * points) + point], products);
            foreach (double product in products)
            {
                packed[target] = (Element)product;
                target += step;
            }
        }
    }

    /// <summary>Transforms the kernel elements of one phase, axis by axis, in double precision: rounded once.</summary>
    private sealed class PhaseKernelTransform
    {
        private readonly WinogradShape _shape;
        private readonly WinogradPhase _residues;
        private readonly double[] _taps;
        private readonly double[] _columns;
        private readonly double[] _rows;

        public PhaseKernelTransform(WinogradShape shape, WinogradPhase phase)
        {
            (_shape, _residues) = (shape, phase);
            (int tz, int ty, int tx) = (shape.Depth.Taps, shape.Height.Taps, shape.Width.Taps);
            int pz = shape.Depth.KernelPoints(phase.Depth);
            int py = shape.Height.KernelPoints(phase.Height);
            int px = shape.Width.KernelPoints(phase.Width);
            _taps = new double[tz * ty * tx];
            _columns = new double[tz * ty * px];
            _rows = new double[tz * py * px];
            Points = pz * py * px;
        }

        public int Points { get; }

        public void Transform(ReadOnlySpan<Element> kernel, Span<double> points)
        {
            (WinogradAxis depth, WinogradAxis height, WinogradAxis width) = (_shape.Depth, _shape.Height, _shape.Width);
            Gather(kernel);
            int px = width.KernelPoints(_residues.Width);
            int py = height.KernelPoints(_residues.Height);
            for (int row = 0; row < depth.Taps * height.Taps; row++)
            {
                WinogradTransform.Kernel(
                    width, width.IsRaw(_residues.Width), _taps.AsSpan(row * width.Taps), 1, _columns.AsSpan(row * px), 1);
            }

            for (int slice = 0; slice < depth.Taps; slice++)
            {
                for (int x = 0; x < px; x++)
                {
                    WinogradTransform.Kernel(
                        height,
                        height.IsRaw(_residues.Height),
                        _columns.AsSpan((slice * height.Taps * px) + x),
                        px,
                        _rows.AsSpan((slice * py * px) + x),
                        px);
                }
            }

            for (int i = 0; i < py * px; i++)
            {
                WinogradTransform.Kernel(depth, depth.IsRaw(_residues.Depth), _rows.AsSpan(i), py * px, points[i..], py * px);
            }
        }

        // Taps by window position; positions beyond the kernel's end, in phases one tap short, are zero.
        private void Gather(ReadOnlySpan<Element> kernel)
        {
            (AxisGeometry depth, AxisGeometry height, AxisGeometry width) = (_shape.Depth.Axis, _shape.Height.Axis, _shape.Width.Axis);
            int next = 0;
            for (int z = 0; z < _shape.Depth.Taps; z++)
            {
                int kz = _shape.Depth.KernelElement(_residues.Depth, z);
                for (int y = 0; y < _shape.Height.Taps; y++)
                {
                    int ky = _shape.Height.KernelElement(_residues.Height, y);
                    for (int x = 0; x < _shape.Width.Taps; x++)
                    {
                        int kx = _shape.Width.KernelElement(_residues.Width, x);
                        bool inside = kz < depth.Kernel && ky < height.Kernel && kx < width.Kernel;
                        _taps[next++] = inside ? kernel[(((kz * height.Kernel) + ky) * width.Kernel) + kx] : 0;
                    }
                }
            }
        }
    }
}
