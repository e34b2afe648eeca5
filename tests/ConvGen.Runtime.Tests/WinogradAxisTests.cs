using ConvGen.Geometry;
using ConvGen.Rules;

namespace ConvGen.Runtime.Tests;

public class WinogradAxisTests
{
    /// <summary>Kernel, stride, padding, patch: patches of two and three, three taps, raw phases, one tap, paddings below and beyond the stride.</summary>
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
    public void Tiles_are_left_out_where_no_output_needs_their_point(int kernel, int stride, int padding, int patch)
    {
        WinogradAxis axis = Axis(kernel, stride, padding, patch);
        for (int output = 1; output <= 4 * stride * axis.Patch; output++)
        {
            int all = axis.Patches(output);
            double products = 0;
            for (int first = 0; first < all; first++)
            {
                for (int patches = 1; patches <= all - first; patches++)
                {
                    products = CheckSpans(axis, first, patches, output);
                }
            }

            Assert.Equal(CheckSpans(axis, 0, all, output), axis.ProductsFor(output));
            Assert.True(products <= axis.ProductsFor(output));
        }
    }

    [Fact]
    public void Small_images_need_a_twelfth_less_per_axis() =>
        Assert.Equal(22, Axis(kernel: 4, stride: 2, padding: 1, patch: 3).ProductsFor(output: 16));

    // Every output in turn says which points of its patch it is made of: its own end of the patch, and all between the ends.
    private static double CheckSpans(WinogradAxis axis, int first, int patches, int output)
    {
        double products = 0;
        int firstWindow = axis.FirstWindow + (first * axis.Patch);
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
                        && window < patches * axis.Patch
                        && Needs(axis, residue, window % axis.Patch, point))
                    {
                        needing.Add(window / axis.Patch);
                    }
                }

                PatchSpan span = axis.PatchesNeeding(residue, point, firstWindow, patches, output);
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
        return (!isFirst && !isLast) || (isFirst && window == 0) || (isLast && window == axis.Patch - 1);
    }

    private static WinogradAxis Axis(int kernel, int stride, int padding, int patch) =>
        WinogradAxis.Create(AxisGeometry.FromPyTorch(kernel, stride, padding, outputPadding: 0, dilation: 1), patch)!.Value;
}
