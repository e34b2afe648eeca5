namespace ConvGen.Geometry;

/// <summary>A whole layer: three axes (leading ones are the identity below rank 3) and its groups.</summary>
internal sealed record LayerGeometry(int Rank, AxisGeometry Depth, AxisGeometry Height, AxisGeometry Width, int Groups)
{
    /// <summary>From the axes as a user lists them: the last is the width (the length of a 1-D layer).</summary>
    public static LayerGeometry FromAxes(IReadOnlyList<AxisGeometry> axes, int groups) => new(
        axes.Count,
        axes.Count > 2 ? axes[axes.Count - 3] : AxisGeometry.Identity,
        axes.Count > 1 ? axes[axes.Count - 2] : AxisGeometry.Identity,
        axes[axes.Count - 1],
        groups);

    /// <summary>
    /// Elements of one (input channel, output channel) kernel, kD * kH * kW; <see cref="long.MaxValue"/> where that is more.
    /// </summary>
    public long KernelVolume
    {
        get
        {
            long plane = (long)Height.Kernel * Width.Kernel;
            return plane > long.MaxValue / Depth.Kernel ? long.MaxValue : plane * Depth.Kernel;
        }
    }

    /// <summary>An ordinary convolution, not a transposed one.</summary>
    public bool IsOrdinary => Width.IsOrdinary;

    /// <summary>Taps of the phase with the most; a double, which does not overflow.</summary>
    public double MostTaps => (double)Depth.MostTaps * Height.MostTaps * Width.MostTaps;

    /// <summary>Outputs per input position: phases, with taps or without; a double, which does not overflow.</summary>
    public double StrideVolume => (double)Depth.Stride * Height.Stride * Width.Stride;

    /// <summary>Products of inputs of a size that fall into the output.</summary>
    public double Products(int depth, int height, int width) => Depth.Products(depth) * Height.Products(height) * Width.Products(width);

    /// <summary>The same, had all outputs all taps of their phase.</summary>
    public double WholeProducts(int depth, int height, int width) =>
        Depth.WholeProducts(depth) * Height.WholeProducts(height) * Width.WholeProducts(width);

    /// <summary>Axis <paramref name="axis"/> of the rank, in a user's order.</summary>
    public AxisGeometry Axis(int axis) => (axis + 3 - Rank) switch { 0 => Depth, 1 => Height, _ => Width };

    /// <summary>A kernel's element, given per axis of the rank, counted row-major.</summary>
    public int Element(IReadOnlyList<int> kernel)
    {
        int element = 0;
        for (int axis = 0; axis < Rank; axis++)
        {
            element = (element * Axis(axis).Kernel) + kernel[axis];
        }

        return element;
    }

    /// <summary>What PyTorch would call an axis.</summary>
    public static string AxisName(int rank, int axis) => (axis + 3 - rank) switch
    {
        0 => "depth",
        1 => "height",
        _ => rank == 1 ? "length" : "width",
    };
}
