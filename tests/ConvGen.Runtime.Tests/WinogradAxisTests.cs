using ConvGen.Geometry;
using ConvGen.Planning;

namespace ConvGen.Runtime.Tests;

public class WinogradAxisTests
{
    /// <summary>Kernel, stride, padding, tile: tiles of two and three, three taps, raw phases, one tap, paddings below and beyond the stride.</summary>
    public static TheoryData<int, int, int, int> Axes { get; } = new()
    {
        { 4, 2, 1, 3 },
        { 4, 2, 0, 2 },
        { 4, 2, 3, 3 },
        { 3, 2, 1, 3 },
        { 3, 2, 0, 2 },
        { 8, 4, 5, 3 },
        { 7, 4, 2, 3 },
        { 6, 2, 2, 3 },
        { 5, 2, 1, 2 },
        { 3, 1, 1, 3 },
        { 2, 2, 1, 3 },
    };

    [Theory]
    [MemberData(nameof(Axes))]
    public void Tiles_are_left_out_where_no_output_needs_their_point(int kernel, int stride, int padding, int tile)
    {
        WinogradAxis axis = Axis(kernel, stride, padding, tile);
        for (int output = 1; output <= 4 * stride * axis.Tile; output++)
        {
            int all = axis.Tiles(output);
            double products = 0;
            for (int first = 0; first < all; first++)
            {
                for (int tiles = 1; tiles <= all - first; tiles++)
                {
                    products = CheckSpans(axis, first, tiles, output);
                }
            }

            Assert.Equal(CheckSpans(axis, 0, all, output), axis.ProductsFor(output));
            Assert.True(products <= axis.ProductsFor(output));
        }
    }

    [Fact]
    public void Small_images_need_a_twelfth_less_per_axis() =>
        Assert.Equal(22, Axis(kernel: 4, stride: 2, padding: 1, tile: 3).ProductsFor(output: 16));

    // Every output in turn says which points of its tile it is made of: its own end of the tile, and all between the ends.
    private static double CheckSpans(WinogradAxis axis, int first, int tiles, int output)
    {
        double products = 0;
        int firstWindow = axis.FirstWindow + (first * axis.Tile);
        for (int residue = 0; residue < axis.Axis.Stride; residue++)
        {
            for (int point = 0; point < axis.PointCount(residue); point++)
            {
                var needing = new SortedSet<int>();
                for (int o = 0; o < output; o++)
                {
                    int window = ((o + axis.Axis.PadBegin) / axis.Axis.Stride) - firstWindow;
                    if ((o + axis.Axis.PadBegin) % axis.Axis.Stride == residue
                        && window >= 0
                        && window < tiles * axis.Tile
                        && Needs(axis, residue, window % axis.Tile, point))
                    {
                        needing.Add(window / axis.Tile);
                    }
                }

                TileSpan span = axis.TilesNeeding(residue, point, firstWindow, tiles, output);
                Assert.Equal(needing, Enumerable.Range(span.First, span.Count));
                products += span.Count;
            }
        }

        return products;
    }

    private static bool Needs(WinogradAxis axis, int residue, int window, int point)
    {
        if (axis.IsRaw(residue))
        {
            return window == point;
        }

        bool isFirst = point == 0;
        bool isLast = point == axis.SharedPoints - 1;
        return (!isFirst && !isLast) || (isFirst && window == 0) || (isLast && window == axis.Tile - 1);
    }

    private static WinogradAxis Axis(int kernel, int stride, int padding, int tile) =>
        WinogradAxis.Create(AxisGeometry.FromPyTorch(kernel, stride, padding, outputPadding: 0, dilation: 1), tile)!.Value;
}
