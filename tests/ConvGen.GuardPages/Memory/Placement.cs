namespace ConvGen.GuardPages.Memory;

/// <summary>The side on which memory meets an inaccessible page.</summary>
internal enum Edge
{
    /// <summary>Memory begins there.</summary>
    AfterPage,

    /// <summary>Memory ends there.</summary>
    BeforePage,
}

/// <summary>Where memory lies: at a page that nobody may touch, or a gap of canaries away from it.</summary>
/// <param name="Edge">The side.</param>
/// <param name="Gap">Bytes between.</param>
internal readonly record struct Placement(Edge Edge, int Gap)
{
    /// <summary>The most alignments to floats that there are within a cache line.</summary>
    public const int MostAlignments = 16;

    /// <summary>What memory holds that nobody has written to: one side NaN, the other a large number.</summary>
    public float Garbage => Edge == Edge.BeforePage ? float.NaN : 1e30f;

    /// <summary>Both sides, at so many alignments spread over a cache line.</summary>
    public static IEnumerable<Placement> All(int alignments) =>
        from gap in Enumerable.Range(0, alignments).Select(i => i * MostAlignments / alignments * sizeof(float))
        from edge in (Edge[])[Edge.AfterPage, Edge.BeforePage]
        select new Placement(edge, gap);

    /// <summary>The place, as <c>4 bytes before a page</c>.</summary>
    public override string ToString() => $"{Gap} bytes {(Edge == Edge.BeforePage ? "before" : "after")} a page";
}
