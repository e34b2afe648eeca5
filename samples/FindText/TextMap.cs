using System.Numerics;

namespace FindText;

/// <summary>What the network tells of every pixel, how likely it is text, read as boxes: so DBNet does it (Liao et al., 2020).</summary>
internal static class TextMap
{
    private const float Threshold = 0.3f;
    private const float LeastScore = 0.6f;
    private const float LeastHeight = 3;
    // The network is taught lines that are shrunk: their outlines moved inwards by a share of area / perimeter.
    private const float Enlargement = 1.5f;

    /// <summary>The boxes around connected parts above the threshold, from top to bottom.</summary>
    /// <param name="map">(height, width), from 0 to 1.</param>
    /// <param name="width">The width.</param>
    public static IEnumerable<TextBox> Boxes(ReadOnlySpan<float> map, int width)
    {
        List<TextBox> boxes = [];
        bool[] seen = new bool[map.Length];
        for (int start = 0; start < map.Length; start++)
        {
            if (map[start] > Threshold && !seen[start])
            {
                List<int> part = Part(map, width, start, seen);
                boxes.Add(SmallestRectangle.Around(Corners(part, width)) with { Score = Mean(map, part) });
            }
        }

        return
            from box in boxes
            where box.Score >= LeastScore && box.Size.Y >= LeastHeight
            orderby box.Center.Y
            select box.Enlarged(Enlargement * box.Size.X * box.Size.Y / (2 * (box.Size.X + box.Size.Y)));
    }

    // The pixels that hang together with one, those that touch at a corner included.
    private static List<int> Part(ReadOnlySpan<float> map, int width, int start, bool[] seen)
    {
        List<int> part = [start];
        seen[start] = true;
        for (int next = 0; next < part.Count; next++)
        {
            (int y, int x) = Math.DivRem(part[next], width);
            for (int row = Math.Max(y - 1, 0); row <= Math.Min(y + 1, (map.Length / width) - 1); row++)
            {
                for (int column = Math.Max(x - 1, 0); column <= Math.Min(x + 1, width - 1); column++)
                {
                    int place = (row * width) + column;
                    if (map[place] > Threshold && !seen[place])
                    {
                        seen[place] = true;
                        part.Add(place);
                    }
                }
            }
        }

        return part;
    }

    // Of the first and the last pixel of each row: no others are corners of the hull.
    private static IEnumerable<Vector2> Corners(List<int> part, int width) =>
        from row in part.GroupBy(place => place / width, place => place % width)
        from x in (int[])[row.Min(), row.Max() + 1]
        from y in (int[])[row.Key, row.Key + 1]
        select new Vector2(x, y);

    private static float Mean(ReadOnlySpan<float> map, List<int> part)
    {
        float sum = 0;
        foreach (int place in part)
        {
            sum += map[place];
        }

        return sum / part.Count;
    }
}
