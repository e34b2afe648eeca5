using System.Collections.Immutable;
using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing;

/// <summary>An annotated type to a <see cref="HostSpec"/>, or to everything that is wrong with it.</summary>
internal static class HostParser
{
    /// <summary>The attributes of layers of a type on all its parts, by file and place.</summary>
    public static AttributeData[] Attributes(INamedTypeSymbol host) => Attributes(host, AttributeNames.Has);

    /// <summary>Some attributes of a type on all its parts, by file and place.</summary>
    public static AttributeData[] Attributes(INamedTypeSymbol host, Func<INamedTypeSymbol?, bool> isWanted)
    {
        List<AttributeData>? attributes = null;
        foreach (AttributeData attribute in host.GetAttributes())
        {
            if (isWanted(attribute.AttributeClass) && attribute.ApplicationSyntaxReference is not null)
            {
                (attributes ??= []).Add(attribute);
            }
        }

        return attributes switch
        {
            null => [],
            { Count: 1 } => [attributes[0]],
            _ => [.. attributes
                .OrderBy(static a => a.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static a => a.ApplicationSyntaxReference!.Span.Start)],
        };
    }

    /// <summary>The host; null where anything is wrong or half-typed.</summary>
    public static HostSpec? Parse(INamedTypeSymbol host, AttributeData[] attributes, List<Finding> findings, CancellationToken cancellation)
    {
        if (IsRefusedByCompiler(host))
        {
            return null;
        }

        INamedTypeSymbol[] chain = Chain(host);
        SyntaxNode[] parts = Parts(host, cancellation);
        CheckHost(chain, parts, findings, cancellation);
        AttributeReader[] readers = Array.ConvertAll(attributes, static attribute => new AttributeReader(attribute));
        var layers = new List<LayerSpec>(readers.Length);
        foreach (AttributeReader reader in readers)
        {
            if (LayerParser.Parse(reader, findings) is { } layer)
            {
                layers.Add(layer);
            }
        }

        CheckNames(host, readers, findings);
        if (layers.Count < readers.Length || layers.Count == 0)
        {
            return null;
        }

        HostSpec spec = Spec(host, chain, [.. layers]);
        MemberClashes.Check(host, parts, spec, attributes, findings);
        return findings.Count == 0 && AreNamed(host, chain) ? spec : null;
    }

    /// <summary>The type alone, without what its attributes ask for; null where it is half-typed.</summary>
    /// <param name="host">The type.</param>
    /// <param name="readers">Its attributes.</param>
    /// <param name="taken">Names that are given away already.</param>
    /// <param name="findings">What is wrong.</param>
    /// <param name="cancellation">Ends it.</param>
    public static HostSpec? Type(
        INamedTypeSymbol host, AttributeReader[] readers, IEnumerable<string> taken, List<Finding> findings, CancellationToken cancellation)
    {
        if (IsRefusedByCompiler(host))
        {
            return null;
        }

        INamedTypeSymbol[] chain = Chain(host);
        CheckHost(chain, Parts(host, cancellation), findings, cancellation);
        CheckNames(host, readers, findings, taken);
        return AreNamed(host, chain) ? Spec(host, chain, []) : null;
    }

    // On interfaces, enums and delegates the compiler refuses the attribute itself (CS0592).
    private static bool IsRefusedByCompiler(INamedTypeSymbol host) => host.TypeKind is not (TypeKind.Class or TypeKind.Struct);

    private static HostSpec Spec(INamedTypeSymbol host, INamedTypeSymbol[] chain, LayerSpec[] layers) =>
        new(Namespace(host.ContainingNamespace), new(Array.ConvertAll(chain, Header)), new(layers));

    private static bool AreNamed(INamedTypeSymbol host, INamedTypeSymbol[] chain) =>
        Array.TrueForAll(chain, IsNamed) && IsNamed(host.ContainingNamespace);

    // A half-typed part may be no declaration of a type.
    private static SyntaxNode[] Parts(INamedTypeSymbol type, CancellationToken cancellation)
    {
        ImmutableArray<SyntaxReference> references = type.DeclaringSyntaxReferences;
        var parts = new SyntaxNode[references.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = references[i].GetSyntax(cancellation);
        }

        return parts;
    }

    private static void CheckHost(
        INamedTypeSymbol[] chain, SyntaxNode[] parts, List<Finding> findings, CancellationToken cancellation)
    {
        // Of a type with layers and networks, the ones have told already.
        if (findings.Exists(static finding => finding.Attribute is null))
        {
            return;
        }

        // All files of a project are of one language version.
        if (parts[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var language and < LanguageVersion.CSharp11 })
        {
            Report(Descriptors.LanguageTooOld, language.ToDisplayString());
        }

        int last = chain.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            INamedTypeSymbol type = chain[i];
            if (type.IsFileLocal)
            {
                Report(Descriptors.HostIsFileLocal, type.Name);
            }

            if (!Array.TrueForAll(i == last ? parts : Parts(type, cancellation), IsPartial))
            {
                Report(Descriptors.HostNotPartial, type.Name);
            }
        }

        void Report(DiagnosticDescriptor descriptor, string argument) =>
            findings.Add(new Finding(descriptor, null, null, -1, [argument]));
    }

    private static bool IsPartial(SyntaxNode part) =>
        part is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static void CheckNames(INamedTypeSymbol host, AttributeReader[] readers, List<Finding> findings, IEnumerable<string>? taken = null)
    {
        HashSet<string>? used = taken is null ? null : new(taken, StringComparer.Ordinal);
        bool first = true;
        foreach (AttributeReader reader in readers)
        {
            if (!reader.IsComplete)
            {
                continue;
            }

            string? name = reader.Text("Name");
            if (name is null)
            {
                if (!first)
                {
                    int unnamed = readers.Count(static other => other.IsComplete && other.Text("Name") is null);
                    findings.Add(new Finding(Descriptors.NameMissing, reader.Attribute, null, -1, [host.Name, unnamed]));
                }

                first = false;
            }
            else if (!(used ??= new(StringComparer.Ordinal)).Add(name))
            {
                findings.Add(new Finding(Descriptors.NameRepeated, reader.Attribute, "Name", -1, [name, host.Name]));
            }
            else if (name == host.Name)
            {
                findings.Add(new Finding(Descriptors.NameEqualsHost, reader.Attribute, "Name", -1, [host.Name]));
            }
        }
    }

    // The outermost type first.
    private static INamedTypeSymbol[] Chain(INamedTypeSymbol host)
    {
        if (host.ContainingType is null)
        {
            return [host];
        }

        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? type = host; type is not null; type = type.ContainingType)
        {
            chain.Push(type);
        }

        return chain.ToArray();
    }

    // Half-typed declarations have types, type parameters and namespaces without names.
    private static bool IsNamed(INamedTypeSymbol type) => type.Name.Length > 0 && type.TypeParameters.All(static p => p.Name.Length > 0);

    private static bool IsNamed(INamespaceSymbol space) =>
        space.IsGlobalNamespace || (space.Name.Length > 0 && IsNamed(space.ContainingNamespace));

    private static TypeHeader Header(INamedTypeSymbol type)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty
            ? ""
            : "<" + string.Join(", ", type.TypeParameters.Select(static p => Identifiers.Escape(p.Name))) + ">";
        return new TypeHeader(keyword, type.Name, parameters);
    }

    private static string Namespace(INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace)
        {
            return "";
        }

        string name = Identifiers.Escape(space.Name);
        return space.ContainingNamespace.IsGlobalNamespace ? name : Namespace(space.ContainingNamespace) + "." + name;
    }
}
