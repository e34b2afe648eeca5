namespace ConvGen.Tiles;

internal delegate void PhaseKernel(int phase, in KernelArguments args);

internal delegate void TapKernel(in KernelArguments args);

internal delegate void LoopKernel(in KernelArguments args, in TapRange taps);

/// <summary>The kernels of a layer over a tile.</summary>
/// <param name="Phase">The emitted ones of phases, all taps.</param>
/// <param name="Border">The emitted ones of phases, some taps.</param>
/// <param name="Tap">The emitted one of a single tap.</param>
/// <param name="Product">A product of matrices.</param>
/// <param name="Looped">For phases of more taps than can be unrolled.</param>
internal sealed record SizeKernels(PhaseKernel Phase, PhaseKernel Border, TapKernel Tap, TapKernel Product, LoopKernel Looped)
{
    /// <summary>Makes the delegates.</summary>
    public static SizeKernels Of<TKernels, TTile>()
        where TKernels : IPhaseKernels
        where TTile : struct, ITile =>
        new(TKernels.Run<TTile>, TKernels.RunBorder<TTile>, TKernels.RunTap<TTile>, MatrixProduct.Run<TTile>, TapLoop.Run<TTile>);
}

/// <summary>The kernels of a layer for a tile, and for what is left over.</summary>
/// <param name="Shape">The tile.</param>
/// <param name="Full">Over the tile.</param>
/// <param name="Rest">With fewer pixels, for what full tiles leave over.</param>
/// <param name="Narrow">With a narrower tile still, for what would leave the other ones nearly empty.</param>
internal sealed record TileKernels(TileShape Shape, SizeKernels Full, SizeKernels Rest, SizeKernels Narrow)
{
    /// <summary>The kernels over a size of the tile.</summary>
    public SizeKernels Of(TileSize size) => size switch { TileSize.Full => Full, TileSize.Rest => Rest, _ => Narrow };

    /// <summary>A product of matrices by the tiles of channels: so many pixels, listed by <see cref="TileList"/>.</summary>
    public void Multiply(ref KernelArguments args, int pixels, Span<int> offsets)
    {
        var cover = TileCover.Of(pixels, Shape);
        if (cover.Full > 0)
        {
            args.Offsets = ref offsets[0];
            (args.TilesBefore, args.Tiles) = (0, cover.Full);
            Full.Product(in args);
        }

        if (cover.Rest > 0)
        {
            args.Offsets = ref offsets[2 * cover.Full * Shape.Rows];
            (args.TilesBefore, args.Tiles) = (cover.Full, cover.Rest);
            Of(cover.RestSize).Product(in args);
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
        new(shape, SizeKernels.Of<TKernels, TTile>(), SizeKernels.Of<TKernels, TRest>(), SizeKernels.Of<TKernels, TNarrow>());
}
