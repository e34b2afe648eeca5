namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// A box of outputs of whole strides and the inputs it meets, with a margin of zeros where windows reach beyond the image. Positions
/// of a slice are counted along its rows, one row after the other with the margin between them.
/// </summary>
internal readonly record struct InterleavedBox(InputBox Input, Extent Positions, int WholeColumns, Extent First)
{
    public static InterleavedBox Create(InterleavedPacking packing, Extent place, Extent size, in LayerShape shape)
    {
        LayerPhases plan = packing.Plan.Layer;
        (AxisWindow depth, int slices) = Axis(plan.Depth, place.Depth, size.Depth, shape.Output.Depth);
        (AxisWindow height, int rows) = Axis(plan.Height, place.Height, size.Height, shape.Output.Height);
        (AxisWindow width, int columns) = Axis(plan.Width, place.Width, size.Width, shape.Output.Width);
        var input = new InputBox(depth, height, width, shape.Input);
        int whole = width.Outputs / plan.Width.Axis.Stride;
        // A single row is compact as it is; its tiles must end where it does.
        bool inPlace = rows == 1 && height.Inputs == 1 && slices == 1 && depth.Inputs == 1
            && whole >= packing.Tile.Positions && !input.HasMargin && !packing.Plan.SharesWindow;
        return new InterleavedBox(
            input with { InPlace = inPlace },
            new Extent(slices, rows, columns),
            whole,
            new Extent(
                depth.OutStart / plan.Depth.Axis.Stride,
                height.OutStart / plan.Height.Axis.Stride,
                width.OutStart / plan.Width.Axis.Stride));
    }

    private static (AxisWindow Window, int Positions) Axis(AxisPhases axis, int place, int size, int output)
    {
        int stride = axis.Axis.Stride;
        int start = place * size;
        int end = (int)Math.Min(((long)place + 1) * size, output);
        int first = start / stride;
        int positions = ((end - 1) / stride) + 1 - first;
        return (new AxisWindow(start, end, first + axis.MinShift, first + positions + axis.MaxShift), positions);
    }
}
