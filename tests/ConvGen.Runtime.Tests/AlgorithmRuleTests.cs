using ConvGen.Geometry;
using ConvGen.Rules;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class AlgorithmRuleTests
{
    // One tap: as many products as input channels.
    private static readonly LayerGeometry s_point = Square(kernel: 1, stride: 1);

    // k4 s2: four phases of two by two taps.
    private static readonly LayerGeometry s_double = Square(kernel: 4, stride: 2);

    [Theory]
    [InlineData(Algorithm.Auto)]
    [InlineData(Algorithm.Direct)]
    public void Lanes_are_channels_where_they_are_filled(Algorithm requested)
    {
        const int many = AlgorithmRule.MostBriefProducts + 1;
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(requested, s_point, many, AlgorithmRule.LeastChannelsForLanes - 1, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(requested, s_point, many, AlgorithmRule.LeastChannelsForLanes, []));
    }

    [Theory]
    [InlineData(Algorithm.Auto)]
    [InlineData(Algorithm.Direct)]
    public void Lanes_are_pixels_where_few_products_are_summed(Algorithm requested) =>
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(requested, s_point, AlgorithmRule.MostBriefProducts, 512, []));

    [Theory]
    [InlineData(Algorithm.DirectChannels, 1)]
    [InlineData(Algorithm.DirectPixels, 512)]
    [InlineData(Algorithm.Winograd2, 512)]
    [InlineData(Algorithm.Winograd3, 1)]
    [InlineData(Algorithm.Strassen, 1)]
    public void Named_form_is_taken(Algorithm requested, int outChannels) =>
        Assert.Equal(requested, AlgorithmRule.Choose(requested, s_double, 64, outChannels, []));

    [Fact]
    public void Named_fast_form_gives_way_where_there_is_none()
    {
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Winograd3, Square(kernel: 2, stride: 2), 64, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Winograd3, Square(kernel: 3, stride: 2, dilation: 2), 64, 64, []));
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(Algorithm.Winograd3, s_double, 4, 64, []));
        Assert.Equal(Algorithm.Strassen, AlgorithmRule.Choose(Algorithm.Strassen, Square(kernel: 2, stride: 2), 64, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Strassen, Square(kernel: 3, stride: 2, dilation: 2), 64, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Strassen, Cube(kernel: 4, stride: 2), 64, 64, []));
        Assert.Equal(Algorithm.Strassen, AlgorithmRule.Choose(Algorithm.Strassen, Cube(kernel: 2, stride: 2), 64, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Winograd4, s_double, 64, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Winograd4, Cube(kernel: 3, stride: 1), 64, 64, []));
        Assert.Equal(Algorithm.Winograd4, AlgorithmRule.Choose(Algorithm.Winograd4, Square(kernel: 3, stride: 1), 64, 64, []));
        Assert.Equal(Algorithm.Winograd4, AlgorithmRule.Choose(Algorithm.Winograd4, Square(kernel: 6, stride: 2), 64, 64, []));
    }

    // F(4, 3) takes four times the weights.
    [Theory]
    [InlineData(64, 56, Algorithm.Winograd4)]
    [InlineData(512, 8, Algorithm.Winograd3)]
    public void Three_taps_take_patches_of_four_where_images_are_large(int channels, int length, Algorithm expected) =>
        Assert.Equal(expected, AlgorithmRule.Choose(Algorithm.Auto, Square(kernel: 3, stride: 1), channels, channels, [length, length]));

    // Seven products for eight must repay sums of inputs and outputs, whole blocks of channels, and pairs of tiles.
    [Theory]
    [InlineData(2, 256, 128, 16, Algorithm.Strassen)]
    [InlineData(2, 64, 128, 16, Algorithm.DirectPixels)]
    [InlineData(2, 256, 32, 15, Algorithm.DirectChannels)]
    [InlineData(4, 1024, 512, 24, Algorithm.Winograd3)]
    public void Strassen_is_taken_where_sums_are_long(int kernel, int inChannels, int outChannels, int length, Algorithm expected) =>
        Assert.Equal(expected, AlgorithmRule.Choose(Algorithm.Auto, Square(kernel, stride: 2), inChannels, outChannels, [length, length]));

    [Fact]
    public void Fast_form_is_taken_where_weights_serve_many_positions()
    {
        Assert.Equal(Algorithm.Winograd3, AlgorithmRule.Choose(Algorithm.Auto, s_double, 128, 64, [32, 32]));
        Assert.Equal(Algorithm.Winograd3, AlgorithmRule.Choose(Algorithm.Auto, s_double, 128, 64, []));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Auto, s_double, 1024, 512, [2, 2]));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Direct, s_double, 128, 64, [32, 32]));
    }

    [Fact]
    public void Weights_beyond_the_caches_count_as_memory()
    {
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Auto, s_double, 2048, 256, [8, 6]));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(Algorithm.Auto, s_double, 992, 182, [5, 6]));
        Assert.Equal(Algorithm.Winograd3, AlgorithmRule.Choose(Algorithm.Auto, s_double, 256, 256, [8, 6]));
    }

    // Phases beyond any use are not counted one by one.
    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, (1 << 30) + 1)]
    public void Choice_takes_no_time_for_huge_strides(int kernel, int stride)
    {
        var clock = ThreadClock.Start();

        AlgorithmRule.Choose(Algorithm.Auto, Square(kernel, stride), 64, 64, [1, 1]);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    // Boxes that Strassen's sums allow are few tiles there, and weights would be read for each.
    [Fact]
    public void Strassen_is_not_taken_for_boxes_of_few_tiles() =>
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(Algorithm.Auto, Square(kernel: 16, stride: 16), 256, 64, [64, 64]));

    // Kernels as long as the stride: in rows where these fill tiles, whatever the phases.
    [Theory]
    [InlineData(2, 64, 0, Algorithm.DirectPixels)]
    [InlineData(2, 64, 16, Algorithm.DirectPixels)]
    [InlineData(2, 64, 20, Algorithm.DirectChannels)]
    [InlineData(2, 64, 33, Algorithm.DirectPixels)]
    [InlineData(2, 64, 8, Algorithm.DirectChannels)]
    [InlineData(3, 64, 64, Algorithm.DirectPixels)]
    [InlineData(8, 64, 64, Algorithm.DirectPixels)]
    [InlineData(5, 64, 64, Algorithm.DirectChannels)]
    [InlineData(2, InterleavedRule.MostPointChannels, 64, Algorithm.DirectPixels)]
    [InlineData(2, InterleavedRule.MostPointChannels + 1, 64, Algorithm.DirectChannels)]
    public void Points_are_computed_in_rows_that_fill_tiles(int stride, int inChannels, int width, Algorithm expected) =>
        Assert.Equal(expected, AlgorithmRule.Direct(Algorithm.Auto, Square(stride, stride), inChannels, 64, width));

    [Theory]
    [InlineData(72, 20, Algorithm.DirectPixels)]
    [InlineData(60, 20, Algorithm.DirectChannels)]
    [InlineData(72, 15, Algorithm.DirectChannels)]
    public void Points_are_computed_in_narrow_rows_where_channels_would_be_padded(int outChannels, int width, Algorithm expected) =>
        Assert.Equal(expected, AlgorithmRule.Direct(Algorithm.Auto, Square(stride: 2, kernel: 2), 64, outChannels, width));

    // Long rows need not fill blocks of channels: tiles are lanes there.
    [Theory]
    [InlineData(4, 2, 32, 8, 1000, Algorithm.Winograd3)]
    [InlineData(2, 1, 16, 8, 1000, Algorithm.Winograd3)]
    [InlineData(8, 4, 32, 12, 1000, Algorithm.Winograd3)]
    [InlineData(4, 2, 32, 7, 1000, Algorithm.DirectPixels)]
    [InlineData(4, 2, 8, 8, 1000, Algorithm.DirectPixels)]
    [InlineData(4, 2, 32, 8, 30, Algorithm.DirectChannels)]
    [InlineData(6, 2, 32, 8, 1000, Algorithm.DirectChannels)]
    [InlineData(3, 2, 32, 8, 1000, Algorithm.DirectChannels)]
    public void Few_channels_take_a_fast_form_along_long_rows(
        int kernel, int stride, int inChannels, int outChannels, int length, Algorithm expected)
    {
        LayerGeometry row = Cube(kernel, stride, rank: 1), plane = Square(kernel, stride);

        Assert.Equal(expected, AlgorithmRule.Choose(Algorithm.Auto, row, inChannels, outChannels, [length]));
        Assert.NotEqual(Algorithm.Winograd3, AlgorithmRule.Choose(Algorithm.Auto, row, inChannels, outChannels, []));
        Assert.NotEqual(Algorithm.Winograd3, AlgorithmRule.Choose(Algorithm.Auto, plane, inChannels, outChannels, [1, length]));
    }

    [Theory]
    [InlineData(4, 2, 64, 32, 25600, true)]
    [InlineData(4, 2, 48, 40, 25600, true)]
    [InlineData(4, 2, 512, 512, 25600, false)]
    [InlineData(16, 8, 128, 64, 12800, false)]
    [InlineData(16, 8, 128, 40, 12800, true)]
    [InlineData(4, 2, 64, 32, 200, false)]
    public void Tiles_are_lanes_where_channels_are_few_or_would_be_padded(
        int kernel, int stride, int inChannels, int outChannels, int output, bool expected)
    {
        WinogradAxis axis = WinogradShape.Create(Cube(kernel, stride, rank: 1), Algorithm.Winograd3)!.Width;

        Assert.Equal(expected, PatchLanesRule.Suits(axis, inChannels, outChannels, blockChannels: 32, patchesOfBlock: 32, output));
    }

    [Fact]
    public void Description_states_what_concerns_the_layer()
    {
        string all = AlgorithmRule.Describe(s_double, Algorithm.Auto);
        Assert.Contains($"from {AlgorithmRule.LeastChannelsForLanes} output channels", all, StringComparison.Ordinal);
        Assert.Contains($"up to {AlgorithmRule.MostBriefProducts} products", all, StringComparison.Ordinal);
        Assert.Contains("Winograd", all, StringComparison.Ordinal);
        Assert.DoesNotContain("wide rows", all, StringComparison.Ordinal);

        Assert.DoesNotContain("Winograd", AlgorithmRule.Describe(s_double, Algorithm.Direct), StringComparison.Ordinal);
        Assert.DoesNotContain("Winograd", AlgorithmRule.Describe(Square(8, 2), Algorithm.Auto), StringComparison.Ordinal);
        Assert.Contains("wide rows", AlgorithmRule.Describe(Square(2, 2), Algorithm.Auto), StringComparison.Ordinal);
    }

    private static LayerGeometry Cube(int kernel, int stride, int rank = 3)
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel, stride, padding: 0, outputPadding: 0, dilation: 1);
        return LayerGeometry.FromAxes([.. Enumerable.Repeat(axis, rank)], groups: 1);
    }

    private static LayerGeometry Square(int kernel, int stride, int dilation = 1)
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel, stride, padding: 0, outputPadding: 0, dilation);
        return LayerGeometry.FromAxes([axis, axis], groups: 1);
    }
}
