using System.Globalization;

namespace ConvGen.Bench;

/// <summary>Shapes as the command line has them: 1x3x640x640.</summary>
internal static class ShapeText
{
    public static int[] Parse(string text) => [.. text.Split('x').Select(static length => int.Parse(length, CultureInfo.InvariantCulture))];

    public static string Format(int[] shape) => string.Join('x', shape.Select(static length => length.ToString(CultureInfo.InvariantCulture)));
}
