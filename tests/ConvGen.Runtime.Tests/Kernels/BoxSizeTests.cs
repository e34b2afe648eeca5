using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Packing;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

public class BoxSizeTests
{
    // A second-level cache of 512 KB, and what is computed at a time whatever it takes.
    private const int CacheElements = 128 * 1024;
    private const int LeastPositions = 96;

    public static TheoryData<string> LayerNames => Boxes.LayerNames;

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Boxes_lie_within_the_output(string layer)
    {
        foreach (Boxes boxes in Boxes.Of(layer))
        {
            (Extent box, Extent output) = (boxes.Size, boxes.Shape.Output);

            Assert.InRange(box.Depth, 1, output.Depth);
            Assert.InRange(box.Height, 1, output.Height);
            Assert.InRange(box.Width, 1, output.Width);
        }
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Boxes_fit_the_cache_unless_they_would_be_tiny(string layer)
    {
        foreach (Boxes boxes in Boxes.Of(layer))
        {
            long strideVolume = boxes.Layer.S.Aggregate(1L, (product, stride) => product * stride);
            bool tiny = boxes.Size.Volume <= 2 * LeastPositions * strideVolume;

            Assert.True(tiny || boxes.Size.Volume * boxes.Form.Channels <= CacheElements, boxes.ToString());
        }
    }

    [Theory]
    [InlineData("row, several boxes")]
    [InlineData("plane, several boxes")]
    [InlineData("volume, several boxes")]
    public void Many_input_channels_cut_the_output(string layer) =>
        Assert.All(Boxes.Of(layer), boxes => Assert.True(boxes.All().Count() > 1, boxes.ToString()));

    [Fact]
    public void Small_output_is_one_box() =>
        Assert.All(Boxes.Of("plane"), boxes => Assert.Equal(boxes.Shape.Output, boxes.Size));

    [Fact]
    public void Boxes_have_whole_strides() => Assert.All(
        Boxes.Of("row, several boxes"), boxes => Assert.True(boxes.Size.Width % 2 == 0, boxes.ToString()));

    // Parts of the channels would copy the same inputs each; boxes of few positions would leave tiles empty.
    [Theory]
    [InlineData(64, 64, 16)]
    [InlineData(64, 32, 8)]
    [InlineData(16, 16, 1)]
    public void Boxes_that_copy_no_input_twice_are_many_enough_for_threads(int height, int width, int expected)
    {
        (Extent box, LayerShape shape) = BoxOfRows(height, width, tile: 32);

        Assert.Equal(expected, shape.Output.PartsOf(box).Volume);
    }

    // Rows that end within a tile: as many as end with one.
    [Theory]
    [InlineData(16, 88, 4)]
    [InlineData(24, 52, 8)]
    [InlineData(16, 200, 4)]
    [InlineData(24, 128, 2)]
    [InlineData(8, 88, 4)]
    [InlineData(1, 88, 1)]
    public void Boxes_of_rows_end_with_a_tile(int height, int width, int expected)
    {
        (Extent box, _) = BoxOfRows(height, width, tile: 32);

        Assert.Equal((2 * expected, 2 * width), (box.Height, box.Width));
    }

    [Theory]
    [InlineData(1, 8, 4)]
    [InlineData(32, 1, 3)]
    public void Boxes_of_rows_grow_neither_where_tiles_end_with_lines_nor_where_threads_need_them(int tile, int blocks, int expected)
    {
        (Extent box, _) = BoxOfRows(height: 24, width: 52, tile, blocks);

        Assert.Equal(2 * expected, box.Height);
    }

    [Fact]
    public void Boxes_of_rows_lie_within_the_output_whatever_that_is()
    {
        for (int height = 1; height < 40; height++)
        {
            foreach (int width in (int[])[1, 7, 31, 33, 300, 5000])
            {
                (Extent box, LayerShape shape) = BoxOfRows(height, width, tile: 48);

                Assert.InRange(box.Height, 2, shape.Output.Height);
                Assert.InRange(box.Width, 2, shape.Output.Width);
            }
        }
    }

    [Fact]
    public void Longest_stride_has_a_box_of_a_legal_size()
    {
        var layer = new ConvTransposeLayer<LoopedKernels>(new LayerParameters
        {
            Kernel = [1], Stride = [int.MaxValue], Padding = [0], OutputPadding = [int.MaxValue - 1], Dilation = [1], Groups = 1,
        });
        var shape = new LayerShape(1, 1, 1, new Extent(1, 1, 1), new Extent(1, 1, int.MaxValue));
        var packing = new PhasePacking(layer.Plan, new RegisterTile(TileShape.Pixels1x4, SimdLevel.Vector256), 1, 1);

        Extent box = BoxSize.Choose(layer.Plan, packing, shape, long.MaxValue);

        Assert.Equal((1, 1), (box.Depth, box.Height));
        Assert.InRange(box.Width, 1, 1 << 21);
    }

    private static (Extent Box, LayerShape Shape) BoxOfRows(int height, int width, int tile, int blocks = 8)
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel: 2, stride: 2, padding: 0, outputPadding: 0, dilation: 1);
        var plan = new LayerPhases(LayerGeometry.FromAxes([axis, axis], groups: 1));
        var shape = new LayerShape(1, 64, 32, new Extent(1, height, width), new Extent(1, 2 * height, 2 * width));
        return (BoxSize.ForInterleaved(plan, sharesWindow: true, inPerGroup: 64, tile, blocks, shape, long.MaxValue), shape);
    }
}
