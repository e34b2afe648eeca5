using System.Numerics;

namespace FindText;

/// <summary>The rectangle of the smallest area around points.</summary>
internal static class SmallestRectangle
{
    /// <summary>The rectangle, as a box of no score.</summary>
    /// <param name="points">At least three that do not lie on one line.</param>
    public static TextBox Around(IEnumerable<Vector2> points)
    {
        // One of its sides lies on a side of the hull (Freeman and Shapira, 1975).
        Vector2[] hull = ConvexHull(points);
        return hull.Select((corner, i) => Around(hull, Vector2.Normalize(hull[(i + 1) % hull.Length] - corner))).MinBy(static box => box.Size.X * box.Size.Y);
    }

    private static TextBox Around(Vector2[] hull, Vector2 along)
    {
        // Of the two directions of a rectangle's sides, the longer one leads, and it leads to the right.
        (Vector2 across, (float from, float to) x) = (new(-along.Y, along.X), Range(hull, along));
        (float from, float to) y = Range(hull, across);
        Vector2 center = (((x.from + x.to) * along) + ((y.from + y.to) * across)) / 2;
        var size = new Vector2(x.to - x.from, y.to - y.from);
        (along, size) = size.X < size.Y ? (across, new(size.Y, size.X)) : (along, size);
        return new TextBox(center, along.X < 0 ? -along : along, size, 0);
    }

    private static (float From, float To) Range(Vector2[] points, Vector2 direction) =>
        (points.Min(point => Vector2.Dot(point, direction)), points.Max(point => Vector2.Dot(point, direction)));

    // Andrew's monotone chain: the lower side of the hull from left to right, and the upper one back.
    private static Vector2[] ConvexHull(IEnumerable<Vector2> points)
    {
        Vector2[] sorted = [.. points.OrderBy(static point => point.X).ThenBy(static point => point.Y)];
        return [.. Chain(sorted), .. Chain(sorted.Reverse())];
    }

    // Without its last point, with which the other chain begins.
    private static IEnumerable<Vector2> Chain(IEnumerable<Vector2> points)
    {
        List<Vector2> chain = [];
        foreach (Vector2 point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return chain.SkipLast(1);
    }

    private static float Turn(Vector2 a, Vector2 b, Vector2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
