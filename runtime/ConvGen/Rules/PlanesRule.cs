namespace ConvGen.Rules;

/// <summary>Which layers have kernels for planes of one input and one output channel per group, computed line by line, without tiles.</summary>
internal static class PlanesRule
{
    // Weights of a kernel that stay in registers along a line.
    private const int MostHeld = 16;

    // Registers of 512-bit vectors, and of shorter ones.
    private const int ManyRegisters = 32;
    private const int FewRegisters = 16;

    /// <summary>Lines whose lanes are neighbouring outputs: k = 2 s, a vector of outputs to an input.</summary>
    public static bool Enlarges(LayerGeometry geometry) =>
        geometry.Rank == 2 && HasTwoTaps(geometry.Height) && HasTwoTaps(geometry.Width) && geometry.Width.Stride is 8 or 16;

    /// <summary>
    /// Lanes are positions of all phases of the width, and the weights of the phases stay in registers beside the sums, an input and the bias: in
    /// those of the widest vectors, or of any.
    /// </summary>
    public static bool Holds(LayerGeometry geometry, bool isWidest)
    {
        int phases = InterleavedRule.Phases(geometry);
        if (geometry.Rank != 2 || phases is < 2 or > 4 || phases != geometry.Width.Stride)
        {
            return false;
        }

        int lines = InterleavedRule.Lines(geometry);
        int taps = InterleavedPhases.Of(geometry.Height, lines).Max(static row => row.Taps) * geometry.Width.Kernel;
        return taps <= MostHeld && taps + (lines * phases) + 2 <= (isWidest ? ManyRegisters : FewRegisters);
    }

    private static bool HasTwoTaps(AxisGeometry axis) => axis.Dilation == 1 && axis.Kernel == 2 * axis.Stride;
}
