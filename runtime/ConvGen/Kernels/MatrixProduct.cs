namespace ConvGen.Kernels;

/// <summary>
/// A product of matrices: pixels by input channels, input channels by output channels. What the points of a fast form are multiplied by; of
/// tiles, nothing but the inputs changes from one to the next.
/// </summary>
internal static class MatrixProduct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TTile>(in KernelArguments args)
        where TTile : struct, ITile
    {
        nint channelStep = args.ChannelStep;
        nint channelWeights = args.WeightChannelStep;
        for (int index = 0; index < args.Tiles; index++)
        {
            TTile tile = default;
            tile.Begin(in args, index);
            ref Element input = ref args.Input;
            ref Element weights = ref args.Weights;
            for (int c = args.Channels; c > 0; c--)
            {
                tile.Tap(ref input, ref weights, 0);
                input = ref Unsafe.Add(ref input, channelStep);
                weights = ref Unsafe.Add(ref weights, channelWeights);
            }

            tile.Store(in args, index);
        }
    }
}
