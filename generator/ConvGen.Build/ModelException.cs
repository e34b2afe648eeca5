using System.Globalization;
using System.Text;

namespace ConvGen.Build;

/// <summary>A model that is not converted. The message is one line that says where and why; <see cref="Code"/> is its page in the documentation.</summary>
internal sealed class ModelException(string code, string message) : Exception(message)
{
    private const int LongestQuote = 80;

    public string Code => code;

    public static ModelException Unreachable(string message) => new("CGM001", message);

    public static ModelException NoModel(string message) => new("CGM002", message);

    public static ModelException Damaged(FormattableString message) => new("CGM003", "The model is damaged: " + Invariant(message));

    public static ModelException Limit(FormattableString message) => new("CGM004", Invariant(message));

    public static ModelException Unsupported(FormattableString message) => new("CGM005", Invariant(message));

    public static ModelException ExternalData(FormattableString message) => new("CGM006", Invariant(message));

    public static ModelException NameClash(FormattableString message) => new("CGM007", Invariant(message));

    public static ModelException Metadata(FormattableString message) => new("CGM008", Invariant(message));

    /// <summary>Text of a model as a message shows it: on one line, and not longer than that.</summary>
    public static string Quote(string text)
    {
        var quote = new StringBuilder("'");
        foreach (char c in text.Length > LongestQuote ? text.Substring(0, LongestQuote) : text)
        {
            // What ends a line, hides, or turns its direction round.
            bool isVisible = c < 127 ? c >= ' ' : char.IsLetterOrDigit(c);
            quote.Append(isVisible ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return quote.Append(text.Length > LongestQuote ? "…'" : "'").ToString();
    }

    private static string Invariant(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
