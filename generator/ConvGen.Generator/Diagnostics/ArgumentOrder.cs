using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Diagnostics;

/// <summary>
/// So many numbers without names may be meant in PyTorch's order, which is another. They are told beside errors too: wrong numbers may
/// be right ones in the wrong places.
/// </summary>
internal static class ArgumentOrder
{
    // (k, s, p) is a common beginning of both orders once PyTorch's channels are left out; whoever writes more may have left them in.
    private const int Suspicious = 4;

    /// <summary>Adds the numbers of an attribute to <paramref name="findings"/> where names would be safer.</summary>
    public static void Check(AttributeData attribute, List<Finding> findings, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments }
            || arguments.Count < Suspicious)
        {
            return;
        }

        var reader = new AttributeReader(attribute);
        if (!reader.IsComplete || reader.UsesLists)
        {
            return;
        }

        // Positional arguments stand where the constructor's parameters do.
        string[] parameters =
        [
            .. attribute.AttributeConstructor!.Parameters
                .Where(parameter => parameter.Ordinal < arguments.Count
                    && arguments[parameter.Ordinal] is { NameColon: null, NameEquals: null })
                .Select(static parameter => parameter.Name),
        ];
        if (parameters.Length >= Suspicious)
        {
            IEnumerable<string> readings = parameters.Select(name => FormattableString.Invariant($"{name} = {reader.Number(name)}"));
            findings.Add(
                new Finding(Descriptors.PositionalNumbers, attribute, parameters[0], -1, [string.Join(", ", readings)]));
        }
    }
}
