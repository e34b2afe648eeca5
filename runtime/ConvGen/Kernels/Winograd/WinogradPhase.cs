namespace ConvGen.Kernels.Winograd;

/// <summary>The outputs with <c>(o + p) mod s</c> equal to a residue per axis, and the products that make them.</summary>
internal sealed class WinogradPhase
{
    private WinogradPhase(int index, int depth, int height, int width, WinogradPoint[] points) =>
        (Index, Depth, Height, Width, Points) = (index, depth, height, width, points);

    public int Index { get; }

    /// <summary>The residue along the depth.</summary>
    public int Depth { get; }

    /// <summary>The residue along the height.</summary>
    public int Height { get; }

    /// <summary>The residue along the width.</summary>
    public int Width { get; }

    /// <summary>Row-major over the points of the axes.</summary>
    public WinogradPoint[] Points { get; }

    /// <summary>All phases, row-major by residue.</summary>
    public static WinogradPhase[] All(WinogradShape shape)
    {
        IEnumerable<(int Z, int Y, int X)> residues = from z in Enumerable.Range(0, shape.Depth.Axis.Stride)
                                                      from y in Enumerable.Range(0, shape.Height.Axis.Stride)
                                                      from x in Enumerable.Range(0, shape.Width.Axis.Stride)
                                                      select (z, y, x);
        return [.. residues.Select((at, index) => new WinogradPhase(index, at.Z, at.Y, at.X, [.. PointsOf(shape, at.Z, at.Y, at.X)]))];
    }

    private static IEnumerable<WinogradPoint> PointsOf(WinogradShape shape, int z, int y, int x)
    {
        return from pz in Enumerable.Range(0, shape.Depth.PointCount(z))
               from py in Enumerable.Range(0, shape.Height.PointCount(y))
               from px in Enumerable.Range(0, shape.Width.PointCount(x))
               select Point(pz, py, px);

        WinogradPoint Point(int pz, int py, int px)
        {
            int input = shape.Depth.FirstPoint(z) + pz;
            input = (input * shape.Height.Points) + shape.Height.FirstPoint(y) + py;
            input = (input * shape.Width.Points) + shape.Width.FirstPoint(x) + px;
            int kernel = shape.Depth.IsRaw(z) ? 0 : pz;
            kernel = (kernel * shape.Height.KernelPoints(y)) + (shape.Height.IsRaw(y) ? 0 : py);
            kernel = (kernel * shape.Width.KernelPoints(x)) + (shape.Width.IsRaw(x) ? 0 : px);
            return new WinogradPoint(input, kernel, pz, py, px);
        }
    }
}

/// <summary>One product: which transformed input meets which transformed weight of its phase, and its points along the axes.</summary>
internal readonly record struct WinogradPoint(int Input, int Kernel, int Depth, int Height, int Width);
