using ConvGen.Geometry;

namespace ConvGen.Kernels;

/// <summary>What the geometry of a layer says once and for all: its phases, their taps, where their weights lie.</summary>
internal sealed class LayerPlan
{
    public LayerPlan(LayerGeometry geometry)
    {
        Geometry = geometry;
        (Depth, Height, Width) = (new AxisPlan(geometry.Depth), new AxisPlan(geometry.Height), new AxisPlan(geometry.Width));
        FirstTaps = new int[Depth.Phases.Length * Height.Phases.Length * Width.Phases.Length];
        int taps = 0;
        for (int phase = 0; phase < FirstTaps.Length; phase++)
        {
            FirstTaps[phase] = taps;
            int phaseTaps = TapsOf(phase);
            MostTaps = Math.Max(MostTaps, phaseTaps);
            taps += phaseTaps;
        }

        Taps = taps;
    }

    public LayerGeometry Geometry { get; }

    public AxisPlan Depth { get; }

    public AxisPlan Height { get; }

    public AxisPlan Width { get; }

    /// <summary>Taps of all phases: every kernel element once.</summary>
    public int Taps { get; }

    /// <summary>Taps of the phase with the most.</summary>
    public int MostTaps { get; }

    /// <summary>Taps of all phases before a phase.</summary>
    public int[] FirstTaps { get; }

    /// <summary>Phases with taps are counted row-major: depth, height, width.</summary>
    public int PhaseIndex(int depth, int height, int width) => (((depth * Height.Phases.Length) + height) * Width.Phases.Length) + width;

    private int TapsOf(int phase)
    {
        (int rest, int width) = Math.DivRem(phase, Width.Phases.Length);
        (int depth, int height) = Math.DivRem(rest, Height.Phases.Length);
        return Depth.Phases[depth].TapCount * Height.Phases[height].TapCount * Width.Phases[width].TapCount;
    }
}
