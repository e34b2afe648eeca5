using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>Something wrong with an attribute or its host; the analyzer turns it into a diagnostic.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Attribute">The attribute that it stands at; null for the host's name.</param>
/// <param name="Argument">The parameter or property of the attribute; null for the attribute as a whole.</param>
/// <param name="Element">The element of a list; -1 for the argument as a whole.</param>
/// <param name="MessageArguments">What the message is filled with.</param>
/// <param name="Nearest">For a number out of its range: the nearest one within.</param>
/// <param name="Mended">The argument that takes this number, where it is not <paramref name="Argument"/>.</param>
internal sealed record Finding(
    DiagnosticDescriptor Descriptor,
    AttributeData? Attribute,
    string? Argument,
    int Element,
    object[] MessageArguments,
    int? Nearest = null,
    string? Mended = null);
