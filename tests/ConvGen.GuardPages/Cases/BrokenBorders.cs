using ConvGen.GuardPages.Memory;
using ConvGen.Testing;

namespace ConvGen.GuardPages.Cases;

/// <summary>Cases that touch what they must not: a run that does not notice each of them watches nothing.</summary>
internal static class BrokenBorders
{
    // Padding so large that no window reaches beyond the input: rows are read where they lie.
    private static readonly LayerCase s_row = new()
    {
        Name = "row", Cin = 20, Cout = 1, In = [200], K = [4], S = [2], P = [3], Op = [0], D = [1],
    };

    private static readonly LayerCase s_plane = new()
    {
        Name = "plane", Cin = 3, Cout = 16, In = [6, 7], K = [3, 3], S = [2, 2], P = [1, 1], Op = [0, 0], D = [1, 1],
    };

    /// <summary>
    /// Kernels that read one column too far to the right and to the left, and every kind of buffer one float shorter than it is said to be.
    /// </summary>
    public static IEnumerable<GuardCase> All =>
    [
        Of(s_row, "kernel_reads_a_column_too_far_right", Algorithm.Auto) with { Change = text => Load(text, column: 2, instead: 3) },
        Of(s_row, "kernel_reads_a_column_too_far_left", Algorithm.Auto) with { Change = text => Load(text, column: 0, instead: -1) },
        .. Enum.GetValues<BufferKind>().Select(kind => Of(s_plane, "short_" + kind, Algorithm.DirectChannels) with { Shortage = kind }),
    ];

    private static GuardCase Of(LayerCase layer, string name, Algorithm algorithm) =>
        new(new LayerRequest(layer with { Name = name }, algorithm), () => LayerArguments.Draw(layer));

    private static string Load(string text, int column, int instead)
    {
        string changed = text.Replace(
            FormattableString.Invariant($"tile.Load(ref x, {column});"),
            FormattableString.Invariant($"tile.Load(ref x, {instead});"),
            StringComparison.Ordinal);
        return changed != text ? changed : throw new InvalidOperationException("The emitted text has no such load any more.");
    }
}
