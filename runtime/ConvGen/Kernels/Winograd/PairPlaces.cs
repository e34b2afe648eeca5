namespace ConvGen.Kernels.Winograd;

/// <summary>Where the outputs of pairs of patches go, of each half of a block's channels: steps count elements.</summary>
/// <param name="First">The first patch.</param>
/// <param name="SliceStep">From a patch to the next along the depth.</param>
/// <param name="RowStep">From a patch to the next along the height.</param>
/// <param name="TileStep">From a patch to the next along the width.</param>
internal readonly record struct PairPlaces(int First, int SliceStep, int RowStep, int TileStep)
{
    /// <summary>To the products of a point, [patch][channel].</summary>
    public static PairPlaces Products(in WinogradBox box, int channels) =>
        new(0, box.Height.Patches * box.Width.Patches * channels, box.Width.Patches * channels, channels);

    /// <summary>To the outputs of a phase in the strip, where every patch is one window.</summary>
    public static PairPlaces Strip(in WinogradBox box, WinogradPhase phase, in Strip strip)
    {
        int row = strip.Width.Outputs * strip.Channels;
        int slice = strip.Height.Outputs * row;
        int first = ((box.Depth.Output(0, phase.Depth) - strip.Depth.OutStart) * slice)
            + ((box.Height.Output(0, phase.Height) - strip.Height.OutStart) * row)
            + ((box.Width.Output(0, phase.Width) - strip.Width.OutStart) * strip.Channels);
        return new(
            first, box.Depth.Transform.Axis.Stride * slice, box.Height.Transform.Axis.Stride * row, box.Width.Transform.Axis.Stride * strip.Channels);
    }

    /// <summary>The same, so many elements later.</summary>
    public PairPlaces NextPoint(int length) => this with { First = First + length };

    /// <summary>Makes the outputs of some pairs from the products of their halves, [product][pair][channel].</summary>
    public void Write(
        VectorKernels kernels, in PatchBox pairs, in WinogradBox box, int channels, Span<Element> products, Span<Element> target)
    {
        int half = target.Length / 2;
        for (int z = pairs.Depth.First; z < pairs.Depth.End; z++)
        {
            for (int y = pairs.Height.First; y < pairs.Height.End; y++)
            {
                for (int x = pairs.Width.First; x < pairs.Width.End; x++)
                {
                    int place = First + (z * SliceStep) + (y * RowStep) + (2 * x * TileStep);
                    kernels.SchemeOutputs(
                        ref products[((((z * box.Height.Patches) + y) * box.PairsOfRow) + x) * channels],
                        (nint)box.Pairs * channels,
                        ref target[place],
                        ref target[half + place],
                        (2 * x) + 1 < box.Width.Patches ? TileStep : 0,
                        channels);
                }
            }
        }
    }
}
