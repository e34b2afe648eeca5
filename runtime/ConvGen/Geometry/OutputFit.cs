namespace ConvGen.Geometry;

/// <summary>Paddings that give an axis a wished output length.</summary>
/// <param name="Padding">p.</param>
/// <param name="OutputPadding">op.</param>
internal readonly record struct OutputFit(long Padding, long OutputPadding)
{
    /// <summary>
    /// The legal paddings with the least op, from <c>out = (in - 1)s - 2p + d(k - 1) + op + 1</c>, or of an ordinary convolution the least p, from
    /// <c>out = floor((in + 2p - d(k - 1) - 1) / s) + 1</c>; null where there are none.
    /// </summary>
    public static OutputFit? Find(AxisGeometry axis, long input, long output)
    {
        if (axis.IsOrdinary)
        {
            long lacking = ((output - 1) * axis.InStep) + ((long)axis.Dilation * (axis.Kernel - 1)) + 1 - input;
            long padding = Math.Max(0, (lacking + 1) / 2);
            return output > 0 && (2 * padding) - lacking < axis.InStep ? new OutputFit(padding, 0) : null;
        }

        long excess = ((input - 1) * axis.Stride) + ((long)axis.Dilation * (axis.Kernel - 1)) + 1 - output;
        OutputFit fit = excess > 0 ? new OutputFit((excess + 1) / 2, excess % 2) : new OutputFit(0, -excess);
        return output > 0 && fit.OutputPadding < Math.Max(axis.Stride, axis.Dilation) ? fit : null;
    }
}
