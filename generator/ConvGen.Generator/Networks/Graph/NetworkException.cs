using System.Globalization;

namespace ConvGen.Generator.Networks.Graph;

/// <summary>A network that cannot be compiled; the message says why, and at which node, on one line whatever the model calls its parts.</summary>
internal sealed class NetworkException(string message) : Exception(Line(message))
{
    private const int MostLetters = 2000;

    /// <summary>Whether a letter neither ends a line, nor hides, nor turns its direction round.</summary>
    public static bool IsPlain(char letter) => letter is >= ' ' and <= '~'
        || char.GetUnicodeCategory(letter) is <= UnicodeCategory.OtherNumber or (>= UnicodeCategory.DashPunctuation and <= UnicodeCategory.OtherSymbol);

    private static string Line(string text)
    {
        string cut = text.Length > MostLetters ? text.Substring(0, MostLetters) + "..." : text;
        return string.Concat(cut.Select(static letter => IsPlain(letter) ? letter : '?'));
    }
}
