using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Model;

/// <summary>Names as C# writes them.</summary>
internal static class Identifiers
{
    /// <summary>The name with an @ where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>The same for a type that is declared: names of small letters alone, of which keywords may be made, are a warning.</summary>
    public static string EscapeType(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : Escape(name);

    /// <summary>The name with a capital in front.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
