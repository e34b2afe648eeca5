using System.Collections.Immutable;
using System.Globalization;
using ConvGen.Generator.Networks.Parsing;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Generator.Diagnostics;

/// <summary>Reports what is wrong with annotated types: all errors at once, each at its argument; and advises on right ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerAnalyzer : DiagnosticAnalyzer
{
    // Where code fixes look for the number to write.
    private const string Nearest = "Nearest";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.HostNotPartial,
        Descriptors.HostIsFileLocal,
        Descriptors.BelowMinimum,
        Descriptors.OutputPaddingTooLarge,
        Descriptors.AxisCount,
        Descriptors.ListLengths,
        Descriptors.RankOutOfRange,
        Descriptors.RankBesideLists,
        Descriptors.NameInvalid,
        Descriptors.NameEqualsHost,
        Descriptors.NameRepeated,
        Descriptors.NameMissing,
        Descriptors.ChannelsNotDivisible,
        Descriptors.InputSizeAxes,
        Descriptors.OutputOutOfRange,
        Descriptors.KernelTooLong,
        Descriptors.UnknownAlgorithm,
        Descriptors.MemberClash,
        Descriptors.TapsLoop,
        Descriptors.UnevenOverlap,
        Descriptors.AlgorithmNotApplicable,
        Descriptors.KernelTooLarge,
        Descriptors.PositionalNumbers,
        Descriptors.LanguageTooOld,
        Descriptors.UnknownEpilogue,
        Descriptors.EpilogueNumber,
        Descriptors.ModelNotFound,
        Descriptors.NetworkNotCompiled);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var host = (INamedTypeSymbol)context.Symbol;
        AttributeData[] attributes = HostParser.Attributes(host);
        AttributeData[] networks = NetworkParser.Attributes(host);
        if (attributes.Length + networks.Length == 0)
        {
            return;
        }

        var findings = new List<Finding>();
        if (networks.Length > 0)
        {
            NetworkFindings.Add(host, networks, context.Options.AdditionalFiles, findings, context.CancellationToken);
        }

        if (attributes.Length > 0 && HostParser.Parse(host, attributes, findings, context.CancellationToken) is { } spec)
        {
            for (int layer = 0; layer < attributes.Length; layer++)
            {
                LayerAdvice.Give(attributes[layer], spec.Layers[layer], findings);
            }
        }

        foreach (AttributeData attribute in attributes)
        {
            ArgumentOrder.Check(attribute, findings, context.CancellationToken);
        }

        foreach (Finding finding in findings)
        {
            Location location = Place(finding, context.CancellationToken) ?? host.Locations[0];
            Location? mended = finding.Mended is null ? null : Place(finding with { Argument = finding.Mended }, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                finding.Descriptor,
                location,
                mended is null ? [] : [mended],
                Properties(finding),
                [.. finding.MessageArguments.Select(Invariant)]));
        }
    }

    // Messages would write numbers as the culture of the machine does.
    private static object Invariant(object argument) =>
        argument is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : argument;

    private static ImmutableDictionary<string, string?> Properties(Finding finding) => finding.Nearest is { } nearest
        ? ImmutableDictionary<string, string?>.Empty.Add(Nearest, nearest.ToString(CultureInfo.InvariantCulture))
        : ImmutableDictionary<string, string?>.Empty;

    // The element of the list, else the argument, else the attribute.
    private static Location? Place(Finding finding, CancellationToken cancellation)
    {
        if (finding.Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax attribute)
        {
            return null;
        }

        AttributeArgumentSyntax? argument = finding.Argument is null ? null : Argument(attribute, finding);
        ExpressionSyntax? element = argument is null || finding.Element < 0 ? null
            : Elements(argument.Expression).ElementAtOrDefault(finding.Element);
        return (element ?? argument?.Expression ?? (SyntaxNode)attribute).GetLocation();
    }

    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, Finding finding)
    {
        if (attribute.ArgumentList is not { Arguments: var arguments })
        {
            return null;
        }

        AttributeArgumentSyntax? named = arguments.FirstOrDefault(
            a => (a.NameColon?.Name ?? a.NameEquals?.Name)?.Identifier.ValueText == finding.Argument);
        if (named is not null)
        {
            return named;
        }

        // Positional arguments stand where the constructor's parameters do.
        int position = finding.Attribute!.AttributeConstructor is { } constructor
            ? constructor.Parameters.ToList().FindIndex(p => p.Name == finding.Argument)
            : -1;
        return position >= 0 && position < arguments.Count && arguments[position] is { NameColon: null, NameEquals: null } positional
            ? positional
            : null;
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static e => e.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions,
        _ => [],
    };
}
