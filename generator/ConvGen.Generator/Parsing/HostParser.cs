using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing;

/// <summary>An annotated type to a <see cref="HostSpec"/>, or to everything that is wrong with it.</summary>
internal static class HostParser
{
    public const string AttributeName = "ConvGen.ConvTransposeAttribute";

    /// <summary>The attributes of a type on all its parts, by file and place.</summary>
    public static AttributeData[] Attributes(INamedTypeSymbol host) =>
    [
        .. host.GetAttributes()
            .Where(static a => a.ApplicationSyntaxReference is not null && a.AttributeClass?.ToDisplayString() == AttributeName)
            .OrderBy(static a => a.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static a => a.ApplicationSyntaxReference!.Span.Start),
    ];

    /// <summary>The host; null where anything is wrong or half-typed.</summary>
    public static HostSpec? Parse(INamedTypeSymbol host, AttributeData[] attributes, List<Finding> findings, CancellationToken cancellation)
    {
        CheckHost(host, findings, cancellation);
        var layers = new List<LayerSpec>();
        foreach (AttributeData attribute in attributes)
        {
            if (LayerParser.Parse(attribute, findings) is { } layer)
            {
                layers.Add(layer);
            }
        }

        CheckNames(host, attributes, findings);
        if (findings.Count == 0 && layers.Count == attributes.Length)
        {
            MemberClashes.Check(host, HintName(host), attributes, layers, findings);
        }

        return findings.Count > 0 || layers.Count < attributes.Length || layers.Count == 0 || !Chain(host).All(IsNamed)
            ? null
            : new HostSpec(
                Namespace(host), new([.. Chain(host).Select(Header)]), HintName(host), IsDerived(host), new([.. layers]));
    }

    private static void CheckHost(INamedTypeSymbol host, List<Finding> findings, CancellationToken cancellation)
    {
        if (host.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            Report(Descriptors.HostKind, host.Name);
            return;
        }

        foreach (INamedTypeSymbol type in Chain(host))
        {
            if (type.IsFileLocal)
            {
                Report(Descriptors.HostIsFileLocal, type.Name);
            }

            bool partial = type.DeclaringSyntaxReferences.All(
                reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax part
                    && part.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (!partial)
            {
                Report(Descriptors.HostNotPartial, type.Name);
            }
        }

        void Report(DiagnosticDescriptor descriptor, string name) => findings.Add(new Finding(descriptor, null, null, -1, [name]));
    }

    private static void CheckNames(INamedTypeSymbol host, AttributeData[] attributes, List<Finding> findings)
    {
        AttributeReader[] complete = [.. attributes.Select(static a => new AttributeReader(a)).Where(static r => r.IsComplete)];
        int unnamed = complete.Count(static r => !r.Has("Name"));
        var used = new HashSet<string>(StringComparer.Ordinal);
        bool first = true;
        foreach (AttributeReader reader in complete)
        {
            string? name = reader.Text("Name");
            if (!reader.Has("Name"))
            {
                if (!first)
                {
                    findings.Add(new Finding(Descriptors.NameMissing, reader.Attribute, null, -1, [host.Name, unnamed]));
                }

                first = false;
            }
            else if (name is not null && !used.Add(name))
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
    private static Stack<INamedTypeSymbol> Chain(INamedTypeSymbol host)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? type = host; type is not null; type = type.ContainingType)
        {
            chain.Push(type);
        }

        return chain;
    }

    private static bool IsDerived(INamedTypeSymbol host) =>
        host.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };

    // Half-typed declarations have types and type parameters without names.
    private static bool IsNamed(INamedTypeSymbol type) => type.Name.Length > 0 && type.TypeParameters.All(static p => p.Name.Length > 0);

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

    private static string Namespace(INamedTypeSymbol host)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol space = host.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            names.Push(Identifiers.Escape(space.Name));
        }

        return string.Join(".", names);
    }

    // File names may not differ by case alone, type names may: the hash of the exact name tells them apart.
    private static string HintName(INamedTypeSymbol host)
    {
        const int longest = 120;
        string name = string.Join(".", Chain(host).Select(static type => type.MetadataName));
        if (!host.ContainingNamespace.IsGlobalNamespace)
        {
            name = host.ContainingNamespace.ToDisplayString() + "." + name;
        }

        // A class and a struct of one name are wrong, but stand side by side while somebody types.
        uint hash = 2166136261;
        foreach (char c in name + " " + Header(host).Keyword)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string readable = new([.. name.Select(static c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '_') ? c : '_')]);
        readable = readable.Length > longest ? readable.Substring(readable.Length - longest) : readable;
        return readable + "-" + hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs";
    }
}
