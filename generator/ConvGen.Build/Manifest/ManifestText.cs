using System.Globalization;
using System.Text;
using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>The words of a manifest: numbers in the invariant culture, and text in which only letters, digits and a few signs stand for themselves.</summary>
internal static class ManifestText
{
    /// <summary>What stands for no text.</summary>
    public const string Nothing = "%";

    private const string Plain = "_./:-";

    /// <summary>Text: other bytes of its UTF-8 are %XX, so that no name ends a word or a line.</summary>
    public static string Of(string text) => Of(ByteRange.Of(Encoding.UTF8.GetBytes(text)));

    /// <summary>Text that need not be UTF-8.</summary>
    public static string Of(ByteRange text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        var word = new StringBuilder(text.Length);
        for (int i = text.Start; i < text.Start + text.Length; i++)
        {
            char c = (char)text.Array[i];
            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || Plain.IndexOf(c) >= 0)
            {
                word.Append(c);
            }
            else
            {
                word.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return word.ToString();
    }

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that reads back as the same float: of seven digits where they do, of nine otherwise. Every runtime that hosts a build prints the same.</summary>
    public static string Of(float number)
    {
        if (float.IsNaN(number))
        {
            return "NaN";
        }

        if (float.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            // Some runtimes print no sign.
            return 1 / number < 0 ? "-0" : "0";
        }

        string seven = number.ToString("G7", CultureInfo.InvariantCulture);
        // Seven digits of the greatest floats may be beyond them, which some runtimes refuse to read.
        return double.Parse(seven, CultureInfo.InvariantCulture) is var value && (float)value == number
            ? seven
            : number.ToString("G9", CultureInfo.InvariantCulture);
    }
}
