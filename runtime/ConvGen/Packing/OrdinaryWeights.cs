namespace ConvGen.Packing;

/// <summary>Weights of ordinary convolutions in the order of transposed ones, which all packings read.</summary>
internal static class OrdinaryWeights
{
    /// <summary>(Cout, Cin/g, ...) to (Cin, Cout/g, ...), the elements of a kernel as they are.</summary>
    public static void Arrange(ReadOnlySpan<Element> weight, int groups, int inPerGroup, int outPerGroup, Span<Element> arranged)
    {
        int volume = weight.Length / Math.Max(1, groups * inPerGroup * outPerGroup);
        for (int group = 0; group < groups; group++)
        {
            for (int output = 0; output < outPerGroup; output++)
            {
                for (int input = 0; input < inPerGroup; input++)
                {
                    int target = (((group * inPerGroup) + input) * outPerGroup) + output;
                    weight[..volume].CopyTo(arranged[(target * volume)..]);
                    weight = weight[volume..];
                }
            }
        }
    }
}
