namespace ConvGen.Kernels;

/// <summary>
/// How much of the output is computed at a time: so much that weights, once in the first-level cache, serves many
/// tiles, and so little that the inputs it meets and the sums stay in the second-level cache.
/// </summary>
internal static class BoxSize
{
    // Shares of a 512 KB second-level cache, in elements.
    private const int InputElements = 48 * 1024;
    private const int StripElements = 32 * 1024;

    private const int LargeInputElements = 192 * 1024;

    private const int LargeWeights = 512 * 1024;

    // Larger: every input is read once per tile, not once per channel block.
    private const int WindowInputElements = LargeInputElements;

    // Fewer positions would reload the weights too often, however many input channels there are.
    private const int LeastPositions = 96;

    // Some tiles: the last one of a box may be nearly empty. More with many output channels, beside whose products a copy counts little.
    private const int LeastSharedPositions = 256;
    private const long SharedPositionsPerChannel = 4;

    // Boxes with more rows than threads ask for, so that fewer tiles are partly empty: up to so many times, and by as much at least.
    private const long MostMoreRows = 4;
    private const double LeastGainOfRows = 0.98;

    // Of so many, a last one that is nearly empty counts little.
    private const int ManyTiles = 50;

    private const int MostOutputs = 1 << 20;

    /// <summary>A box of up to <paramref name="most"/> outputs.</summary>
    public static Extent Choose(LayerPhases plan, PhasePacking packing, in LayerShape shape, long most)
    {
        long scale = OutputsOfPosition(plan, shape);
        long positions = Math.Min(InputElements / packing.InPerGroup, StripElements / (packing.Tile.Channels * scale));
        // Weights that no second-level cache holds are read anew for every box.
        long weights = (long)packing.InPerGroup * packing.OutPerGroup * plan.Taps;
        long least = weights > LargeWeights ? LargeInputElements / packing.InPerGroup : 0;
        Extent size = Part(plan, shape, Math.Min(Math.Max(Math.Max(positions, least), LeastPositions) * scale, Math.Min(most, MostOutputs)));
        return shape.Even(shape.Output, size, new Extent(plan.Depth.Axis.Stride, plan.Height.Axis.Stride, plan.Width.Axis.Stride), packing.Layout);
    }

    /// <summary>
    /// A box of up to <paramref name="most"/> outputs, a third more where that fills tiles, and at least those of a position, for rows of
    /// phases, whose tiles take what they need of it into the first-level cache: whole strides, since a position's outputs are computed
    /// together.
    /// </summary>
    /// <param name="plan">The layer.</param>
    /// <param name="sharesWindow">All phases of a position meet the same inputs.</param>
    /// <param name="inPerGroup">Input channels of a group.</param>
    /// <param name="tile">Positions of a tile that runs on from line to line, 1 where none does.</param>
    /// <param name="blocks">Channel blocks of a group.</param>
    /// <param name="shape">The sizes of the call.</param>
    /// <param name="most">Outputs.</param>
    public static Extent ForInterleaved(
        LayerPhases plan, bool sharesWindow, int inPerGroup, int tile, int blocks, in LayerShape shape, long most)
    {
        long scale = OutputsOfPosition(plan, shape);
        long fitting = Math.Min(
            Math.Max((sharesWindow ? WindowInputElements : InputElements) / inPerGroup, LeastPositions), Math.Min(most, MostOutputs) / scale);
        long positions = fitting;
        if (sharesWindow)
        {
            // Boxes cost nothing but the ends of their rows, whereas parts of the channels would each copy the inputs.
            long all = shape.Output.Volume / scale * shape.Batch * plan.Geometry.Groups;
            long least = Math.Max(LeastSharedPositions, SharedPositionsPerChannel * shape.OutChannels / plan.Geometry.Groups);
            least = blocks == 1 && shape.Threads > 1 ? Math.Min(least, (all / shape.Threads) + 1) : least;
            positions = Math.Min(positions, Math.Max(all / WorkGrid.LeastUnits, least));
        }

        int width = Strides(plan.Width, shape.Output.Width, ref positions);
        int inputs = plan.Width.Positions(width);
        long mostRows = Math.Min(fitting * 4 / 3 / inputs, MostMoreRows * positions);
        int height = Strides(plan.Height, shape.Output.Height, ref positions);
        if (sharesWindow)
        {
            // Blocks may be shared between threads too.
            long units = (long)shape.Batch * plan.Geometry.Groups * blocks;
            height = FullTiles(plan.Height, shape.Output.Height, height, mostRows, inputs, tile, units);
        }

        return new Extent(Strides(plan.Depth, shape.Output.Depth, ref positions), height, width);
    }

    /// <summary>Outputs of an input position: strides, unless they are longer than the output.</summary>
    public static long OutputsOfPosition(LayerPhases plan, in LayerShape shape) =>
        Scale(plan.Depth, shape.Output.Depth) * Scale(plan.Height, shape.Output.Height) * Scale(plan.Width, shape.Output.Width);

    // Equal parts of up to so many positions; then what is left of them for further axes.
    private static int Strides(AxisPhases axis, int output, ref long positions)
    {
        int all = axis.Positions(output);
        long most = Math.Max(1, positions);
        long parts = (all + most - 1) / most;
        long part = (all + parts - 1) / parts;
        positions /= part;
        return (int)Math.Min(output, part * axis.Axis.Stride);
    }

    // Up to so many rows, where they leave the last tiles of boxes fuller, and boxes enough for threads.
    private static int FullTiles(AxisPhases axis, int output, int height, long most, int width, int tile, long units)
    {
        int all = axis.Positions(output);
        int best = axis.Positions(height);
        if (Covering(best) >= ManyTiles)
        {
            return height;
        }

        long tiles = Tiles(best);
        for (int rows = 1; rows <= Math.Min(most, all) && (rows <= best || (all + rows - 1L) / rows * units >= WorkGrid.LeastUnits); rows++)
        {
            if (Tiles(rows) is var fewer && fewer < LeastGainOfRows * tiles)
            {
                (best, tiles) = (rows, fewer);
            }
        }

        return (int)Math.Min(output, (long)best * axis.Axis.Stride);

        long Tiles(int rows) => ((long)all / rows * Covering(rows)) + Covering(all % rows);

        long Covering(int rows) => (((long)rows * width) + tile - 1) / tile;
    }

    private static Extent Part(LayerPhases plan, in LayerShape shape, long outputs)
    {
        int width = Part(plan.Width, shape.Output.Width, outputs);
        int height = Part(plan.Height, shape.Output.Height, outputs / width);
        return new Extent(Part(plan.Depth, shape.Output.Depth, outputs / width / height), height, width);
    }

    private static long Scale(AxisPhases axis, int output) => Math.Min(axis.Axis.Stride, output);

    // Equal parts of whole strides, so that no box is left with a sliver.
    private static int Part(AxisPhases axis, int output, long most)
    {
        if (output <= most)
        {
            return output;
        }

        int stride = (int)Math.Min(axis.Axis.Stride, Math.Max(1, most));
        long parts = (output + Math.Max(most, 1) - 1) / Math.Max(most, 1);
        long part = (output + parts - 1) / parts;
        return (int)Math.Min(output, (part + stride - 1) / stride * stride);
    }
}
