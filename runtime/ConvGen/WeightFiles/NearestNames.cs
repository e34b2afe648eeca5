namespace ConvGen.WeightFiles;

/// <summary>Names like a wrong one, for its message.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    // Longer ones are no slips of the pen.
    private const int LongestName = 200;

    public static string Text(string name, IEnumerable<string> names)
    {
        string[] nearest = name.Length > LongestName ? [] : Of(name, names.Where(static other => other.Length <= LongestName));
        return nearest.Length == 0 ? "" : $"; the nearest are {string.Join(", ", nearest.Select(static other => $"'{other}'"))}";
    }

    /// <summary>The nearest, in their order; of equally near ones those that come first.</summary>
    public static string[] Of(string name, IEnumerable<string> names) => [.. names.OrderBy(other => Distance(name, other)).Take(Shown)];

    // Levenshtein's: letters put in, left out or changed.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
