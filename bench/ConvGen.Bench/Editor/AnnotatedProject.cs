using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Bench.Editor;

/// <summary>A project with a file for every annotated class and as many files without any.</summary>
internal sealed class AnnotatedProject
{
    // Of the classes that are written in the plainest way, the one in the middle.
    private readonly int _edited;

    public AnnotatedProject(int classes)
    {
        (Classes, _edited) = (classes, classes / 2 / ProjectText.Forms * ProjectText.Forms);
        CSharpCompilation empty = GeneratorHost.CreateCompilation("");
        Options = (CSharpParseOptions)empty.SyntaxTrees[0].Options;
        Compilation = empty.RemoveAllSyntaxTrees().AddSyntaxTrees(Parse());
    }

    public int Classes { get; }

    /// <summary>How the files are parsed.</summary>
    public CSharpParseOptions Options { get; }

    /// <summary>The project before all edits.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Parses all files.</summary>
    public IEnumerable<SyntaxTree> Parse()
    {
        for (int i = 0; i < Classes; i++)
        {
            yield return Parse(AnnotatedPath(i), ProjectText.Annotated(i, padding: 1, body: 0));
            yield return Parse(PlainPath(i), ProjectText.Plain(i, body: 0));
        }
    }

    /// <summary>The project after an edit, which the compiler has not looked at yet.</summary>
    /// <param name="compilation">The project before; most editors change one file time after time.</param>
    /// <param name="edit">What changes.</param>
    /// <param name="number">The number that was typed; not the one that stands there.</param>
    public CSharpCompilation After(CSharpCompilation compilation, Edit edit, int number) => edit switch
    {
        Edit.OtherFile => Replace(compilation, PlainPath(_edited), ProjectText.Plain(_edited, number)),
        Edit.SameFile => Replace(compilation, AnnotatedPath(_edited), ProjectText.Annotated(_edited, padding: 1, number)),
        Edit.Attribute => Replace(compilation, AnnotatedPath(_edited), ProjectText.Annotated(_edited, number, body: 0)),
        _ => compilation.Clone(),
    };

    private CSharpCompilation Replace(CSharpCompilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(path, text));

    private SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Options, path);

    private static string AnnotatedPath(int index) => FormattableString.Invariant($"Stage{index}.cs");

    private static string PlainPath(int index) => FormattableString.Invariant($"History{index}.cs");
}
