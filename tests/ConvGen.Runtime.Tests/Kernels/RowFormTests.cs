using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Rows;
using ConvGen.Packing;

namespace ConvGen.Runtime.Tests;

public class RowFormTests
{
    // Times the positions of a tile, these are beyond 32 bits, or 0 in them.
    [Theory]
    [InlineData(1 << 26)]
    [InlineData(1 << 27)]
    [InlineData(1 << 29)]
    [InlineData(int.MaxValue)]
    public void Tiles_of_however_many_channels_come_one_by_one(int channels)
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel: 2, stride: 2, padding: 0, outputPadding: 0, dilation: 1);
        var plan = RowPlan.Create(new LayerPlan(LayerGeometry.FromAxes([axis], groups: 1)));
        RowForm form = RowForm.For(plan, outPerGroup: 1, brief: false, SimdSupport.Widest, width: 0);

        Assert.Equal(1, RowForward.GroupSize(new RowPacking(plan, form, channels, OutPerGroup: 1)));
        Assert.True(form.PanelTileStep(channels) >= (long)channels * form.Positions);
    }
}
