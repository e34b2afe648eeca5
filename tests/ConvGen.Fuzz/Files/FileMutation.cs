namespace ConvGen.Fuzz.Files;

/// <summary>Damages files.</summary>
internal sealed class FileMutation(Random random)
{
    private static readonly long[] s_numbers =
        [0, 1, -1, byte.MaxValue, short.MaxValue, ushort.MaxValue, int.MaxValue, int.MinValue, uint.MaxValue, 100_000_000, long.MaxValue, long.MinValue];

    private readonly Dice _dice = new(random);

    public byte[] Mutate(byte[] file)
    {
        for (int damage = _dice.Roll(1, 3); damage > 0 && file.Length > 0; damage--)
        {
            file = Once(file);
        }

        return file;
    }

    private byte[] Once(byte[] file)
    {
        int at = _dice.Roll(0, file.Length - 1);
        int end = _dice.Roll(at, Math.Min(file.Length, at + 16));
        switch (_dice.Roll(0, 7))
        {
            case 0:
                return file[..at];
            case 1:
                return [.. file[..at], .. file[end..]];
            case 2:
                return [.. file[..end], .. file[at..]];
            case 3:
                var inserted = new byte[end - at];
                random.NextBytes(inserted);
                return [.. file[..at], .. inserted, .. file[at..]];
            case 4:
                byte[] number = BitConverter.GetBytes(_dice.Pick(s_numbers))[..Math.Min(_dice.Pick(1, 2, 4, 8), file.Length - at)];
                return [.. file[..at], .. number, .. file[(at + number.Length)..]];
            case 5:
                // Lengths, counts and offsets of headers are digits.
                int digit = Array.FindIndex(file, at, static value => value is >= (byte)'0' and <= (byte)'9');
                return digit < 0 ? file : [.. file[..digit], (byte)('0' + _dice.Roll(0, 9)), .. file[(digit + 1)..]];
            case 6:
                return [.. file[..at], _dice.Pick("{}[]()'\",:0-\\ "u8.ToArray()), .. file[(at + 1)..]];
            default:
                return [.. file[..at], (byte)(file[at] ^ (1 << _dice.Roll(0, 7))), .. file[(at + 1)..]];
        }
    }
}
