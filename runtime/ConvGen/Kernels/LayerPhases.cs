namespace ConvGen.Kernels;

/// <summary>What the geometry of a layer says once and for all: its phases, their taps, where their weights lie.</summary>
internal sealed class LayerPhases(LayerGeometry geometry)
{
    // Made when it is first asked for; as long as the kernel, which may be large.
    private int[]? _order;

    public LayerGeometry Geometry { get; } = geometry;

    public AxisPhases Depth { get; } = new(geometry.Depth);

    public AxisPhases Height { get; } = new(geometry.Height);

    public AxisPhases Width { get; } = new(geometry.Width);

    /// <summary>Taps of all phases: every kernel element once.</summary>
    public int Taps { get; } = checked((int)geometry.KernelVolume);

    /// <summary>Taps of the phase with the most.</summary>
    public int MostTaps { get; } = checked((int)geometry.MostTaps);

    /// <summary>Phases with taps are counted row-major: depth, height, width.</summary>
    public int PhaseIndex(int depth, int height, int width) => (((depth * Height.Phases.Length) + height) * Width.Phases.Length) + width;

    /// <summary>Taps of all phases before a phase. Worked out for each: a layer may have more phases than a table should.</summary>
    public int FirstTap(int phase)
    {
        (int rest, int width) = Math.DivRem(phase, Width.Phases.Length);
        (int depth, int height) = Math.DivRem(rest, Height.Phases.Length);
        (int slice, int row) = (Depth.Phases[depth].TapCount, Height.Phases[height].TapCount);
        (int rowTaps, int tap) = (Height.FirstTaps[height] * Width.Axis.Kernel, row * Width.FirstTaps[width]);
        return (Depth.FirstTaps[depth] * Height.Axis.Kernel * Width.Axis.Kernel) + (slice * (rowTaps + tap));
    }

    /// <summary>The taps of a phase, elements of a kernel of the layer, in the order of the packed weights: by ascending input.</summary>
    public ReadOnlySpan<int> TapsOf(int phase)
    {
        (int rest, int width) = Math.DivRem(phase, Width.Phases.Length);
        (int depth, int height) = Math.DivRem(rest, Height.Phases.Length);
        int taps = Depth.Phases[depth].TapCount * Height.Phases[height].TapCount * Width.Phases[width].TapCount;
        return (_order ??= Order()).AsSpan(FirstTap(phase), taps);
    }

    private int[] Order() =>
    [
        .. from z in Depth.Phases
           from y in Height.Phases
           from x in Width.Phases
           from tz in Enumerable.Range(0, z.TapCount)
           from ty in Enumerable.Range(0, y.TapCount)
           from tx in Enumerable.Range(0, x.TapCount)
           select (((z.Kernel(tz) * Height.Axis.Kernel) + y.Kernel(ty)) * Width.Axis.Kernel) + x.Kernel(tx),
    ];
}
