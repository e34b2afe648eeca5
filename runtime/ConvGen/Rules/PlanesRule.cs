namespace ConvGen.Rules;

/// <summary>Which depthwise planes the runtime computes line by line, without tiles.</summary>
internal static class PlanesRule
{
    /// <summary>Two lines at a time: k4 s2 with an odd padding.</summary>
    public static bool Doubles(LayerGeometry geometry) => Doubles(geometry.Height) && Doubles(geometry.Width);

    /// <summary>Lines whose lanes are neighbouring outputs: k = 2 s, a vector of outputs to an input.</summary>
    public static bool Enlarges(LayerGeometry geometry) =>
        HasTwoTaps(geometry.Height) && HasTwoTaps(geometry.Width) && geometry.Width.Stride is 8 or 16;

    private static bool Doubles(AxisGeometry axis) => axis is { Kernel: 4, Stride: 2, Dilation: 1 } && axis.PadBegin % 2 != 0;

    private static bool HasTwoTaps(AxisGeometry axis) => axis.Dilation == 1 && axis.Kernel == 2 * axis.Stride;
}
