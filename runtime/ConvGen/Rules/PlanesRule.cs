namespace ConvGen.Rules;

/// <summary>Which layers have kernels for planes of one input and one output channel per group, computed line by line, without tiles.</summary>
internal static class PlanesRule
{
    /// <summary>Lines of outputs that are computed at a time where there is one phase: two sums, of inputs that are loaded once.</summary>
    public const int LinesOfOne = 2;

    // Weights of a kernel that stay in registers along a line.
    private const int MostHeld = 16;

    // k = 7; the inputs between the first and the last of an output, and between those of neighbouring outputs.
    private const int MostTapsOfOne = 49;
    private const int MostSpan = 48;
    private const int MostInStep = 4;

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

    /// <summary>
    /// The same of a layer of one phase, an ordinary convolution or a transposed one of stride 1: each output is one sum. Weights beyond the
    /// registers are operands in memory.
    /// </summary>
    public static bool HoldsOne(LayerGeometry geometry) => geometry.Rank == 2
        && geometry.StrideVolume == 1
        && geometry.MostTaps <= MostTapsOfOne
        && IsShort(geometry.Height)
        && IsShort(geometry.Width);

    // The margin of zeros around an image is little beside it.
    private static bool IsShort(AxisGeometry axis) => axis.InStep <= MostInStep && (long)axis.Dilation * (axis.Kernel - 1) <= MostSpan;

    private static bool HasTwoTaps(AxisGeometry axis) => axis.Dilation == 1 && axis.Kernel == 2 * axis.Stride;
}
