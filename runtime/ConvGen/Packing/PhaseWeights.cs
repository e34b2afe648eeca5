using ConvGen.Kernels.Winograd;

namespace ConvGen.Packing;

internal delegate void WeightTransform(in WeightArguments args);

/// <summary>
/// The weights of one phase and input channel for neighbouring output channels, transformed axis by axis by the emitted transforms, in double
/// precision: [point][channel].
/// </summary>
internal sealed class PhaseWeights
{
    private readonly WinogradShape _shape;
    private readonly WinogradPhase _phase;
    private readonly WeightTransform _transform;
    private readonly int _channels;
    private readonly double[] _taps;
    private readonly double[] _columns;
    private readonly double[] _rows;

    public PhaseWeights(WinogradShape shape, WinogradPhase phase, WeightTransform transform, int channels)
    {
        (_shape, _phase, _transform, _channels) = (shape, phase, transform, channels);
        (int tz, int ty, int tx) = (shape.Depth.Taps, shape.Height.Taps, shape.Width.Taps);
        int pz = shape.Depth.KernelPoints(phase.Depth);
        int py = shape.Height.KernelPoints(phase.Height);
        int px = shape.Width.KernelPoints(phase.Width);
        Points = pz * py * px;
        _taps = new double[tz * ty * tx * channels];
        _columns = new double[tz * ty * px * channels];
        _rows = new double[tz * py * px * channels];
    }

    /// <summary>Points of the phase.</summary>
    public int Points { get; }

    /// <summary>
    /// Transforms the kernels of <paramref name="channels"/> output channels, one after the other in <paramref name="kernels"/>; of those up
    /// to the number that this was made for, zeros.
    /// </summary>
    public void Transform(ReadOnlySpan<Element> kernels, int channels, Span<double> points)
    {
        (WinogradAxis depth, WinogradAxis height, WinogradAxis width) = (_shape.Depth, _shape.Height, _shape.Width);
        Gather(kernels, channels);
        int px = width.KernelPoints(_phase.Width);
        int py = height.KernelPoints(_phase.Height);
        int column = px * _channels;
        for (int row = 0; row < depth.Taps * height.Taps; row++)
        {
            Transform(width, _phase.Width, _taps.AsSpan(row * width.Taps * _channels), _columns.AsSpan(row * column), _channels);
        }

        for (int slice = 0; slice < depth.Taps; slice++)
        {
            Transform(height, _phase.Height, _columns.AsSpan(slice * height.Taps * column), _rows.AsSpan(slice * py * column), column);
        }

        Transform(depth, _phase.Depth, _rows, points, py * column);
    }

    // Raw phases keep their one weight, whatever the point; so do axes of one tap.
    private void Transform(WinogradAxis axis, int residue, ReadOnlySpan<double> source, Span<double> target, int length)
    {
        if (axis.Taps == 1 || axis.IsRaw(residue))
        {
            source.Slice((axis.Taps - 1) * length, length).CopyTo(target);
            return;
        }

        var args = new WeightArguments
        {
            Outputs = axis.Patch,
            Taps = axis.Taps,
            Source = source,
            SourceStep = length,
            Target = target,
            TargetStep = length,
            Length = length,
        };
        _transform(args);
    }

    // Taps by window position, [tap][channel]; positions beyond the kernel's end, in phases one tap short, are zero.
    private void Gather(ReadOnlySpan<Element> kernels, int channels)
    {
        (AxisGeometry depth, AxisGeometry height, AxisGeometry width) = (_shape.Depth.Axis, _shape.Height.Axis, _shape.Width.Axis);
        int volume = depth.Kernel * height.Kernel * width.Kernel;
        Span<double> taps = _taps;
        taps.Clear();
        for (int z = 0; z < _shape.Depth.Taps; z++)
        {
            int kz = _shape.Depth.KernelElement(_phase.Depth, z);
            for (int y = 0; y < _shape.Height.Taps; y++)
            {
                int ky = _shape.Height.KernelElement(_phase.Height, y);
                for (int x = 0; x < _shape.Width.Taps; x++, taps = taps[_channels..])
                {
                    int kx = _shape.Width.KernelElement(_phase.Width, x);
                    if (kz < depth.Kernel && ky < height.Kernel && kx < width.Kernel)
                    {
                        int element = (((kz * height.Kernel) + ky) * width.Kernel) + kx;
                        for (int channel = 0; channel < channels; channel++)
                        {
                            taps[channel] = kernels[(channel * volume) + element];
                        }
                    }
                }
            }
        }
    }
}
