namespace ConvGen.Rules;

/// <summary>
/// Which rows F(3, 2) computes with patches as lanes, a lane block of them at a time, and not with channels. Costs count multiply-adds of a
/// point: those of the products, and what transforms take besides, per channel of a patch that is read or written.
/// </summary>
internal static class PatchLanesRule
{
    /// <summary>Strides whose outputs are put into order as they are transformed; of longer ones, phases lie apart first.</summary>
    public const int MostInOrder = 2;

    // Two of the widest vectors: what a choice assumes that is made before the processor is known.
    private const int WidestLaneBlock = 32;

    // Beginnings and ends of kernels, which weigh more where patches are lanes: there are as many kernels as lane blocks.
    private const double PerProduct = 1.05;

    private const double InOrder = 6;
    private const double PhasesApart = 9;
    private const double Transposed = 10.5;

    // Direct forms with channels as lanes are slower than that where channels are few.
    private const double LeastOfPeak = 0.6;

    /// <summary>Whether a fast form has patches as lanes at all.</summary>
    public static bool Exists(LayerGeometry geometry, WinogradShape shape) =>
        geometry.Rank == 1 && !shape.IsStrassen && shape.Width is { Taps: 2, Patch: 3, HasRawPhases: false };

    /// <summary>Whether they are faster than channels as lanes.</summary>
    /// <param name="axis">The axis of a form that has them.</param>
    /// <param name="inPerGroup">Input channels of a group.</param>
    /// <param name="outPerGroup">Output channels of a group.</param>
    /// <param name="blockChannels">Output channels of a block, where these are lanes.</param>
    /// <param name="patchesOfBlock">Patches of a lane block, where these are.</param>
    /// <param name="output">Outputs of a row.</param>
    public static bool Suits(WinogradAxis axis, int inPerGroup, int outPerGroup, int blockChannels, int patchesOfBlock, int output)
    {
        double outputs = RoundUp(outPerGroup, blockChannels) * axis.Axis.Stride;
        double channels = axis.Patches(output) * (((double)inPerGroup * outputs) + (Transposed * (inPerGroup + outputs)));
        return Cost(axis, inPerGroup, outPerGroup, patchesOfBlock, output) < channels;
    }

    /// <summary>
    /// Whether a layer of few output channels takes a fast form, whose lanes these need not fill; <paramref name="inputSize"/> is empty
    /// where it is unknown.
    /// </summary>
    public static bool Pays(LayerGeometry geometry, int inPerGroup, int outPerGroup, IReadOnlyList<int> inputSize)
    {
        if (inputSize.Count == 0
            || WinogradShape.Create(geometry, Algorithm.Winograd3) is not { } shape
            || !Exists(geometry, shape))
        {
            return false;
        }

        long output = geometry.Width.OutputLength(inputSize[inputSize.Count - 1]);
        if (output is < 1 or > int.MaxValue)
        {
            return false;
        }

        WinogradAxis axis = shape.Width;
        double products = (double)axis.Patches((int)output) * axis.Patch * axis.Taps / axis.SharedPoints
            * inPerGroup * outPerGroup * axis.Axis.Stride;
        return LeastOfPeak * Cost(axis, inPerGroup, outPerGroup, WidestLaneBlock, (int)output) < products;
    }

    private static double Cost(WinogradAxis axis, double inPerGroup, double outPerGroup, int patchesOfBlock, int output)
    {
        double outputs = outPerGroup * axis.Axis.Stride;
        double transforms = (InOrder * inPerGroup) + ((axis.Axis.Stride <= MostInOrder ? InOrder : PhasesApart) * outputs);
        return RoundUp(axis.Patches(output), patchesOfBlock) * ((PerProduct * inPerGroup * outputs) + transforms);
    }

    private static double RoundUp(int count, int multiple) => Math.Ceiling(count / (double)multiple) * multiple;
}
