namespace ConvGen.Generator.Planning;

/// <summary>How much may be unrolled. Beyond it, code loops: simpler, right, and as fast where input channels are many.</summary>
internal static class UnrollBudget
{
    /// <summary>
    /// Taps of one kernel. The JIT stops inlining in methods of about 900 locals: measured, every tile is inlined whole
    /// to 24 taps; beyond, speed falls to a quarter.
    /// </summary>
    public const int TapsPerPhase = 24;

    /// <summary>Kernels of one configuration.</summary>
    public const int Phases = 128;

    /// <summary>Taps of all kernels of one configuration, about 80 bytes of source each, and 110 more in the kernel for borders.</summary>
    public const int Taps = 768;
}
