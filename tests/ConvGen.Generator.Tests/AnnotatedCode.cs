using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests;

/// <summary>What must hold for all correct annotated code.</summary>
internal static class AnnotatedCode
{
    /// <summary>Neither generator, nor analyzers, nor compiler have anything to say.</summary>
    public static void AssertClean(GeneratedCode code)
    {
        IEnumerable<Diagnostic> all = code.Diagnostics.Concat(code.AnalyzerDiagnostics()).Concat(code.CompilerDiagnostics());
        Assert.Empty(all.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.ToString()));
    }
}
