using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ConvGen.Generator.Emission;

/// <summary>An interpolated string whose numbers are written as C# reads them, whatever the user's culture.</summary>
[InterpolatedStringHandler]
internal readonly struct InvariantText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (8 * formattedCount));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value, int alignment = 0)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    public override string ToString() => _text.ToString();
}
