using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>A source text with the places where rules strike: <c>k: {|CG0004:0|}</c>. Marks may nest.</summary>
/// <param name="Text">The text without marks.</param>
/// <param name="Marks">Rules and places, by place and then by rule.</param>
internal sealed record MarkedSource(string Text, ImmutableArray<(TextSpan Span, string Id)> Marks)
{
    private const string Begin = "{|";
    private const string End = "|}";

    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(int Start, string Id)>();
        var marks = ImmutableArray.CreateBuilder<(TextSpan Span, string Id)>();
        for (int i = 0; i < marked.Length;)
        {
            if (string.CompareOrdinal(marked, i, Begin, 0, Begin.Length) == 0)
            {
                int colon = marked.IndexOf(':', i);
                open.Push((text.Length, marked[(i + Begin.Length)..colon]));
                i = colon + 1;
            }
            else if (string.CompareOrdinal(marked, i, End, 0, End.Length) == 0)
            {
                (int start, string id) = open.Pop();
                marks.Add((TextSpan.FromBounds(start, text.Length), id));
                i += End.Length;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), [.. marks.OrderBy(mark => mark.Span).ThenBy(mark => mark.Id, StringComparer.Ordinal)])
            : throw new FormatException($"a mark is not closed: {marked}");
    }
}
