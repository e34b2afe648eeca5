using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Interleaved;
using ConvGen.Packing;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

public class InterleavedTileTests
{
    // Times the positions of a tile, these are beyond 32 bits, or 0 in them.
    [Theory]
    [InlineData(1 << 26)]
    [InlineData(1 << 27)]
    [InlineData(1 << 29)]
    [InlineData(int.MaxValue)]
    public void Tiles_of_however_many_channels_come_one_by_one(int channels)
    {
        InterleavedPlan plan = Points(stride: 2);
        InterleavedTile form = InterleavedTile.For(plan, outPerGroup: 1, brief: false, SimdSupport.Widest, width: 0);

        Assert.Equal(1, InterleavedForm.GroupSize(new InterleavedPacking(plan, form, channels, OutPerGroup: 1)));
        Assert.True(form.PanelTileStep(channels) >= (long)channels * form.Positions);
    }

    // Four channels by two vectors, unless three vectors of two channels cover a row with less beyond it.
    [Theory]
    [InlineData(0, 4, "InterleavedTile2x4x2")]
    [InlineData(32, 4, "InterleavedTile2x4x2")]
    [InlineData(48, 4, "InterleavedTile2x2x3")]
    [InlineData(64, 8, "InterleavedTile2x4x2")]
    [InlineData(96, 4, "InterleavedTile2x4x2")]
    [InlineData(144, 4, "InterleavedTile2x2x3")]
    [InlineData(int.MaxValue, 4, "InterleavedTile2x4x2")]
    [InlineData(64, 6, "InterleavedTile2x2x3")]
    public void Tiles_of_thirty_two_registers_cover_rows(int width, int outPerGroup, string expected) => Assert.Equal(
        expected, InterleavedTile.For(Points(stride: 2), outPerGroup, brief: false, SimdLevel.Vector512, width).Shape.ToString());

    [Fact]
    public void Sixteen_registers_hold_two_channels() => Assert.Equal(
        TileShape.Two2x3, InterleavedTile.For(Points(stride: 2), outPerGroup: 4, brief: false, SimdLevel.Vector256, width: 64).Shape);

    [Theory]
    [InlineData(SimdLevel.Vector512, "InterleavedTile4x1x2")]
    [InlineData(SimdLevel.Vector256, "InterleavedTile4x1x3")]
    public void Four_phases_take_two_long_vectors_or_three_short_ones(SimdLevel level, string expected) => Assert.Equal(
        expected, InterleavedTile.For(Points(stride: 4), outPerGroup: 4, brief: false, level, width: 64).Shape.ToString());

    private static InterleavedPlan Points(int stride)
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel: stride, stride, padding: 0, outputPadding: 0, dilation: 1);
        var geometry = LayerGeometry.FromAxes([axis], groups: 1);
        return new InterleavedPlan(
            new LayerPhases(geometry),
            [.. InterleavedPhases.Of(axis, InterleavedPhases.PhasesOf(axis)).Select(row => InterleavedPhases.TapOrder(geometry, [], row))]);
    }
}
