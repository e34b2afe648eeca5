namespace ConvGen.Testing;

/// <summary>Changes files as accidents and attackers do.</summary>
public static class FileDamage
{
    /// <summary>A damaged copy: one to four bytes, runs of bytes or lengths are other ones, gone, or there twice.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="seed">Which damage.</param>
    public static byte[] Apply(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        List<byte> damaged = [.. bytes];
        for (int change = random.Next(1, 5); change > 0 && damaged.Count > 0; change--)
        {
            int at = random.Next(damaged.Count);
            int length = Math.Min(random.Next(1, 20), damaged.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 2:
                    damaged.RemoveRange(at, length);
                    break;
                case 3:
                    damaged.InsertRange(random.Next(damaged.Count), damaged.GetRange(at, length));
                    break;
                case 4:
                    // The longest varint, as a length or a number.
                    damaged.InsertRange(at, [0xFF, 0xFF, 0xFF, 0xFF, (byte)random.Next(256), .. random.Next(2) == 0 ? (byte[])[] : [0xFF, 0xFF, 0xFF, 0xFF, 1]]);
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return [.. damaged];
    }
}
