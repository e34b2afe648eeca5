namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// The interleaved kernels of a layer: for every phase of the depth and every line, or two, of the height, the interleaved phases side by side along the
/// width. What a kernel is emitted for.
/// </summary>
internal sealed class InterleavedPlan
{
    /// <param name="layer">A layer that has such kernels.</param>
    /// <param name="taps">Per kernel, the taps in the order in which it meets them.</param>
    public InterleavedPlan(LayerPhases layer, int[][] taps)
    {
        Layer = layer;
        Phases = InterleavedPhases.PhasesOf(layer.Geometry.Width);
        Lines = InterleavedRule.Lines(layer.Geometry);
        SuitsOneLine = Lines == 2 && InterleavedRule.TapsOfLines(layer.Geometry) <= InterleavedRule.MostTapsOfOneLine;
        Depths = InterleavedPhases.Of(layer.Geometry.Depth, 1);
        Heights = InterleavedPhases.Of(layer.Geometry.Height, Lines);
        Widths = InterleavedPhases.Of(layer.Geometry.Width, Phases);
        SharesWindow = IsPoint(layer.Depth) && IsPoint(layer.Height) && IsPoint(layer.Width);
        Planes = layer.Depth.Phases.Length * layer.Height.Phases.Length;
        MinShift = Widths.Min(static phases => phases.FirstShift);
        Taps = taps;
        FirstTaps = new int[Taps.Length];
        for (int kernel = 1; kernel < Taps.Length; kernel++)
        {
            FirstTaps[kernel] = FirstTaps[kernel - 1] + Taps[kernel - 1].Length;
        }
    }

    public LayerPhases Layer { get; }

    /// <summary>Phases of a kernel along the width.</summary>
    public int Phases { get; }

    /// <summary>Phases of the height that a kernel computes together.</summary>
    public int Lines { get; }

    /// <summary>Kernels of two lines may be run by tiles of one of them.</summary>
    public bool SuitsOneLine { get; }

    /// <summary>Phases of the depth, one by one.</summary>
    public InterleavedPhases[] Depths { get; }

    /// <summary>Groups of <see cref="Lines"/> phases along the height.</summary>
    public InterleavedPhases[] Heights { get; }

    /// <summary>Rows along the width.</summary>
    public InterleavedPhases[] Widths { get; }

    /// <summary>The lowest shift along the width.</summary>
    public int MinShift { get; }

    /// <summary>Per kernel, the taps in the order in which it meets them: elements of a kernel of the layer.</summary>
    public int[][] Taps { get; }

    /// <summary>Taps of all kernels before one.</summary>
    public int[] FirstTaps { get; }

    /// <summary>Phases of depth and height.</summary>
    public int Planes { get; }

    /// <summary>All phases read one and the same input: a tile's inputs are as many as its positions.</summary>
    public bool SharesWindow { get; }

    /// <summary>How many such kernels a layer has.</summary>
    public static int Count(LayerGeometry geometry) => InterleavedRule.Phases(geometry) is > 0 and int phases
        ? geometry.Depth.PhaseCount * (geometry.Height.PhaseCount / InterleavedRule.Lines(geometry)) * (geometry.Width.PhaseCount / phases)
        : 0;

    private static bool IsPoint(AxisPhases axis) => axis.MinShift == axis.MaxShift;
}
