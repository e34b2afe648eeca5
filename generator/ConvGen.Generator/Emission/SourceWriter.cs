using System.Globalization;
using System.Text;

namespace ConvGen.Generator.Emission;

/// <summary>Indented text with LF line ends and invariant numbers.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _indent).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Line(InvariantText line) => Line(line.ToString());

    /// <summary>Several lines, as a raw literal holds them.</summary>
    public SourceWriter Lines(FormattableString lines)
    {
        foreach (string line in lines.ToString(CultureInfo.InvariantCulture).Replace("\r\n", "\n").Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Opens a block; disposing the result closes it.</summary>
    public Block Open(string? head = null)
    {
        if (head is not null)
        {
            Line(head);
        }

        Line("{");
        _indent++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Block(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.Line("}");
        }
    }
}
