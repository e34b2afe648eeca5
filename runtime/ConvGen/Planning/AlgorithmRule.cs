namespace ConvGen.Planning;

/// <summary>
/// Which form computes a layer: one rule for the generator, where channels are fixed, and for packing, where they are not.
/// </summary>
internal static class AlgorithmRule
{
    /// <summary>From this many output channels per group on, lanes are channels; below, most lanes would be padding.</summary>
    public const int LeastChannelsForLanes = 8;

    /// <summary>The rule in words, for the header of emitted code.</summary>
    public static string Description =>
        "lanes are output channels from " + LeastChannelsForLanes + " output channels per group on, neighbouring pixels below";

    /// <summary>The direct form that computes a layer, <paramref name="requested"/> where that names one.</summary>
    public static Algorithm Choose(Algorithm requested, int outChannelsPerGroup) => requested switch
    {
        Algorithm.DirectChannels or Algorithm.DirectPixels => requested,
        _ => outChannelsPerGroup >= LeastChannelsForLanes ? Algorithm.DirectChannels : Algorithm.DirectPixels,
    };
}
