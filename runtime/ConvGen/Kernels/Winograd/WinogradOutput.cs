namespace ConvGen.Kernels.Winograd;

/// <summary>The products of one phase, [point][patch][channel], to its outputs in the strip.</summary>
internal static class WinogradOutput
{
    /// <summary>Elements of the products, and of a half-transformed copy.</summary>
    public static long Capacity(WinogradShape shape, Extent box, int channels) => Math.Max(
        (long)shape.Depth.SharedPoints * shape.Height.SharedPoints, 1) * shape.Width.SharedPoints * box.Volume * channels;

    /// <summary>Transforms; <paramref name="products"/> and <paramref name="other"/> are both overwritten.</summary>
    public static void Transform(
        WinogradShape shape, VectorKernels transforms, in WinogradBox box, WinogradPhase phase, Span<Element> products, Span<Element> other,
        in Strip strip, Span<Element> sums)
    {
        int patchLength = strip.Channels;
        int pointLength = box.Count * patchLength;
        int heightPoints = shape.Height.PointCount(phase.Height);
        int widthPoints = shape.Width.PointCount(phase.Width);
        Span<Element> current = products;
        Span<Element> free = other;
        if (shape.Depth.Taps > 1 && !shape.Depth.IsRaw(phase.Depth))
        {
            int length = heightPoints * widthPoints * pointLength;
            Transform(shape.Depth, transforms, current, free, length);
            Span<Element> swap = current;
            current = free;
            free = swap;
        }

        if (shape.Height.Taps > 1 && !shape.Height.IsRaw(phase.Height))
        {
            int length = widthPoints * pointLength;
            for (int slice = 0; slice < shape.Depth.Patch; slice++)
            {
                Transform(shape.Height, transforms, current[(slice * heightPoints * length)..], free[(slice * shape.Height.Patch * length)..], length);
            }

            current = free;
        }

        Scatter(shape, transforms, box, phase, current, strip, sums);
    }

    private static void Transform(WinogradAxis axis, VectorKernels transforms, Span<Element> products, Span<Element> outputs, int length)
    {
        TransformArguments args = axis.Arguments(ref products[0], ref outputs[0]);
        (args.Patches, args.Length, args.SourceStep, args.TargetStep) = (1, length, length, length);
        transforms.Outputs(args);
    }

    // The last axis is transformed on the way to the strip; outputs outside the image are left out.
    private static void Scatter(
        WinogradShape shape, VectorKernels transforms, in WinogradBox box, WinogradPhase phase, ReadOnlySpan<Element> rows, in Strip strip,
        Span<Element> sums)
    {
        int pointLength = box.Count * strip.Channels;
        int widthPoints = shape.Width.PointCount(phase.Width);
        bool copies = shape.Width.Taps == 1 || shape.Width.IsRaw(phase.Width);
        TransformArguments args = shape.Width.Arguments(ref Unsafe.AsRef(in rows[0]), ref sums[0]);
        (args.Patches, args.Length) = (box.Width.Patches, strip.Channels);
        (args.SourceStep, args.SourcePatchStep) = (pointLength, strip.Channels);
        (args.FirstOutput, args.ExistingOutputs) = (box.Width.Output(0, phase.Width) - strip.Width.OutStart, strip.Width.Outputs);
        for (int z = 0; z < box.Depth.Patches * shape.Depth.Patch; z++)
        {
            int depth = box.Depth.Output(z, phase.Depth) - strip.Depth.OutStart;
            for (int y = 0; y < box.Height.Patches * shape.Height.Patch && (uint)depth < (uint)strip.Depth.Outputs; y++)
            {
                int height = box.Height.Output(y, phase.Height) - strip.Height.OutStart;
                if ((uint)height >= (uint)strip.Height.Outputs)
                {
                    continue;
                }

                (int patchZ, int insideZ) = Math.DivRem(z, shape.Depth.Patch);
                (int patchY, int insideY) = Math.DivRem(y, shape.Height.Patch);
                int source = (((insideZ * shape.Height.Patch) + insideY) * widthPoints * pointLength)
                    + (((patchZ * box.Height.Patches) + patchY) * box.Width.Patches * strip.Channels);
                int target = ((depth * strip.Height.Outputs) + height) * strip.Width.Outputs * strip.Channels;
                args.Source = ref Unsafe.AsRef(in rows[source]);
                args.Target = ref sums[target];
                if (copies)
                {
                    Copy(args, shape.Width.Axis.Stride);
                }
                else
                {
                    transforms.Rows(args);
                }
            }
        }
    }

    // Where the last axis has nothing to transform, products are outputs.
    private static void Copy(in TransformArguments args, int stride)
    {
        for (int window = 0; window < args.Patches * args.Outputs; window++)
        {
            (int patch, int output) = Math.DivRem(window, args.Outputs);
            ref Element product = ref Unsafe.Add(ref args.Source, (patch * args.SourcePatchStep) + (output * args.SourceStep));
            int place = args.FirstOutput + (window * stride);
            if ((uint)place < (uint)args.ExistingOutputs)
            {
                ShortCopy.Copy(ref product, ref Unsafe.Add(ref args.Target, place * args.Length), (int)args.Length);
            }
        }
    }
}
