namespace ConvGen.Generator.Planning;

/// <summary>How much may be unrolled. Beyond it, code loops: simpler, right, and as fast where input channels are many.</summary>
internal static class UnrollBudget
{
    /// <summary>
    /// Taps of one kernel. The JIT stops inlining in methods of about 900 locals: measured, a tile of 6 x 2 keeps its full speed
    /// to 32 taps and falls to a quarter at 64.
    /// </summary>
    public const int TapsPerPhase = 32;

    /// <summary>Kernels of one configuration.</summary>
    public const int Phases = 128;

    /// <summary>Taps of all kernels of one configuration, about 80 bytes of source each.</summary>
    public const int Taps = 1024;
}
