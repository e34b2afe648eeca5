namespace ConvGen.Planning;

/// <summary>
/// Which form computes a layer: one rule for the generator, where channels are fixed, and for packing, where they are not.
/// </summary>
internal static class AlgorithmRule
{
    /// <summary>From this many output channels per group on, lanes are channels; below, most lanes would be padding.</summary>
    public const int LeastChannelsForLanes = 8;

    /// <summary>
    /// Outputs of up to this many products are summed in double precision and rounded once. Such layers wait for memory, not for
    /// arithmetic, and beside a large bias the roundings of a short sum would show.
    /// </summary>
    public const int MostWideProducts = 16;

    /// <summary>The rule in words, for the header of emitted code.</summary>
    public static string Description =>
        "lanes are output channels from " + LeastChannelsForLanes + " output channels per group on, neighbouring pixels below; "
        + "outputs of up to " + MostWideProducts + " products are summed in double precision, with pixels as lanes";

    /// <summary>The direct form that computes a layer, <paramref name="requested"/> where that names one.</summary>
    /// <param name="requested">What the attribute asks for.</param>
    /// <param name="outChannelsPerGroup">Output channels of a group.</param>
    /// <param name="products">Products that an output is the sum of, at the most.</param>
    public static Algorithm Choose(Algorithm requested, int outChannelsPerGroup, long products) => requested switch
    {
        Algorithm.DirectChannels or Algorithm.DirectPixels => requested,
        _ => outChannelsPerGroup >= LeastChannelsForLanes && products > MostWideProducts ? Algorithm.DirectChannels : Algorithm.DirectPixels,
    };
}
