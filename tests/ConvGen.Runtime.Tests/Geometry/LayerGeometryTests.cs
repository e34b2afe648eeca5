using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

[Trait("Level", "Any")]
public class LayerGeometryTests
{
    private static readonly AxisGeometry s_first = new AxisCase(K: 2, S: 1, D: 1, P: 0, Op: 0).Geometry;
    private static readonly AxisGeometry s_second = new AxisCase(K: 3, S: 2, D: 1, P: 1, Op: 1).Geometry;
    private static readonly AxisGeometry s_third = new AxisCase(K: 5, S: 1, D: 3, P: 0, Op: 2).Geometry;

    [Fact]
    public void Axes_below_rank_3_are_led_by_identities()
    {
        AxisGeometry none = AxisGeometry.Identity;

        Assert.Equal(new LayerGeometry(1, none, none, s_third, 4), LayerGeometry.FromAxes([s_third], groups: 4));
        Assert.Equal(new LayerGeometry(2, none, s_second, s_third, 1), LayerGeometry.FromAxes([s_second, s_third], groups: 1));
        Assert.Equal(new LayerGeometry(3, s_first, s_second, s_third, 1), LayerGeometry.FromAxes([s_first, s_second, s_third], groups: 1));
    }

    [Fact]
    public void Axes_are_counted_as_the_user_lists_them()
    {
        AxisGeometry[] axes = [s_first, s_second, s_third];
        for (int rank = 1; rank <= 3; rank++)
        {
            LayerGeometry layer = LayerGeometry.FromAxes(axes[..rank], groups: 1);

            Assert.Equal(axes[..rank], Enumerable.Range(0, rank).Select(layer.Axis));
        }
    }

    [Fact]
    public void Axes_are_named_as_PyTorch_names_them()
    {
        Assert.Equal(["length"], Names(1));
        Assert.Equal(["height", "width"], Names(2));
        Assert.Equal(["depth", "height", "width"], Names(3));

        static IEnumerable<string> Names(int rank) => Enumerable.Range(0, rank).Select(axis => LayerGeometry.AxisName(rank, axis));
    }

    [Fact]
    public void Kernel_volume_is_the_product_of_the_axes()
    {
        Assert.Equal(30, LayerGeometry.FromAxes([s_first, s_second, s_third], groups: 1).KernelVolume);
        Assert.Equal(1_000_000_000_000_000_000, Cube(1_000_000).KernelVolume);
        Assert.Equal(long.MaxValue, Cube(3_000_000).KernelVolume);
        Assert.Equal(long.MaxValue, Cube(int.MaxValue).KernelVolume);
    }

    [Fact]
    public void Equal_parameters_make_equal_layers()
    {
        LayerGeometry layer = LayerGeometry.FromAxes([s_second, s_third], groups: 2);

        Assert.Equal(layer, LayerGeometry.FromAxes([s_second, s_third], groups: 2));
        Assert.NotEqual(layer, LayerGeometry.FromAxes([s_second, s_third], groups: 1));
        Assert.NotEqual(layer, LayerGeometry.FromAxes([s_third, s_second], groups: 2));
        Assert.NotEqual(layer, LayerGeometry.FromAxes([AxisGeometry.Identity, s_second, s_third], groups: 2));
    }

    private static LayerGeometry Cube(int kernel)
    {
        AxisGeometry axis = new AxisCase(kernel, S: 1, D: 1, P: 0, Op: 0).Geometry;
        return LayerGeometry.FromAxes([axis, axis, axis], groups: 1);
    }
}
