using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Planning;

/// <summary>A buffer of the arena.</summary>
/// <param name="Value">The value whose memory it is.</param>
/// <param name="Length">Its elements, padding counted.</param>
/// <param name="First">The first step that uses it.</param>
/// <param name="Last">The last one.</param>
internal sealed record ArenaBuffer(GraphValue Value, int Length, int First, int Last)
{
    /// <summary>Its first element in the arena.</summary>
    public long Offset { get; set; }

    public long End => Offset + Length;
}

/// <summary>
/// One memory for all values between steps: buffers that do not live at once share it, each in the smallest gap that it fits.
/// </summary>
internal sealed class Arena
{
    // A line of the cache; vectors of any width are aligned.
    private const int Alignment = 16;

    private const long MostRounds = 200;
    private const long MostComparisons = 4_000_000;

    private static readonly Func<IEnumerable<ArenaBuffer>, IEnumerable<ArenaBuffer>>[] s_orders =
    [
        static buffers => buffers.OrderByDescending(static buffer => buffer.Length),
        static buffers => buffers.OrderByDescending(static buffer => (long)buffer.Length * (buffer.Last - buffer.First + 1)),
        static buffers => buffers.OrderByDescending(static buffer => buffer.Last - buffer.First),
        static buffers => buffers.OrderBy(static buffer => buffer.First),
        static buffers => buffers.OrderByDescending(static buffer => buffer.Last),
    ];

    private Arena(ArenaBuffer[] buffers) => Buffers = buffers;

    /// <summary>The buffers, in the order in which they are used first.</summary>
    public ArenaBuffer[] Buffers { get; }

    /// <summary>Elements of the whole.</summary>
    public long Length => Buffers.Length == 0 ? 0 : Buffers.Max(static buffer => buffer.End);

    /// <summary>The most elements that live at once: no arena is smaller.</summary>
    public long LeastLength => Buffers.Length == 0 ? 0 : Buffers.Max(at => Buffers
        .Where(buffer => buffer.First <= at.First && buffer.Last >= at.First)
        .Sum(static buffer => (long)buffer.Length));

    /// <summary>Places the buffers that steps use.</summary>
    /// <param name="steps">The steps in their order.</param>
    /// <param name="storage">Where values lie.</param>
    /// <param name="isBuffer">Whether a root is a buffer, and no input, output or constant.</param>
    public static Arena Of(IReadOnlyList<NetworkStep> steps, Storage storage, Func<GraphValue, bool> isBuffer)
    {
        var uses = new Dictionary<GraphValue, (int First, int Last)>();
        for (int step = 0; step < steps.Count; step++)
        {
            foreach (GraphValue value in steps[step].Reads.Concat(steps[step].Writes))
            {
                GraphValue root = storage.Find(value).Root;
                if (isBuffer(root))
                {
                    uses[root] = (uses.TryGetValue(root, out (int First, int Last) known) ? known.First : step, step);
                }
            }
        }

        ArenaBuffer[] buffers =
        [
            .. uses.Select(static use => new ArenaBuffer(
                    use.Key, checked((use.Key.Count + Alignment - 1) / Alignment * Alignment), use.Value.First, use.Value.Last))
                .OrderBy(static buffer => buffer.First),
        ];
        // No order is the best for every network: the shortest arena of a few.
        ArenaBuffer[][] tried = [.. s_orders.Select(order => Place([.. order(buffers)]))];
        ArenaBuffer[] shortest = Tightened(tried.OrderBy(End).First());
        return new Arena([.. shortest.OrderBy(static buffer => buffer.First)]);
    }

    // Buffers that stick out are placed first, again and again, as long as it takes little time.
    private static ArenaBuffer[] Tightened(ArenaBuffer[] shortest)
    {
        long rounds = Math.Min(MostRounds, MostComparisons / (1 + ((long)shortest.Length * shortest.Length)));
        long least = rounds == 0 ? 0 : new Arena(shortest).LeastLength;
        ArenaBuffer[] placed = shortest;
        for (; rounds > 0 && End(shortest) > least; rounds--)
        {
            long end = End(placed);
            placed = Place([.. placed.OrderByDescending(buffer => buffer.End == end)]);
            shortest = End(placed) < End(shortest) ? placed : shortest;
        }

        return shortest;
    }

    private static long End(ArenaBuffer[] placed) => placed.Max(static buffer => (long?)buffer.End) ?? 0;

    private static ArenaBuffer[] Place(ArenaBuffer[] buffers)
    {
        var placed = new List<ArenaBuffer>(buffers.Length);
        foreach (ArenaBuffer buffer in buffers.Select(static buffer => buffer with { Offset = 0 }))
        {
            ArenaBuffer[] others = [.. placed.Where(other => other.First <= buffer.Last && other.Last >= buffer.First).OrderBy(static other => other.Offset)];
            buffer.Offset = Gap(others, buffer.Length);
            placed.Add(buffer);
        }

        return [.. placed];
    }

    // The smallest gap that is long enough, else the end.
    private static long Gap(ArenaBuffer[] others, int length)
    {
        long end = 0;
        (long Offset, long Length) best = (-1, long.MaxValue);
        foreach (ArenaBuffer other in others)
        {
            long gap = other.Offset - end;
            if (gap >= length && gap < best.Length)
            {
                best = (end, gap);
            }

            end = Math.Max(end, other.End);
        }

        return best.Offset >= 0 ? best.Offset : end;
    }
}
