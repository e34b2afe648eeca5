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
            nint plane = ((nint)unit.Image * call.Shape.OutChannels) + channel;
            for (int slice = 0; slice < slices; slice++)
            {
                for (int row = 0; row < rows; row++)
                {
                    nint line = (((plane * size.Depth) + depth.OutStart + slice) * size.Height) + height.OutStart + row;
                    Run(call, kernel, lanes, channel, (int)(line * size.Width) + width.OutStart, length);
                }
            }
        }
    }

    private static void Run(in LayerCall call, EpilogueKernel kernel, int lanes, int channel, int start, int length)
    {
        Span<Element> outputs = call.Output.Slice(start, length);
        ReadOnlySpan<Element> residual = call.Residual.IsEmpty ? default : call.Residual.Slice(start, length);
        var args = new EpilogueArguments
        {
            Outputs = ref MemoryMarshal.GetReference(outputs),
            Residual = ref MemoryMarshal.GetReference(residual),
            Length = length / lanes * lanes,
        };
        if (!call.ChannelParameters.IsEmpty)
        {
            args.Channel = ref Unsafe.AsRef(in call.ChannelParameters[channel]);
        }

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
