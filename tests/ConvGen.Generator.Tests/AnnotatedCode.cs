using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests;

/// <summary>What must hold for all correct annotated code.</summary>
internal static class AnnotatedCode
{
    /// <summary>Neither generator, nor analyzers, nor compiler have anything to say, advice on layers aside.</summary>
    public static void AssertClean(GeneratedCode code)
    {
        IEnumerable<Diagnostic> all = code.Diagnostics.Concat(code.AnalyzerDiagnostics()).Concat(code.CompilerDiagnostics());
        string said = string.Join("\n", all.Where(Counts));
        Assert.True(said.Length == 0, said);
    }

    private static bool Counts(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Hidden => false,
        DiagnosticSeverity.Info => !diagnostic.Id.StartsWith("CG", StringComparison.Ordinal),
        _ => true,
    };
}
