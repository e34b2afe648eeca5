using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Incrementality;

/// <summary>A project of a few files, edited file by file while one driver watches.</summary>
internal sealed class EditedProject
{
    private readonly TrackedDriver _driver = new();
    private CSharpCompilation _compilation = GeneratorHost.CreateCompilation("namespace App;");

    public EditedProject(params ReadOnlySpan<(string Path, string Text)> files)
    {
        foreach ((string path, string text) in files)
        {
            _compilation = _compilation.AddSyntaxTrees(Parse(path, text));
        }

        First = _driver.Run(_compilation);
        Assert.DoesNotContain(_compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The run before all edits.</summary>
    public TrackedRun First { get; }

    /// <summary>Writes a file, new or anew.</summary>
    public TrackedRun Write(string path, string text)
    {
        SyntaxTree? old = Find(path);
        _compilation = old is null
            ? _compilation.AddSyntaxTrees(Parse(path, text))
            : _compilation.ReplaceSyntaxTree(old, Parse(path, text));
        return _driver.Run(_compilation);
    }

    /// <summary>Replaces a part of a file, which must be there once.</summary>
    public TrackedRun Replace(string path, string part, string by)
    {
        string text = Find(path)!.ToString();
        Assert.Equal(2, text.Split(part).Length);
        return Write(path, text.Replace(part, by, StringComparison.Ordinal));
    }

    public TrackedRun Remove(string path)
    {
        _compilation = _compilation.RemoveSyntaxTrees(Find(path)!);
        return _driver.Run(_compilation);
    }

    public TrackedRun Reference(MetadataReference library)
    {
        _compilation = _compilation.AddReferences(library);
        return _driver.Run(_compilation);
    }

    private SyntaxTree? Find(string path) => _compilation.SyntaxTrees.SingleOrDefault(tree => tree.FilePath == path);

    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose), path);
}
