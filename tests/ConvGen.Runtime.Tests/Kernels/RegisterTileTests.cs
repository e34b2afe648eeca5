using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

public class RegisterTileTests
{

    [Theory]
    [InlineData(1, "PixelTile1x4")]
    [InlineData(2, "PixelTile2x4")]
    [InlineData(3, "PixelTile3x4")]
    [InlineData(4, "PixelTile4x3")]
    [InlineData(5, "PixelTile3x4")]
    [InlineData(6, "PixelTile3x4")]
    [InlineData(7, "PixelTile4x3")]
    [InlineData(8, "PixelTile4x3")]
    [InlineData(9, "PixelTile3x4")]
    [InlineData(64, "PixelTile4x3")]
    public void Pixels_take_the_tile_that_pads_fewest_channels(int outPerGroup, string shape)
    {
        Assert.All(Enum.GetValues<SimdLevel>(), level =>
            Assert.Equal(
                new RegisterTile(TileShape.All.Single(tile => tile.Name == shape), PixelLevel(level)),
                RegisterTile.For(Algorithm.DirectPixels, outPerGroup, level)));
    }

    [Theory]
    [InlineData(1, SimdLevel.Vector512, SimdLevel.Vector128)]
    [InlineData(8, SimdLevel.Vector512, SimdLevel.Vector128)]
    [InlineData(9, SimdLevel.Vector512, SimdLevel.Vector256)]
    [InlineData(16, SimdLevel.Vector512, SimdLevel.Vector256)]
    [InlineData(17, SimdLevel.Vector512, SimdLevel.Vector512)]
    [InlineData(8, SimdLevel.Vector256, SimdLevel.Vector128)]
    [InlineData(9, SimdLevel.Vector256, SimdLevel.Vector256)]
    [InlineData(64, SimdLevel.Vector256, SimdLevel.Vector256)]
    [InlineData(4, SimdLevel.Vector128, SimdLevel.Vector128)]
    [InlineData(64, SimdLevel.Vector128, SimdLevel.Vector128)]
    [InlineData(1, SimdLevel.Scalar, SimdLevel.Scalar)]
    [InlineData(64, SimdLevel.Scalar, SimdLevel.Scalar)]
    public void Channels_take_the_widest_vectors_that_they_fill(int outPerGroup, SimdLevel widest, SimdLevel taken) =>
        Assert.Equal(
            new RegisterTile(TileShape.Channels6x2, taken), RegisterTile.For(Algorithm.DirectChannels, outPerGroup, widest));

    [Theory]
    [InlineData(48, SimdLevel.Vector512, SimdLevel.Vector512, true)]
    [InlineData(33, SimdLevel.Vector512, SimdLevel.Vector512, true)]
    [InlineData(144, SimdLevel.Vector512, SimdLevel.Vector512, true)]
    [InlineData(24, SimdLevel.Vector256, SimdLevel.Vector256, true)]
    [InlineData(12, SimdLevel.Vector128, SimdLevel.Vector128, true)]
    [InlineData(24, SimdLevel.Vector512, SimdLevel.Vector512, false)]
    [InlineData(49, SimdLevel.Vector512, SimdLevel.Vector512, false)]
    [InlineData(80, SimdLevel.Vector512, SimdLevel.Vector512, false)]
    [InlineData(96, SimdLevel.Vector512, SimdLevel.Vector512, false)]
    [InlineData(int.MaxValue, SimdLevel.Vector512, SimdLevel.Vector512, false)]
    public void Three_vectors_make_a_block_where_they_hold_less_padding_than_two(int outPerGroup, SimdLevel widest, SimdLevel taken, bool three) =>
        Assert.Equal(
            new RegisterTile(three ? TileShape.Channels4x3 : TileShape.Channels6x2, taken),
            RegisterTile.For(Algorithm.DirectChannels, outPerGroup, widest));

    [Fact]
    public void Index_is_the_tiles_own() => Assert.Equal(
        Enumerable.Range(0, RegisterTile.Count),
        TileShape.All.SelectMany(static shape => Enum.GetValues<SimdLevel>(), static (shape, level) => new RegisterTile(shape, level).Index).Order());

    [Fact]
    public void Form_knows_the_channels_of_its_tile()
    {
        HasChannels<SimdScalar, float>(SimdLevel.Scalar);
        HasChannels<Simd128, Vector128<float>>(SimdLevel.Vector128);
        HasChannels<Simd256, Vector256<float>>(SimdLevel.Vector256);
        HasChannels<Simd512, Vector512<float>>(SimdLevel.Vector512);
    }

    private static void HasChannels<TSimd, TVector>(SimdLevel level)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        Assert.Equal(Channels(TileShape.Channels6x2), ChannelTile6x2<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Channels4x2), ChannelTile4x2<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Channels1x2), ChannelTile1x2<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Channels4x3), ChannelTile4x3<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Channels2x3), ChannelTile2x3<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Channels1x3), ChannelTile1x3<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels1x4), PixelTile1x4<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels1x1), PixelTile1x1<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels2x4), PixelTile2x4<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels2x1), PixelTile2x1<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels3x4), PixelTile3x4<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels3x1), PixelTile3x1<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels4x3), PixelTile4x3<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Pixels4x1), PixelTile4x1<TSimd, TVector>.WeightsPerTap);
        Assert.Equal(Channels(TileShape.Two4x2), InterleavedTile2x4x2<TSimd, TVector>.WeightsPerTap);

        int Channels(TileShape shape) => new RegisterTile(shape, level).Channels;
    }

    // Neighbouring pixels fill 256-bit vectors better than 512-bit ones, unless the environment asks for those.
    private static SimdLevel PixelLevel(SimdLevel widest) =>
        widest == SimdLevel.Vector512 && !SimdSupport.IsForced ? SimdLevel.Vector256 : widest;
}
