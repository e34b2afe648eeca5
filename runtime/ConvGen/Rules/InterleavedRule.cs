namespace ConvGen.Rules;

/// <summary>Which layers have kernels for interleaved phases; one rule for the generator, which emits them, and for the runtime.</summary>
internal static class InterleavedRule
{
    /// <summary>Kernels of one configuration that are emitted.</summary>
    public const int MostKernels = 64;

    /// <summary>
    /// Taps of a kernel along the width: unrolled, since which inputs are shared is fixed there. Taps of further axes are unrolled as
    /// far as all together do not exceed this.
    /// </summary>
    public const int MostTaps = 16;

    // Taps beyond which the JIT stops inlining them, a few less; the tile that computes one line of the two holds more code in each.
    private const int MostTapsOfLines = 28;

    /// <summary>The same for tiles of one line of two.</summary>
    public const int MostTapsOfOneLine = 20;

    /// <summary>
    /// Input channels up to which kernels as long as the stride have interleaved kernels: with more, writing sums that have channels as lanes
    /// costs little beside making them.
    /// </summary>
    public const int MostPointChannels = 1024;

    // Narrower rows end within most tiles. Down to half of that some do not end within a vector, or lanes as channels would be padded more, in
    // blocks of two of the longest vectors; those of one have shorter ones.
    private const int LeastPointWidth = 32;
    private const int EvenPointWidth = 8;
    private const int ChannelsOfBlocks = 32;
    private const double MostPadding = 1.1;

    // Inputs between the first and the last that a position meets: the margin of zeros that they need is at most this wide.
    private const int MostMargin = 32;

    /// <summary>Phases of a kernel; 0 where the layer has no such kernels.</summary>
    public static int Phases(LayerGeometry geometry)
    {
        int phases = InterleavedPhases.PhasesOf(geometry.Width);
        bool fits = phases > 0
            && Fits(geometry.Depth)
            && Fits(geometry.Height)
            && Fits(geometry.Width)
            && (long)geometry.Depth.Stride * geometry.Height.Stride * (geometry.Width.Stride / phases) <= MostKernels
            && (long)geometry.Width.MostTaps * phases <= MostTaps;
        return fits ? phases : 0;
    }

    /// <summary>
    /// Lines of outputs that interleaved phases are computed for at a time: two phases of the height, which share most of their inputs. One where
    /// every output has one tap, whose input is loaded once for all channels anyway, or taps are many.
    /// </summary>
    public static int Lines(LayerGeometry geometry) =>
        Phases(geometry) == 2 && geometry.Height.Stride % 2 == 0 && geometry.MostTaps > 1 && TapsOfLines(geometry) <= MostTapsOfLines ? 2 : 1;

    /// <summary>
    /// Taps in the code of a kernel of two lines: it loops over the inputs that both lines meet, and over those of each alone.
    /// </summary>
    public static int TapsOfLines(LayerGeometry geometry) =>
        InterleavedPhases.Of(geometry.Height, 2).Max(static lines => lines.Stretches().Sum(static inputs => inputs[0].Taps.Length))
        * InterleavedPhases.Of(geometry.Width, 2).Max(static row => row.Taps);

    /// <summary>
    /// Whether a layer of many output channels whose outputs are one product per input channel is faster by interleaved kernels; <paramref name="width"/>
    /// is the input's, 0 where it is unknown.
    /// </summary>
    public static bool SuitsPoints(LayerGeometry geometry, int inPerGroup, int outPerGroup, int width) =>
        geometry.MostTaps == 1
        && Phases(geometry) is 2 or 3 or 4 or 8
        && inPerGroup <= MostPointChannels
        && (width is 0 or >= LeastPointWidth
            || (width >= LeastPointWidth / 2 && (width % EvenPointWidth == 0 || Padding(outPerGroup) > MostPadding)));

    // What blocks of channels have per channel.
    private static double Padding(int outPerGroup) => outPerGroup <= ChannelsOfBlocks / 2
        ? 1
        : Math.Ceiling(outPerGroup / (double)ChannelsOfBlocks) * ChannelsOfBlocks / outPerGroup;

    private static bool Fits(AxisGeometry axis) =>
        axis.PhaseCount == axis.Stride && (long)axis.Dilation * (axis.Kernel - 1) / axis.Stride <= MostMargin;
}
