namespace ConvGen.Fuzz;

/// <summary>Emitted text with faults that a fuzzer must notice: one that does not sees nothing.</summary>
public static class BrokenKernels
{
    private const string Step = "nint channelStep = args.ChannelStep";

    /// <summary>All input channels are the first.</summary>
    public static string RepeatAChannel(string text) => Changed(text, "nint channelStep = 0");

    /// <summary>The second input channel lies outside of any memory.</summary>
    public static string ReadFarOutside(string text) => Changed(text, "nint channelStep = -((nint)1 << 36)");

    private static string Changed(string text, string step)
    {
        string changed = text.Replace(Step, step, StringComparison.Ordinal);
        return changed != text || !text.Contains("KernelArguments args", StringComparison.Ordinal)
            ? changed
            : throw new InvalidOperationException("The emitted text has no such step any more.");
    }
}
