namespace ConvGen.Rules;

/// <summary>
/// One axis of a fast form. The outputs <c>s*m - p</c> up to <c>s*(m + 1) - p</c>, one of every phase, all see the inputs
/// <c>x[m - Taps + 1 .. m]</c>: one transform of the input serves all phases. <see cref="Patch"/> neighbouring windows m share a patch.
/// </summary>
/// <remarks>
/// Toom-Cook (Winograd) forms F(outputs, taps) with points 0, 1, -1 and infinity: F(3, 2) and F(2, 3) take 4 products for 6, F(2, 2)
/// takes 3 for 4; with 2 and -1/2 besides, F(4, 3) takes 6 for 12;
/// Lavin and Gray, "Fast algorithms for convolutional neural networks" (2015). Phases one tap short of two read raw inputs.
/// </remarks>
/// <param name="Axis">The axis; dilation 1.</param>
/// <param name="Taps">Taps of the longest phase: 1, 2 or 3.</param>
/// <param name="Patch">Windows of a patch: 1 for one tap, 2 or 3 for two, 2 or 4 for three.</param>
internal readonly record struct WinogradAxis(AxisGeometry Axis, int Taps, int Patch)
{
    /// <summary>The most points that a phase has.</summary>
    public const int MostPoints = 6;

    /// <summary>Inputs that a patch reads.</summary>
    public int Window => Patch + Taps - 1;

    /// <summary>Products that a full phase takes per patch.</summary>
    public int SharedPoints => Taps == 1 ? 1 : Window;

    /// <summary>Transformed values of a patch: those of full phases, then the raw inputs of short ones.</summary>
    public int Points => SharedPoints + (HasRawPhases ? Patch : 0);

    /// <summary>Two-tap axes have phases of one tap where the stride does not divide the kernel.</summary>
    public bool HasRawPhases => Taps == 2 && Axis.Kernel % Axis.Stride != 0;

    /// <summary>The first window that any output belongs to.</summary>
    public int FirstWindow => Axis.PadBegin / Axis.Stride;

    /// <summary>The form of an axis with patches of up to <paramref name="patch"/>; null where there is none.</summary>
    public static WinogradAxis? Create(AxisGeometry axis, int patch)
    {
        if (axis.InStep > 1 || axis.PadBegin < 0)
        {
            return null;
        }

        int taps = ((axis.Kernel - 1) / axis.Stride) + 1;
        return (axis.Dilation, taps) switch
        {
            (1, 1) when axis.Kernel == axis.Stride => new WinogradAxis(axis, 1, 1),
            (1, 2) => new WinogradAxis(axis, 2, Math.Min(patch, 3)),
            (1, 3) => new WinogradAxis(axis, 3, patch == 4 ? 4 : 2),
            _ => null,
        };
    }

    /// <summary>Whether the phase of the outputs with <c>(o + p) mod s = residue</c> reads raw inputs.</summary>
    public bool IsRaw(int residue) => HasRawPhases && residue + Axis.Stride >= Axis.Kernel;

    /// <summary>The first point of a phase.</summary>
    public int FirstPoint(int residue) => IsRaw(residue) ? SharedPoints : 0;

    /// <summary>The points of a phase.</summary>
    public int PointCount(int residue) => IsRaw(residue) ? Patch : SharedPoints;

    /// <summary>Transformed weights of a phase: raw points share one.</summary>
    public int KernelPoints(int residue) => IsRaw(residue) ? 1 : SharedPoints;

    /// <summary>Products of all phases of a patch.</summary>
    public long Products => ((long)SharedPoints * (Axis.Stride - RawPhases)) + ((long)Patch * RawPhases);

    /// <summary>Transformed weights of all phases.</summary>
    public long Weights => ((long)SharedPoints * (Axis.Stride - RawPhases)) + RawPhases;

    private int RawPhases => HasRawPhases ? (2 * Axis.Stride) - Axis.Kernel : 0;

    /// <summary>Patches that cover an output of <paramref name="output"/> elements.</summary>
    public int Patches(int output)
    {
        int windows = (int)((((long)Axis.PadBegin + output - 1) / Axis.Stride) - FirstWindow + 1);
        return (windows + Patch - 1) / Patch;
    }

    /// <summary>
    /// Of <paramref name="patches"/> patches from a window on, those with an output that needs a point of a phase: of a point at an end of the
    /// patch only its first or last window takes anything, of one between them every window.
    /// </summary>
    public PatchSpan PatchesNeeding(int residue, int point, int firstWindow, int patches, int output)
    {
        long low = Math.Max(0, (((long)Axis.PadBegin - residue + Axis.Stride - 1) / Axis.Stride) - firstWindow);
        long last = (long)Axis.PadBegin + output - 1 - residue;
        long high = last < 0 ? -1 : (last / Axis.Stride) - firstWindow;
        if (low > high)
        {
            return default;
        }

        int? only = IsRaw(residue) ? point : point == 0 ? 0 : point == SharedPoints - 1 ? Patch - 1 : null;
        long first = only is { } window ? (Math.Max(0, low - window) + Patch - 1) / Patch : low / Patch;
        high -= only ?? 0;
        long end = high < 0 ? 0 : Math.Min(patches, (high / Patch) + 1);
        return new PatchSpan((int)Math.Min(first, end), (int)end);
    }

    /// <summary>Products of all phases along an axis with <paramref name="output"/> outputs.</summary>
    public double ProductsFor(int output)
    {
        int patches = Patches(output);
        // Neighbouring phases are alike but where the first window is another one, or the last, or where raw phases begin.
        int[] cuts =
        [
            0,
            Axis.PadBegin % Axis.Stride,
            (int)(((long)Axis.PadBegin + output - 1) % Axis.Stride) + 1,
            Axis.Stride - RawPhases,
            Axis.Stride,
        ];
        Array.Sort(cuts);
        double products = 0;
        for (int i = 1; i < cuts.Length; i++)
        {
            int residue = cuts[i - 1];
            for (int point = 0; cuts[i] > residue && point < PointCount(residue); point++)
            {
                products += (double)(cuts[i] - residue) * PatchesNeeding(residue, point, FirstWindow, patches, output).Count;
            }
        }

        return products;
    }

    /// <summary>
    /// The kernel element at window position <paramref name="position"/> of a phase; beyond the kernel's end where it has none.
    /// </summary>
    public int KernelElement(int residue, int position) =>
        Axis.IsOrdinary ? position : residue + (Axis.Stride * (Taps - 1 - position));
}
