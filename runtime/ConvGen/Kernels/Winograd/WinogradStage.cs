using System.Runtime.CompilerServices;
using ConvGen.CompilerServices;
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

    public WinogradStage(WinogradShape shape, int channels, int width, Span<float> memory)
    {
        _shape = shape;
        _pitch = WinogradInput.Pitch(channels);
        _tiles = Tiles(shape, channels, width);
        int columns = shape.Depth.Taps > 1 && shape.Height.Taps > 1 ? memory.Length / 2 : memory.Length;
        _columns = memory[..columns];
        _rows = memory[columns..];
    }

    /// <summary>Elements between the axes, for boxes of up to <paramref name="width"/> tiles a row: one copy per axis after the width.</summary>
    public static long Capacity(WinogradShape shape, int channels, int width) =>
        ((shape.Depth.Taps > 1 ? 1 : 0) + (shape.Height.Taps > 1 ? 1 : 0))
        * ElementsOfTile(shape, channels) * Tiles(shape, channels, width);

    /// <summary>Transforms a box.</summary>
    public void Run<TSimd, TVector>(in WinogradBox box, Span<float> gathered, Span<float> transformed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        int tile = 0;
        for (int z = 0; z < box.Depth.Tiles; z++)
        {
            for (int y = 0; y < box.Height.Tiles; y++)
            {
                int row = (z * _shape.Depth.Tile * box.Height.Inputs) + (y * _shape.Height.Tile);
                for (int x = 0; x < box.Width.Tiles; x += _tiles)
                {
                    int tiles = Math.Min(_tiles, box.Width.Tiles - x);
                    RunTiles<TSimd, TVector>(
                        box,
                        ref gathered[((row * box.Width.Inputs) + (x * _shape.Width.Tile)) * _pitch],
                        ref transformed[tile * _pitch],
                        tiles);
                    tile += tiles;
                }
            }
        }
    }

    private static long ElementsOfTile(WinogradShape shape, int channels) => (long)shape.Width.Points
        * shape.Depth.Window * Math.Max(shape.Height.Window, shape.Height.Points) * WinogradInput.Pitch(channels);

    private static int Tiles(WinogradShape shape, int channels, int width) =>
        (int)Math.Clamp(MostElements / ElementsOfTile(shape, channels), 1, width);

    // Axes of one tap have nothing to transform. The last axis that has writes to its final place.
    private void RunTiles<TSimd, TVector>(in WinogradBox box, ref float source, ref float target, int tiles)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        (WinogradAxis depth, WinogradAxis height, WinogradAxis width) = (_shape.Depth, _shape.Height, _shape.Width);
        bool hasRows = height.Taps > 1;
        bool hasSlices = depth.Taps > 1;
        nint pointStep = (nint)box.Count * _pitch;
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
