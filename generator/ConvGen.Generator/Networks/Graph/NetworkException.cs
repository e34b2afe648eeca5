using System.Globalization;

namespace ConvGen.Generator.Networks.Graph;

/// <summary>A network that cannot be compiled; the message says why, and at which node, on one line whatever the model calls its parts.</summary>
internal sealed class NetworkException(string message) : Exception(Line(message))
{
    private const int MostLetters = 2000;

    private static string Line(string text)
    {
        string cut = text.Length > MostLetters ? text.Substring(0, MostLetters) + "..." : text;
        return string.Concat(cut.Select(static letter => IsPlain(letter) ? letter : '?'));
    }

    // Nothing that ends a line, hides, or turns its direction round.
    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~'
        || char.GetUnicodeCategory(letter) is <= UnicodeCategory.OtherNumber or (>= UnicodeCategory.DashPunctuation and <= UnicodeCategory.OtherSymbol);
}
