using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Wrong code, and what must be said about it.</summary>
/// <param name="Name">What the case is called.</param>
/// <param name="Source">The code, marked.</param>
/// <param name="Messages">The messages, in the order of the marks.</param>
public sealed record RuleCase(string Name, string Source, params string[] Messages)
{
    /// <summary>The language of the project.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    /// <summary>An attribute on a host that is right.</summary>
    internal static RuleCase Of(string name, string arguments, params string[] messages) =>
        new(name, $"[ConvTranspose({arguments})] internal static partial class Up;", messages);

    /// <summary>The same, of an ordinary convolution.</summary>
    internal static RuleCase OfConv(string name, string arguments, params string[] messages) =>
        new(name, $"[Conv({arguments})] internal static partial class Down;", messages);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
