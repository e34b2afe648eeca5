namespace ConvGen.Kernels.Winograd;

/// <summary>A block of neighbouring patches along one axis.</summary>
/// <param name="Transform">The axis.</param>
/// <param name="FirstWindow">The first window of the first patch.</param>
/// <param name="Patches">Number of patches.</param>
internal readonly record struct WinogradRange(WinogradAxis Transform, int FirstWindow, int Patches)
{
    /// <summary>Inputs that the patches read, those beyond the image included.</summary>
    public int Inputs => (Patches * Transform.Patch) + Transform.Taps - 1;

    /// <summary>The first input; negative before the image.</summary>
    public int FirstInput => FirstWindow - Transform.Taps + 1;

    /// <summary>The output of a window and phase; may lie outside the image.</summary>
    public int Output(int window, int residue) => ((FirstWindow + window) * Transform.Axis.Stride) + residue - Transform.Axis.PadBegin;

    /// <summary>The outputs of all phases that exist.</summary>
    public AxisWindow Outputs(int output)
    {
        long start = Math.Max(0, ((long)FirstWindow * Transform.Axis.Stride) - Transform.Axis.PadBegin);
        long end = Math.Min(output, ((FirstWindow + ((long)Patches * Transform.Patch)) * Transform.Axis.Stride) - Transform.Axis.PadBegin);
        return new AxisWindow((int)start, (int)end, 0, 0);
    }

    /// <summary>The patches with an output that needs a point of a phase, for each of its points.</summary>
    public void Needing(int residue, int output, Span<PatchSpan> points)
    {
        for (int point = 0; point < Transform.PointCount(residue); point++)
        {
            points[point] = Transform.PatchesNeeding(residue, point, FirstWindow, Patches, output);
        }
    }

    /// <summary>The patches from <paramref name="first"/> on, <paramref name="most"/> of them at the most.</summary>
    public static WinogradRange Slice(WinogradAxis axis, int first, int most, int total) =>
        new(axis, axis.FirstWindow + (first * axis.Patch), Math.Min(most, total - first));
}

/// <summary>A box of patches.</summary>
internal readonly record struct WinogradBox(WinogradRange Depth, WinogradRange Height, WinogradRange Width)
{
    public int Count => Depth.Patches * Height.Patches * Width.Patches;

    /// <summary>Pairs of patches that are neighbours in a row; the last of a row may have one patch alone.</summary>
    public int Pairs => Depth.Patches * Height.Patches * PairsOfRow;

    public int PairsOfRow => (Width.Patches + 1) / 2;

    /// <summary>The patches with an output that needs a point of a phase: at the image's borders not all of them.</summary>
    public PhasePatches Needing(WinogradPhase phase, Extent output)
    {
        var patches = default(PhasePatches);
        Depth.Needing(phase.Depth, output.Depth, patches[..]);
        Height.Needing(phase.Height, output.Height, patches[PhasePatches.Height..]);
        Width.Needing(phase.Width, output.Width, patches[PhasePatches.Width..]);
        return patches;
    }

    /// <summary>Patches along the axes that cover an output.</summary>
    public static Extent Patches(WinogradShape shape, Extent output) =>
        new(shape.Depth.Patches(output.Depth), shape.Height.Patches(output.Height), shape.Width.Patches(output.Width));

    /// <summary>
    /// Patches along the axes of the largest box: rows first, about <paramref name="most"/> in all, in equal parts. Parts of rows are whole
    /// multiples of <paramref name="multiple"/>, which fill register tiles, where there is room, and of <paramref name="halves"/> always: neighbours that
    /// are computed together must be the same whatever the boxes are, or results would not have the same bits.
    /// </summary>
    public static Extent Size(Extent patches, int most, int multiple, int halves)
    {
        int width = Part(patches.Width, most);
        int whole = (width + multiple - 1) / multiple * multiple;
        width = whole <= Math.Min(most, patches.Width) ? whole : width;
        width = width < patches.Width ? Math.Max(halves, width / halves * halves) : width;
        int height = Part(patches.Height, Math.Max(1, most / width));
        return new Extent(Part(patches.Depth, Math.Max(1, most / width / height)), height, width);
    }

    private static int Part(int patches, int most)
    {
        int parts = (patches + most - 1) / most;
        return (patches + parts - 1) / parts;
    }
}

/// <summary>For the points of a phase along every axis, the patches that need them.</summary>
[InlineArray(3 * WinogradAxis.MostPoints)]
internal struct PhasePatches
{
    public const int Height = WinogradAxis.MostPoints;
    public const int Width = 2 * WinogradAxis.MostPoints;

    private PatchSpan _first;

    /// <summary>The patches that need a product.</summary>
    public readonly PatchBox Of(WinogradPoint point) => new(this[point.Depth], this[Height + point.Height], this[Width + point.Width]);
}

/// <summary>Some of the patches of a box.</summary>
internal readonly record struct PatchBox(PatchSpan Depth, PatchSpan Height, PatchSpan Width)
{
    public int Count => Depth.Count * Height.Count * Width.Count;

    /// <summary>The pairs that they belong to.</summary>
    public PatchBox Paired => Count == 0 ? default : this with { Width = new PatchSpan(Width.First / 2, (Width.End + 1) / 2) };

    /// <summary>Whether it has the same patches. By numbers: comparers of records allocate where code is interpreted, in WebAssembly.</summary>
    public bool Matches(in PatchBox other) =>
        (Depth.First, Depth.End, Height.First, Height.End, Width.First, Width.End)
        == (other.Depth.First, other.Depth.End, other.Height.First, other.Height.End, other.Width.First, other.Width.End);
}
