namespace ConvGen.Kernels;

/// <summary>
/// The kernel for any taps: loops over them where an emitted kernel would have them unrolled. For phases and layers beyond the unroll
/// budget. As fast as unrolled code where input channels are many.
/// </summary>
internal static class TapLoop
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TTile>(in KernelArguments args, in TapRange taps)
        where TTile : struct, ITile
    {
        nint sliceStep = taps.Depth.Step * args.SliceStep;
        nint rowStep = taps.Height.Step * args.RowStep;
        nint channelStep = args.ChannelStep;
        nint columnStep = taps.Width.Step * args.ColumnStep;
        nint channelWeights = args.WeightChannelStep;
        for (int index = 0; index < args.Tiles; index++)
        {
            TTile tile = default;
            tile.Begin(in args, index);
            for (int z = taps.Depth.First; z < taps.Depth.End; z++)
            {
                for (int y = taps.Height.First; y < taps.Height.End; y++)
                {
                    nint row = ((z - taps.Depth.First) * sliceStep) + ((y - taps.Height.First) * rowStep);
                    nint rowTap = ((nint)z * taps.Height.Count) + y;
                    for (int x = taps.Width.First; x < taps.Width.End; x++)
                    {
                        ref Element input = ref Unsafe.Add(ref args.Input, row + ((x - taps.Width.First) * columnStep));
                        ref Element weights = ref Unsafe.Add(ref args.Weights, ((rowTap * taps.Width.Count) + x) * args.WeightTapStep);
                        for (int c = args.Channels; c > 0; c--)
                        {
                            tile.Tap(ref input, ref weights, 0);
                            input = ref Unsafe.Add(ref input, channelStep);
                            weights = ref Unsafe.Add(ref weights, channelWeights);
                        }
                    }
                }
            }

            tile.Store(in args, index);
        }
    }
}
