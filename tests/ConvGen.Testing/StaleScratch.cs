namespace ConvGen.Testing;

/// <summary>Leaves NaN where later calls will work: what earlier calls left behind must not matter.</summary>
public static class StaleScratch
{
    private const int MostBytes = 1 << 22;

    /// <summary>Fills a buffer of every size up to 4 MB of the pool.</summary>
    public static void Leave()
    {
        byte[][] buffers = [.. Sizes().Select(ScratchPool.Rent)];
        foreach (byte[] buffer in buffers)
        {
            // All bits set: NaN as a float, -1 as an int.
            buffer.AsSpan().Fill(0xFF);
            ScratchPool.Return(buffer);
        }
    }

    private static IEnumerable<int> Sizes()
    {
        for (int bytes = 1; bytes <= MostBytes; bytes *= 2)
        {
            yield return bytes;
        }
    }
}
