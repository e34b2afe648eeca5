using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Winograd;
using ConvGen.Planning;

namespace ConvGen.Packing;

/// <summary>
/// Transformed weights in the order in which they are read: [group][channel block][phase][point][input channel][channel of the block],
/// then the bias as [group][channel block][channel of the block]; channels beyond the last are zero. Phases count row-major by residue.
/// </summary>
internal sealed class WinogradPacking
{
    private readonly int[] _firstPoints;

    public WinogradPacking(LayerGeometry geometry, WinogradShape shape, TileForm form, int inPerGroup, int outPerGroup)
    {
        (Geometry, Shape, Form, InPerGroup, OutPerGroup) = (geometry, shape, form, inPerGroup, outPerGroup);
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

        BlockLength = (long)points * inPerGroup * BlockChannels;
    }

    public LayerGeometry Geometry { get; }

    public WinogradShape Shape { get; }

    public TileForm Form { get; }

    public int InPerGroup { get; }

    public int OutPerGroup { get; }

    public int BlockChannels => Form.Channels;

    public int Blocks => (OutPerGroup + BlockChannels - 1) / BlockChannels;

    /// <summary>Weights of a block, all phases.</summary>
    public long BlockLength { get; }

    public long Length => BiasStart + ((long)Geometry.Groups * Blocks * BlockChannels);

    private long BiasStart => Geometry.Groups * Blocks * BlockLength;

    /// <summary>The phases, row-major by residue.</summary>
    public WinogradPhase[] Phases { get; }

    /// <summary>First weight of a phase in a block.</summary>
    public nint WeightOffset(int group, int block, int phase) =>
        (nint)((((group * (long)Blocks) + block) * BlockLength) + (_firstPoints[phase] * PointLength));

    /// <summary>Weights of a point.</summary>
    public long PointLength => (long)InPerGroup * BlockChannels;

    /// <summary>First bias of a block.</summary>
    public nint BiasOffset(int group, int block) => (nint)(BiasStart + (((group * (long)Blocks) + block) * BlockChannels));

    /// <summary>Transforms and packs PyTorch's (Cin, Cout/g, kD, kH, kW) and a bias of Cout elements or none.</summary>
    public void Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> packed)
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

        for (int group = 0; group < Geometry.Groups && !bias.IsEmpty; group++)
        {
            for (int block = 0; block < Blocks; block++)
            {
                int first = block * BlockChannels;
                int channels = Math.Min(BlockChannels, OutPerGroup - first);
                bias.Slice((group * OutPerGroup) + first, channels).CopyTo(packed[(int)BiasOffset(group, block)..]);
            }
        }
    }

    private void PackPhase(PhaseKernelTransform kernel, ReadOnlySpan<float> weight, int group, int phase, Span<float> packed)
    {
        int volume = (int)Geometry.KernelVolume;
        for (int c = 0; c < InPerGroup; c++)
        {
            for (int o = 0; o < OutPerGroup; o++)
            {
                int source = ((((group * InPerGroup) + c) * OutPerGroup) + o) * volume;
                ReadOnlySpan<double> points = kernel.Transform(weight.Slice(source, volume));
                (int block, int lane) = Math.DivRem(o, BlockChannels);
                int target = (int)WeightOffset(group, block, phase) + (c * BlockChannels) + lane;
                int step = InPerGroup * BlockChannels;
                foreach (double point in points)
                {
                    packed[target] = (float)point;
                    target += step;
                }
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
        private readonly double[] _points;

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
            _points = new double[pz * py * px];
        }

        public ReadOnlySpan<double> Transform(ReadOnlySpan<float> kernel)
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
                WinogradTransform.Kernel(depth, depth.IsRaw(_residues.Depth), _rows.AsSpan(i), py * px, _points.AsSpan(i), py * px);
            }

            return _points;
        }

        // Taps by window position; positions beyond the kernel's end, in phases one tap short, are zero.
        private void Gather(ReadOnlySpan<float> kernel)
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
