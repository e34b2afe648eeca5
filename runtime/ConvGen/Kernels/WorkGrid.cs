namespace ConvGen.Kernels;

/// <summary>How a call falls into units: boxes, images and groups, and parts of the channel blocks where those are few.</summary>
/// <param name="Boxes">Boxes along the axes.</param>
/// <param name="Batch">Images.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Blocks">Channel blocks of a group.</param>
internal readonly record struct WorkGrid(Extent Boxes, int Batch, int Groups, int Blocks)
{
    /// <summary>Enough for some threads to share evenly; more would repeat the work on inputs.</summary>
    public const int LeastUnits = 16;

    /// <summary>Boxes of images and groups: parts of the channel blocks meet the same inputs.</summary>
    public int Inputs => checked((int)(Boxes.Volume * Batch * Groups));

    /// <summary>Parts of the channel blocks, where boxes, images and groups are few.</summary>
    public int BlockParts => Math.Clamp(LeastUnits / Math.Max(1, Inputs), 1, Math.Max(1, Blocks));

    public int Units => Inputs * BlockParts;

    /// <summary>A unit by its number: neighbours share a box, then an image and group.</summary>
    public WorkUnit this[int index]
    {
        get
        {
            (int input, int part) = Math.DivRem(index, BlockParts);
            (int rest, int group) = Math.DivRem(input, Groups);
            (int box, int image) = Math.DivRem(rest, Batch);
            (int row, int width) = Math.DivRem(box, Boxes.Width);
            (int depth, int height) = Math.DivRem(row, Boxes.Height);
            return new WorkUnit(
                box,
                input,
                new Extent(depth, height, width),
                image,
                group,
                (int)((long)Blocks * part / BlockParts),
                (int)((long)Blocks * (part + 1) / BlockParts));
        }
    }

    /// <summary>A unit and those after it, up to <paramref name="end"/>, that share its inputs, as one.</summary>
    public WorkUnit Sharing(int index, int end, out int next)
    {
        next = Math.Min(end, index - (index % BlockParts) + BlockParts);
        return this[index] with { EndBlock = this[next - 1].EndBlock };
    }
}

/// <summary>One unit, or several that share their inputs.</summary>
/// <param name="Box">The number of its box.</param>
/// <param name="Input">The number of its box, image and group: units of one number share their inputs.</param>
/// <param name="Place">Its box along the axes.</param>
/// <param name="Image">Its image.</param>
/// <param name="Group">Its group.</param>
/// <param name="FirstBlock">Its first channel block.</param>
/// <param name="EndBlock">The block after its last.</param>
internal readonly record struct WorkUnit(int Box, int Input, Extent Place, int Image, int Group, int FirstBlock, int EndBlock);
