using ConvGen.Kernels;
using ConvGen.Kernels.Interleaved;

namespace ConvGen.Tiles;

internal delegate void PhaseKernel(int phase, in KernelArguments args);

internal delegate void TapKernel(in KernelArguments args, in TapRange taps);

/// <summary>The kernels of a layer for one tile.</summary>
/// <param name="Shape">The tile.</param>
/// <param name="Unrolled">The emitted ones, by phase.</param>
/// <param name="Looped">The one for any taps.</param>
/// <param name="Rest">The same with fewer pixels, for what full tiles leave over.</param>
/// <param name="Narrow">The same with a narrower tile still, for what would leave the other ones nearly empty.</param>
internal sealed record TileKernels(TileShape Shape, PhaseKernel Unrolled, TapKernel Looped, TapKernel Rest, TapKernel Narrow)
{
    // One "tap" per input channel.
    private static readonly TapRange s_oneTap = new(new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0));

    /// <summary>A product of matrices by the tiles of channels: so many pixels, listed by <see cref="TileList"/>.</summary>
    public void Multiply(ref KernelArguments args, int pixels, Span<int> offsets)
    {
        var cover = TileCover.Of(pixels, Shape);
        if (cover.Full > 0)
        {
            args.Offsets = ref offsets[0];
            (args.TilesBefore, args.Tiles) = (0, cover.Full);
            Looped(in args, s_oneTap);
        }

        if (cover.Rest > 0)
        {
            args.Offsets = ref offsets[2 * cover.Full * Shape.Rows];
            (args.TilesBefore, args.Tiles) = (cover.Full, cover.Rest);
            (cover.RestSize == TileSize.Rest ? Rest : Narrow)(in args, s_oneTap);
        }
    }

    /// <summary>Makes the delegates; nothing is compiled before it is called.</summary>
    public static TileKernels Create<TKernels>(RegisterTile tile)
        where TKernels : IPhaseKernels => tile.Level switch
        {
            SimdLevel.Vector512 => TileDispatch.Phases<TKernels, Simd512, Vector512<Element>>(tile.Shape),
            SimdLevel.Vector256 => TileDispatch.Phases<TKernels, Simd256, Vector256<Element>>(tile.Shape),
            SimdLevel.Vector128 => TileDispatch.Phases<TKernels, Simd128, Vector128<Element>>(tile.Shape),
            _ => TileDispatch.Phases<TKernels, SimdScalar, Element>(tile.Shape),
        };

    /// <summary>Makes the delegate for interleaved phases.</summary>
    public static PhaseKernel CreateInterleaved<TKernels>(InterleavedTile tile)
        where TKernels : IPhaseKernels => tile.Level switch
        {
            SimdLevel.Vector512 => TileDispatch.Interleaved<TKernels, Simd512, Vector512<Element>>(tile.Shape),
            SimdLevel.Vector256 => TileDispatch.Interleaved<TKernels, Simd256, Vector256<Element>>(tile.Shape),
            SimdLevel.Vector128 => TileDispatch.Interleaved<TKernels, Simd128, Vector128<Element>>(tile.Shape),
            _ => TileDispatch.Interleaved<TKernels, SimdScalar, Element>(tile.Shape),
        };

    /// <summary>Makes the delegates from the types of the tiles.</summary>
    public static TileKernels Of<TKernels, TTile, TRest, TNarrow>(TileShape shape)
        where TKernels : IPhaseKernels
        where TTile : struct, ITile
        where TRest : struct, ITile
        where TNarrow : struct, ITile =>
        new(shape, TKernels.Run<TTile>, TapLoop.Run<TTile>, TapLoop.Run<TRest>, TapLoop.Run<TNarrow>);
}
