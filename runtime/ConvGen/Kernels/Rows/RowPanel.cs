using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// The inputs of a group of tiles where all phases meet the same input: [tile][input channel][position], straight from the image. Next to
/// each other they stay in the second-level cache and meet few pages.
/// </summary>
internal readonly ref struct RowPanel
{
    private readonly RowPacking _packing;
    private readonly Span<PanelPiece> _pieces;

    public RowPanel(in RowPacking packing, long elements, int group, ref Scratch scratch)
    {
        _packing = packing;
        Elements = scratch.Take<float>((int)elements);
        _pieces = scratch.Take<PanelPiece>((int)MostPieces(packing, group));
    }

    public Span<float> Elements { get; }

    /// <summary>Scratch memory that a panel needs.</summary>
    public static long Bytes(in RowPacking packing, long elements, int group) =>
        Scratch.BytesFor<float>(elements) + Scratch.BytesFor<PanelPiece>(MostPieces(packing, group));

    /// <summary>Fills the panel with the inputs of the tiles from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="image">The planes of a group's input channels.</param>
    /// <param name="box">Where the tiles count their positions.</param>
    /// <param name="tiles">The tiles.</param>
    /// <param name="start">The first tile.</param>
    /// <param name="end">The tile after the last.</param>
    public void Fill(ReadOnlySpan<float> image, in InputBox box, in RowTiles tiles, int start, int end)
    {
        (int channels, int positions) = (_packing.InPerGroup, _packing.Form.Positions);
        int count = 0;
        int covered = 0;
        for (int index = start; index < end; index++)
        {
            covered += Cut(tiles[index], box, (index - start) * channels * positions, ref count);
        }

        if (covered < (end - start) * positions)
        {
            Elements[..((end - start) * channels * positions * _packing.Form.ElementsPerOperand)].Clear();
        }

        // A channel after the other: each is a page of its own.
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> plane = image.Slice(channel * (int)box.Size.Volume, (int)box.Size.Volume);
            foreach (ref readonly PanelPiece piece in _pieces[..count])
            {
                ReadOnlySpan<float> source = plane.Slice(piece.Source, piece.Length);
                int target = piece.Target + (channel * positions);
                if (_packing.Form.Wide)
                {
                    Widening.Copy(source, Elements[(2 * target)..]);
                }
                else
                {
                    ShortCopy.Copy(source, Elements.Slice(target, piece.Length));
                }
            }
        }
    }

    private static long MostPieces(in RowPacking packing, int group) => packing.Plan.SharesWindow ? (long)group * packing.Form.Positions : 0;

    // A tile reaches over rows of the box, and over what the image has not got. Returns the positions that it has.
    private int Cut(RowTile tile, in InputBox box, int target, ref int count)
    {
        int depth = box.Depth.InStart + tile.Slice;
        int covered = 0;
        for (int done = 0; done < _packing.Form.Positions;)
        {
            (int row, int column) = Math.DivRem(tile.Position + done, box.RowStep);
            int length = Math.Min(box.RowStep - column, _packing.Form.Positions - done);
            int height = box.Height.InStart + row;
            int first = Math.Max(0, box.Width.InStart + column);
            int last = Math.Min(box.Size.Width, box.Width.InStart + column + length);
            if ((uint)depth < (uint)box.Size.Depth && (uint)height < (uint)box.Size.Height && row < box.Height.Inputs && first < last)
            {
                _pieces[count++] = new PanelPiece(
                    (((depth * box.Size.Height) + height) * box.Size.Width) + first,
                    target + done + first - (box.Width.InStart + column),
                    last - first);
                covered += last - first;
            }

            done += length;
        }

        return covered;
    }
}

/// <summary>Neighbouring inputs of a row: where they begin in a plane of the image and in the panel's first channel.</summary>
internal readonly record struct PanelPiece(int Source, int Target, int Length);
