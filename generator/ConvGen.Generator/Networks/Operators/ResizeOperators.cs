using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Larger and smaller pictures.</summary>
internal static class ResizeOperators
{
    private static readonly Dictionary<string, string> s_coordinates = new(StringComparer.Ordinal)
    {
        ["half_pixel"] = "HalfPixel",
        ["pytorch_half_pixel"] = "PyTorchHalfPixel",
        ["half_pixel_symmetric"] = "HalfPixelSymmetric",
        ["asymmetric"] = "Asymmetric",
        ["align_corners"] = "AlignCorners",
        ["tf_half_pixel_for_nn"] = "HalfPixelForNearest",
    };

    private static readonly Dictionary<string, string> s_roundings = new(StringComparer.Ordinal)
    {
        ["round_prefer_floor"] = "RoundPreferFloor",
        ["round_prefer_ceil"] = "RoundPreferCeil",
        ["floor"] = "Floor",
        ["ceil"] = "Ceil",
    };

    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("Resize", new OperatorRule(Infer, Call)),
        // The older operator, and Resize of opset 10, have no modes.
        new("Upsample", new OperatorRule(Infer, Call)),
    ];

    private static bool IsOld(GraphNode node) => node.Op == "Upsample" || node.Opset < 11;

    // All axes; what is not resized has the scale 1.
    private static float[]? Scales(GraphNode node)
    {
        float[]? scales = node.Attributes.Reals("scales") ?? node.Known(IsOld(node) ? 1 : 2)?.Reals;
        return scales is { Length: > 0 } ? Spread(node, scales, 1f) : IsKept(node) ? Spread(node, Kept(node), 1f) : null;
    }

    private static bool IsKept(GraphNode node) => node.Attributes.Text("keep_aspect_ratio_policy", "stretch") != "stretch" && node.Optional(3) is not null;

    // One scale for all axes, so that none is longer, or shorter, than its wanted size.
    private static float[] Kept(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        float[] scales = [.. Spread(node, node.Integers(3)!, -1L).Zip(shape, static (size, length) => (float)size / length).Where(static scale => scale >= 0)];
        OperatorRule.Require(scales.Length > 0, node, "has no sizes");
        float scale = node.Attributes.Text("keep_aspect_ratio_policy", "") == "not_larger" ? scales.Min() : scales.Max();
        return [.. scales.Select(_ => scale)];
    }

    private static T[] Spread<T>(GraphNode node, T[] numbers, T otherwise)
    {
        int rank = node.Input(0).Shape.Length;
        int[] axes = node.Attributes.Integers("axes") is { } named
            ? [.. named.Select(axis => Axes.Of(axis, rank, node))]
            : [.. Enumerable.Range(0, rank)];
        OperatorRule.Require(axes.Length == numbers.Length, node, "has scales or sizes that are not one for each axis");
        T[] all = [.. Enumerable.Repeat(otherwise, rank)];
        for (int i = 0; i < axes.Length; i++)
        {
            all[axes[i]] = numbers[i];
        }

        return all;
    }

    private static void Infer(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        OperatorRule.Require(shape.All(static length => length >= 1), node, $"enlarges {Shapes.Text(shape)}, which is empty");
        OperatorRule.Require(node.Attributes.Integer("antialias", 0) == 0, node, "is antialiased, which is not computed");
        if (Scales(node) is { } scales)
        {
            OperatorRule.Require(scales.All(static scale => scale > 0), node, "has a scale that is not above 0");
            double rounding = IsKept(node) ? 0.5 : 0;
            OperatorRule.SetShape(node, [.. shape.Select((length, axis) => checked((int)Math.Floor((length * (double)scales[axis]) + rounding)))]);
            return;
        }

        long[] sizes = node.Integers(3) ?? throw new NetworkException($"{node} has neither scales nor sizes");
        OperatorRule.SetShape(node, [.. Spread(node, sizes, -1L).Select((length, axis) => length < 0 ? shape[axis] : checked((int)length))]);
    }

    private static OperatorCall Call(GraphNode node)
    {
        bool isOld = IsOld(node);
        string coordinates = isOld ? "asymmetric" : node.Attributes.Text("coordinate_transformation_mode", "half_pixel");
        string rounding = isOld ? "floor" : node.Attributes.Text("nearest_mode", "round_prefer_floor");
        string mode = node.Attributes.Text("mode", "nearest");
        OperatorRule.Require(s_coordinates.ContainsKey(coordinates), node, $"has the coordinates {coordinates}, which are not computed");
        OperatorRule.Require(s_roundings.ContainsKey(rounding), node, $"has the nearest_mode {rounding}, which is unknown");
        object[] given = [node.Input(0), node.Input(0).Shape, Scales(node) ?? [], "ResizeCoordinates." + s_coordinates[coordinates]];
        object[] made = [node.Output, node.Output.Shape];
        bool excludes = node.Attributes.Integer("exclude_outside", 0) != 0;
        return mode switch
        {
            "nearest" => new OperatorCall("Resizing.Nearest", [.. given, "NearestRounding." + s_roundings[rounding], .. made]),
            "linear" or "bilinear" => new OperatorCall("Resizing.Linear", [.. given, excludes, .. made]),
            "cubic" => new OperatorCall("Resizing.Cubic", [.. given, node.Attributes.Real("cubic_coeff_a", -0.75f), excludes, .. made]),
            _ => throw new NetworkException($"{node} has the mode {mode}; nearest, linear and cubic are computed"),
        };
    }
}
