using System.Runtime.CompilerServices;
using ConvGen.CompilerServices;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>
/// Gathered inputs to transformed ones, [point][tile][channel]: a few neighbouring tiles at a time, so that what lies between the axes
/// stays in the caches, and is little.
/// </summary>
internal readonly ref struct WinogradStage
{
    // After an axis: in the second-level cache beside what is read and written.
    private const int MostElements = 64 * 1024;

    private readonly WinogradShape _shape;
    private readonly int _pitch;
    private readonly int _tiles;
    private readonly Span<float> _columns;
    private readonly Span<float> _rows;
    private readonly Span<float> _points;

    public WinogradStage(WinogradPacking packing, int width, Span<float> memory)
    {
        _shape = packing.Shape;
        _pitch = packing.Pitch;
        _tiles = Tiles(packing, width);
        int copy = (int)(ElementsOfTile(packing) * _tiles);
        _points = memory[..(_shape.IsStrassen ? copy : 0)];
        _columns = memory[_points.Length..];
        _rows = _shape.Depth.Taps > 1 && _shape.Height.Taps > 1 ? _columns[copy..] : default;
    }

    /// <summary>Elements between the steps, for boxes of up to <paramref name="width"/> tiles a row: one copy per axis after the width.</summary>
    public static long Capacity(WinogradPacking packing, int width)
    {
        WinogradShape shape = packing.Shape;
        int copies = (shape.Depth.Taps > 1 ? 1 : 0) + (shape.Height.Taps > 1 ? 1 : 0) + (shape.IsStrassen ? 1 : 0);
        return copies * ElementsOfTile(packing) * Tiles(packing, width);
    }

    /// <summary>Transforms a box.</summary>
    public void Run<TSimd, TVector>(in WinogradBox box, Span<float> gathered, Span<float> transformed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        (int tile, int pair) = (0, 0);
        for (int z = 0; z < box.Depth.Tiles; z++)
        {
            for (int y = 0; y < box.Height.Tiles; y++)
            {
                int row = (z * _shape.Depth.Tile * box.Height.Inputs) + (y * _shape.Height.Tile);
                for (int x = 0; x < box.Width.Tiles; x += _tiles)
                {
                    int tiles = Math.Min(_tiles, box.Width.Tiles - x);
                    ref float inputs = ref gathered[((row * box.Width.Inputs) + (x * _shape.Width.Tile)) * _pitch];
                    if (_shape.IsStrassen)
                    {
                        ref float points = ref inputs;
                        if (_shape.Transforms)
                        {
                            points = ref _points[0];
                            RunTiles<TSimd, TVector>(box, ref inputs, ref points, (nint)tiles * _pitch, tiles);
                        }

                        Pair<TSimd, TVector>(ref points, tiles, ref transformed[pair * _pitch / 2], (nint)box.Pairs * _pitch / 2);
                    }
                    else
                    {
                        RunTiles<TSimd, TVector>(box, ref inputs, ref transformed[tile * _pitch], (nint)box.Count * _pitch, tiles);
                    }

                    tile += tiles;
                    pair += (tiles + 1) / 2;
                }
            }
        }
    }

    private static long ElementsOfTile(WinogradPacking packing)
    {
        WinogradShape shape = packing.Shape;
        long inputs = (long)shape.Depth.Window * Math.Max(shape.Height.Window, shape.Height.Points);
        return shape.Width.Points * Math.Max(inputs, (long)shape.Depth.Points * shape.Height.Points) * packing.Pitch;
    }

    // An even number for a scheme of pairs.
    private static int Tiles(WinogradPacking packing, int width)
    {
        int tiles = (int)Math.Min(MostElements / ElementsOfTile(packing), width);
        return packing.Shape.IsStrassen ? Math.Max(2, tiles / 2 * 2) : Math.Max(1, tiles);
    }

    // The inputs of the seven products, [point][product][pair][channel of a half].
    private void Pair<TSimd, TVector>(ref float points, int tiles, ref float target, nint productStep)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int point = 0; point < _shape.Points; point++)
        {
            for (int tile = 0; tile < tiles; tile += 2)
            {
                Strassen.Inputs<TSimd, TVector>(
                    ref Unsafe.Add(ref points, (nint)((point * tiles) + tile) * _pitch),
                    tile + 1 < tiles ? _pitch : 0,
                    _pitch / 2,
                    ref Unsafe.Add(ref target, (point * Strassen.Products * productStep) + (tile / 2 * _pitch / 2)),
                    productStep);
            }
        }
    }

    // Axes of one tap have nothing to transform. The last axis that has writes to its final place.
    private void RunTiles<TSimd, TVector>(in WinogradBox box, ref float source, ref float target, nint pointStep, int tiles)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        (WinogradAxis depth, WinogradAxis height, WinogradAxis width) = (_shape.Depth, _shape.Height, _shape.Width);
        bool hasRows = height.Taps > 1;
        bool hasSlices = depth.Taps > 1;
        int length = tiles * _pitch;
        int lines = depth.Window * height.Window;
        for (int line = 0; line < lines; line++)
        {
            (int z, int y) = Math.DivRem(line, height.Window);
            ref float row = ref Unsafe.Add(ref source, (nint)((z * box.Height.Inputs) + y) * box.Width.Inputs * _pitch);
            bool isLast = !hasRows && !hasSlices;
            ref float column = ref isLast ? ref target : ref _columns[line * length];
            for (int tile = 0; tile < tiles; tile++)
            {
                WinogradTransform.Input<TSimd, TVector>(
                    width,
                    ref Unsafe.Add(ref row, tile * width.Tile * _pitch),
                    _pitch,
                    ref Unsafe.Add(ref column, tile * _pitch),
                    isLast ? pointStep : (nint)lines * length,
                    _pitch);
            }
        }

        for (int line = 0; line < width.Points * depth.Window && hasRows; line++)
        {
            ref float row = ref _columns[line * height.Window * length];
            if (hasSlices)
            {
                WinogradTransform.Input<TSimd, TVector>(
                    height, ref row, length, ref _rows[line * length], (nint)width.Points * depth.Window * length, length);
            }
            else
            {
                WinogradTransform.Input<TSimd, TVector>(
                    height, ref row, length, ref Unsafe.Add(ref target, line * pointStep), width.Points * pointStep, length);
            }
        }

        Span<float> slices = hasRows ? _rows : _columns;
        int points = height.Points * width.Points;
        for (int line = 0; line < points && hasSlices; line++)
        {
            ref float slice = ref slices[line * depth.Window * length];
            WinogradTransform.Input<TSimd, TVector>(
                depth, ref slice, length, ref Unsafe.Add(ref target, line * pointStep), points * pointStep, length);
        }
    }
}
