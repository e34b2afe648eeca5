namespace ConvGen.Kernels.Winograd;

/// <summary>The products of one phase, [point][patch][channel], to its outputs in the strip.</summary>
internal static class WinogradOutput
{
    /// <summary>Elements of the products, and of a half-transformed copy.</summary>
    public static long Capacity(WinogradShape shape, Extent box, int channels) => Math.Max(
        (long)shape.Depth.SharedPoints * shape.Height.SharedPoints, 1) * shape.Width.SharedPoints * box.Volume * channels;

    /// <summary>Transforms; <paramref name="products"/> and <paramref name="other"/> are both overwritten.</summary>
    public static void Transform<TSimd, TVector>(
        WinogradShape shape, in WinogradBox box, WinogradPhase phase, Span<Element> products, Span<Element> other, in Strip strip, Span<Element> sums)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
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
            WinogradTransform.Output<TSimd, TVector>(shape.Depth, ref current[0], length, ref free[0], length, length);
            Span<Element> swap = current;
            current = free;
            free = swap;
        }

        if (shape.Height.Taps > 1 && !shape.Height.IsRaw(phase.Height))
        {
            int length = widthPoints * pointLength;
            for (int slice = 0; slice < shape.Depth.Patch; slice++)
            {
                WinogradTransform.Output<TSimd, TVector>(
                    shape.Height,
                    ref current[slice * heightPoints * length],
                    length,
                    ref free[slice * shape.Height.Patch * length],
                    length,
                    length);
            }

            current = free;
        }

        Scatter<TSimd, TVector>(shape, box, phase, current, strip, sums);
    }

    // The last axis is transformed on the way to the strip; outputs outside the image are left out.
    private static void Scatter<TSimd, TVector>(
        WinogradShape shape, in WinogradBox box, WinogradPhase phase, ReadOnlySpan<Element> rows, in Strip strip, Span<Element> sums)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        int pointLength = box.Count * strip.Channels;
        int widthPoints = shape.Width.PointCount(phase.Width);
        var row = new WinogradRow(
            shape.Width,
            shape.Width.IsRaw(phase.Width),
            box.Width.Patches,
            strip.Channels,
            pointLength,
            box.Width.Output(0, phase.Width) - strip.Width.OutStart,
            strip.Width.Outputs);
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
                row.Write<TSimd, TVector>(ref Unsafe.AsRef(in rows[source]), ref sums[target]);
            }
        }
    }
}
