using System.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>Names of a model as C# may have them, each once.</summary>
internal sealed class NetworkNames
{
    private const int MostLetters = 48;

    // Types whose members statements name: a local of the name would hide them.
    private static readonly string[] s_types =
    [
        "Elementwise", "Matrices", "Movement", "NearestRounding", "NetworkRun", "Normalization", "PadMode", "Pooling", "Reductions", "ResizeCoordinates", "Resizing",
    ];

    private readonly HashSet<string> _used;

    /// <param name="reserved">Names that are taken, besides those of the runtime's types.</param>
    public NetworkNames(params string[] reserved) => _used = new HashSet<string>(reserved.Concat(s_types), StringComparer.Ordinal);

    /// <summary>A name for a value; another one for another value of the same name.</summary>
    public string Add(string name)
    {
        string letters = Letters(name);
        string free = letters;
        for (int number = 2; !_used.Add(free); number++)
        {
            free = letters + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return Identifiers.Escape(free);
    }

    /// <summary>Text of a model for a comment: on one line, and without anything that ends it.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char letter in text.Length > MostLetters * 2 ? text.Substring(0, MostLetters * 2) + "..." : text)
        {
            line.Append(letter is > ' ' and <= '~' ? letter : letter == ' ' ? ' ' : '?');
        }

        return line.ToString();
    }

    /// <summary>The same for a comment that is documentation.</summary>
    public static string Documentation(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (char letter in name)
        {
            bool isPlain = letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isPlain || (letters.Length > 0 && letters[letters.Length - 1] != '_'))
            {
                letters.Append(isPlain ? letter : '_');
            }

            if (letters.Length == MostLetters)
            {
                break;
            }
        }

        string trimmed = letters.ToString().TrimEnd('_');
        return trimmed.Length == 0 ? "value" : trimmed[0] is >= '0' and <= '9' ? "v" + trimmed : trimmed;
    }
}
