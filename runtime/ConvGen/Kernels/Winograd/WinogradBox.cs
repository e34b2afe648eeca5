using System.Runtime.CompilerServices;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>A block of neighbouring tiles along one axis.</summary>
/// <param name="Form">The axis.</param>
/// <param name="FirstWindow">The first window of the first tile.</param>
/// <param name="Tiles">Number of tiles.</param>
internal readonly record struct WinogradRange(WinogradAxis Form, int FirstWindow, int Tiles)
{
    /// <summary>Inputs that the tiles read, those beyond the image included.</summary>
    public int Inputs => (Tiles * Form.Tile) + Form.Taps - 1;

    /// <summary>The first input; negative before the image.</summary>
    public int FirstInput => FirstWindow - Form.Taps + 1;

    /// <summary>The output of a window and phase; may lie outside the image.</summary>
    public int Output(int window, int residue) => ((FirstWindow + window) * Form.Axis.Stride) + residue - Form.Axis.PadBegin;

    /// <summary>The outputs of all phases that exist.</summary>
    public AxisWindow Outputs(int output)
    {
        long start = Math.Max(0, ((long)FirstWindow * Form.Axis.Stride) - Form.Axis.PadBegin);
        long end = Math.Min(output, ((FirstWindow + ((long)Tiles * Form.Tile)) * Form.Axis.Stride) - Form.Axis.PadBegin);
        return new AxisWindow((int)start, (int)end, 0, 0);
    }

    /// <summary>The tiles with an output that needs a point of a phase, for each of its points.</summary>
    public void Needing(int residue, int output, Span<TileSpan> points)
    {
        for (int point = 0; point < Form.PointCount(residue); point++)
        {
            points[point] = Form.TilesNeeding(residue, point, FirstWindow, Tiles, output);
        }
    }

    /// <summary>The tiles from <paramref name="first"/> on, <paramref name="most"/> of them at the most.</summary>
    public static WinogradRange Slice(WinogradAxis form, int first, int most, int total) =>
        new(form, form.FirstWindow + (first * form.Tile), Math.Min(most, total - first));
}

/// <summary>A box of tiles.</summary>
internal readonly record struct WinogradBox(WinogradRange Depth, WinogradRange Height, WinogradRange Width)
{
    public int Count => Depth.Tiles * Height.Tiles * Width.Tiles;

    /// <summary>Pairs of tiles that are neighbours in a row; the last of a row may have one tile alone.</summary>
    public int Pairs => Depth.Tiles * Height.Tiles * PairsOfRow;

    public int PairsOfRow => (Width.Tiles + 1) / 2;

    /// <summary>The tiles with an output that needs a point of a phase: at the image's borders not all of them.</summary>
    public PhaseTiles Needing(WinogradPhase phase, Extent output)
    {
        var tiles = default(PhaseTiles);
        Depth.Needing(phase.Depth, output.Depth, tiles[..]);
        Height.Needing(phase.Height, output.Height, tiles[PhaseTiles.Height..]);
        Width.Needing(phase.Width, output.Width, tiles[PhaseTiles.Width..]);
        return tiles;
    }

    /// <summary>Tiles along the axes that cover an output.</summary>
    public static Extent Tiles(WinogradShape shape, Extent output) =>
        new(shape.Depth.Tiles(output.Depth), shape.Height.Tiles(output.Height), shape.Width.Tiles(output.Width));

    /// <summary>
    /// Tiles along the axes of the largest box: rows first, about <paramref name="most"/> in all, in equal parts. Parts of rows are whole
    /// multiples of <paramref name="multiple"/>, which fill register tiles, where there is room.
    /// </summary>
    public static Extent Size(Extent tiles, int most, int multiple)
    {
        int width = Part(tiles.Width, most);
        int whole = (width + multiple - 1) / multiple * multiple;
        width = whole <= Math.Min(most, tiles.Width) ? whole : width;
        int height = Part(tiles.Height, Math.Max(1, most / width));
        return new Extent(Part(tiles.Depth, Math.Max(1, most / width / height)), height, width);
    }

    private static int Part(int tiles, int most)
    {
        int parts = (tiles + most - 1) / most;
        return (tiles + parts - 1) / parts;
    }
}

/// <summary>For the points of a phase along every axis, the tiles that need them.</summary>
[InlineArray(3 * WinogradAxis.MostPoints)]
internal struct PhaseTiles
{
    public const int Height = WinogradAxis.MostPoints;
    public const int Width = 2 * WinogradAxis.MostPoints;

    private TileSpan _first;

    /// <summary>The tiles that need a product.</summary>
    public readonly TileBox Of(WinogradPoint point) => new(this[point.Depth], this[Height + point.Height], this[Width + point.Width]);
}

/// <summary>Some of the tiles of a box.</summary>
internal readonly record struct TileBox(TileSpan Depth, TileSpan Height, TileSpan Width)
{
    public int Count => Depth.Count * Height.Count * Width.Count;

    /// <summary>The pairs that they belong to.</summary>
    public TileBox Paired => Count == 0 ? default : this with { Width = new TileSpan(Width.First / 2, (Width.End + 1) / 2) };
}
