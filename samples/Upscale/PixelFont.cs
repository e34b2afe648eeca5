namespace Upscale;

/// <summary>The letters that the comparison's names need, 5 by 7 dots.</summary>
internal static class PixelFont
{
    public const int Height = 7;

    private const int Width = 5;

    // A row of dots for each number, the leftmost in bit 4.
    private static readonly Dictionary<char, byte[]> s_letters = new()
    {
        ['a'] = [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        ['b'] = [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110],
        ['c'] = [0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110],
        ['e'] = [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        ['i'] = [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        ['l'] = [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        ['n'] = [0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001, 0b10001],
        ['r'] = [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],
        ['s'] = [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        ['t'] = [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        ['u'] = [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
    };

    /// <summary>Where the dots of a word lie.</summary>
    public static IEnumerable<(int X, int Y)> Dots(string word) =>
        from letter in Enumerable.Range(0, word.Length)
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        where (s_letters[word[letter]][y] >> (Width - 1 - x) & 1) == 1
        select ((letter * (Width + 1)) + x, y);
}
