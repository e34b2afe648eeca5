namespace ConvGen.Kernels;

internal delegate void EpilogueKernel(in EpilogueArguments args);

/// <summary>
/// What follows the bias, applied to a box of outputs as soon as they are written, while they are in a cache: activations, residuals. One
/// emitted kernel for whatever wrote them.
/// </summary>
internal static class EpiloguePass
{
    private const int MostLanes = 16;

    /// <summary>Applies the epilogue of a layer to a box of the output planes of some blocks.</summary>
    public static void Run(
        in LayerCall call, scoped in WorkUnit unit, int firstBlock, int endBlock, AxisWindow depth, AxisWindow height, AxisWindow width)
    {
        Extent size = call.Shape.Output;
        // What lies next to each other is one run.
        bool wholeRows = width.Outputs == size.Width;
        bool wholeSlices = wholeRows && height.Outputs == size.Height;
        int slices = wholeSlices ? 1 : depth.Outputs;
        int rows = wholeRows ? 1 : height.Outputs;
        int length = (wholeSlices ? depth.Outputs * height.Outputs : wholeRows ? height.Outputs : 1) * width.Outputs;
        (int first, int end) = call.ChannelsOf(unit, firstBlock, endBlock);
        EpilogueKernel kernel = call.Layer.Kernels(SimdSupport.Widest).Finish;
        int lanes = SimdSupport.Lanes(SimdSupport.Widest);
        for (int channel = first; channel < end; channel++)
        {
            (int plane, int residual) = (
                (int)call.Shape.OutputPlane(unit.Image, channel, call.Shape.OutputGap),
                (int)call.Shape.OutputPlane(unit.Image, channel, call.Shape.ResidualGap));
            for (int slice = 0; slice < slices; slice++)
            {
                for (int row = 0; row < rows; row++)
                {
                    int line = ((depth.OutStart + slice) * size.Height) + height.OutStart + row;
                    int start = (line * size.Width) + width.OutStart;
                    Run(
                        kernel,
                        lanes,
                        call.Output.Slice(plane + start, length),
                        call.Residual.IsEmpty ? default : call.Residual.Slice(residual + start, length),
                        call.ChannelParameters.IsEmpty ? default : call.ChannelParameters.Slice(channel, 1));
                }
            }
        }
    }

    private static void Run(
        EpilogueKernel kernel, int lanes, Span<Element> outputs, ReadOnlySpan<Element> residual, ReadOnlySpan<Element> channel)
    {
        int length = outputs.Length;
        var args = new EpilogueArguments
        {
            Outputs = ref MemoryMarshal.GetReference(outputs),
            Residual = ref MemoryMarshal.GetReference(residual),
            Channel = ref MemoryMarshal.GetReference(channel),
            Length = length / lanes * lanes,
        };
        kernel(args);
        int done = (int)args.Length;
        if (done == length)
        {
            return;
        }

        // The rest, in a vector of its own.
        Span<Element> rest = stackalloc Element[MostLanes];
        Span<Element> added = stackalloc Element[MostLanes];
        rest.Clear();
        added.Clear();
        outputs[done..].CopyTo(rest);
        if (!residual.IsEmpty)
        {
            residual[done..].CopyTo(added);
        }

        kernel(new EpilogueArguments { Outputs = ref rest[0], Residual = ref added[0], Channel = ref args.Channel, Length = lanes });
        rest[..(length - done)].CopyTo(outputs[done..]);
    }
}
