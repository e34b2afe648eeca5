using ConvGen.Kernels.Interleaved;

namespace ConvGen.Kernels;

internal delegate void PhaseKernel(int phase, in KernelArguments args);

internal delegate void TapKernel(in KernelArguments args, in TapRange taps);

/// <summary>The kernels of a layer for one tile.</summary>
/// <param name="Unrolled">The emitted ones, by phase.</param>
/// <param name="Looped">The one for any taps.</param>
/// <param name="Rest">The same with fewer pixels, for what full tiles leave over.</param>
/// <param name="Narrow">The same with a narrower tile still, for what would leave the other ones nearly empty.</param>
internal sealed record TileKernels(PhaseKernel Unrolled, TapKernel Looped, TapKernel Rest, TapKernel Narrow)
{
    // One "tap" per input channel.
    private static readonly TapRange s_oneTap = new(new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0));

    /// <summary>A product of matrices by the tiles of channels: so many pixels, listed by <see cref="TileList"/>.</summary>
    public void Multiply(ref KernelArguments args, int pixels, Span<int> offsets)
    {
        var cover = TileCover.Of(pixels);
        if (cover.Full > 0)
        {
            args.Offsets = ref offsets[0];
            (args.TilesBefore, args.Tiles) = (0, cover.Full);
            Looped(in args, s_oneTap);
        }

        if (cover.Rest > 0)
        {
            args.Offsets = ref offsets[cover.Full * RegisterTile.PixelOffsets];
            (args.TilesBefore, args.Tiles) = (cover.Full, cover.Rest);
            (cover.RestSize == TileSize.Rest ? Rest : Narrow)(in args, s_oneTap);
        }
    }

    /// <summary>Makes the delegates; nothing is compiled before it is called.</summary>
    public static TileKernels Create<TKernels>(RegisterTile tile)
        where TKernels : IPhaseKernels => tile.Level switch
        {
            SimdLevel.Vector512 => Create<TKernels, Simd512, Vector512<Element>>(tile.Shape),
            SimdLevel.Vector256 => Create<TKernels, Simd256, Vector256<Element>>(tile.Shape),
            SimdLevel.Vector128 => Create<TKernels, Simd128, Vector128<Element>>(tile.Shape),
            _ => Create<TKernels, SimdScalar, Element>(tile.Shape),
        };

    /// <summary>Makes the delegate for interleaved phases.</summary>
    public static PhaseKernel CreateInterleaved<TKernels>(InterleavedTile tile)
        where TKernels : IPhaseKernels => tile.Level switch
        {
            SimdLevel.Vector512 => CreateInterleaved<TKernels, Simd512, Vector512<Element>>(tile.Shape),
            SimdLevel.Vector256 => CreateInterleaved<TKernels, Simd256, Vector256<Element>>(tile.Shape),
            SimdLevel.Vector128 => CreateInterleaved<TKernels, Simd128, Vector128<Element>>(tile.Shape),
            _ => CreateInterleaved<TKernels, SimdScalar, Element>(tile.Shape),
        };

    private static PhaseKernel CreateInterleaved<TKernels, TSimd, TVector>(InterleavedShape shape)
        where TKernels : IPhaseKernels
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => shape switch
        {
            InterleavedShape.Two1x4 => TKernels.RunInterleaved<InterleavedTile2x1x4<TSimd, TVector>>,
            InterleavedShape.Two2x3 => TKernels.RunInterleaved<InterleavedTile2x2x3<TSimd, TVector>>,
            InterleavedShape.Two4x2 => TKernels.RunInterleaved<InterleavedTile2x4x2<TSimd, TVector>>,
            InterleavedShape.Two3x2 => TKernels.RunInterleaved<InterleavedTile2x3x2<TSimd, TVector, FirstLine>>,
            InterleavedShape.Three1x3 => TKernels.RunInterleaved<InterleavedTile3x1x3<TSimd, TVector>>,
            InterleavedShape.Three2x2 => TKernels.RunInterleaved<InterleavedTile3x2x2<TSimd, TVector>>,
            InterleavedShape.Four1x3 => TKernels.RunInterleaved<InterleavedTile4x1x3<TSimd, TVector, FourInLine>>,
            InterleavedShape.Four1x2 => TKernels.RunInterleaved<InterleavedTile4x1x2<TSimd, TVector, FourInLine>>,
            InterleavedShape.Eight1x1 => TKernels.RunInterleaved<InterleavedTile8x1x1<TSimd, TVector>>,
            InterleavedShape.Square1x2 => TKernels.RunInterleaved<InterleavedTile4x1x2<TSimd, TVector, FourInSquare>>,
            InterleavedShape.Square1x3 => TKernels.RunInterleaved<InterleavedTile4x1x3<TSimd, TVector, FourInSquare>>,
            InterleavedShape.Square2x2 => TKernels.RunInterleaved<InterleavedSquare2x2<TSimd, TVector>>,
            InterleavedShape.Lines3x2 => static (int number, in KernelArguments args) =>
            {
                TKernels.RunInterleaved<InterleavedTile2x3x2<TSimd, TVector, FirstLine>>(number, in args);
                TKernels.RunInterleaved<InterleavedTile2x3x2<TSimd, TVector, SecondLine>>(number, in args);
            },
            _ => TKernels.RunInterleaved<InterleavedSquare3x2<TSimd, TVector>>,
        };

    private static TileKernels Create<TKernels, TSimd, TVector>(TileShape shape)
        where TKernels : IPhaseKernels
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => shape switch
        {
            TileShape.Channels6x2 => Of<
                TKernels, ChannelTile6x2<TSimd, TVector>, ChannelTile4x2<TSimd, TVector>, ChannelTile1x2<TSimd, TVector>>(),
            TileShape.Pixels1x4 => Of<TKernels, PixelTileNx4<TSimd, TVector, OneChannel>, PixelTileNx1<TSimd, TVector, OneChannel>>(),
            TileShape.Pixels2x4 => Of<TKernels, PixelTileNx4<TSimd, TVector, TwoChannels>, PixelTileNx1<TSimd, TVector, TwoChannels>>(),
            TileShape.Pixels3x4 => Of<TKernels, PixelTile3x4<TSimd, TVector>, PixelTileNx1<TSimd, TVector, ThreeChannels>>(),
            _ => Of<TKernels, PixelTile4x3<TSimd, TVector>, PixelTileNx1<TSimd, TVector, FourChannels>>(),
        };

    // Tiles along a row have nothing between the full and the narrow one.
    private static TileKernels Of<TKernels, TTile, TNarrow>()
        where TKernels : IPhaseKernels
        where TTile : struct, ITile
        where TNarrow : struct, ITile => Of<TKernels, TTile, TNarrow, TNarrow>();

    private static TileKernels Of<TKernels, TTile, TRest, TNarrow>()
        where TKernels : IPhaseKernels
        where TTile : struct, ITile
        where TRest : struct, ITile
        where TNarrow : struct, ITile => new(TKernels.Run<TTile>, TapLoop.Run<TTile>, TapLoop.Run<TRest>, TapLoop.Run<TNarrow>);
}
