using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Incrementality;

/// <summary>A project with networks, its files and manifests edited one by one while one driver watches.</summary>
internal sealed class EditedNetworks
{
    private readonly Dictionary<string, AdditionalText> _manifests = new(StringComparer.Ordinal);
    private CSharpCompilation _compilation = GeneratorHost.CreateCompilation("namespace App;");
    private GeneratorDriver _driver;

    public EditedNetworks((string Path, string Text)[] files, params (string Model, string Text)[] manifests)
    {
        _driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)_compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        foreach ((string model, string text) in manifests)
        {
            Put(model, text);
        }

        foreach ((string path, string text) in files)
        {
            _compilation = _compilation.AddSyntaxTrees(Parse(path, text));
        }

        First = Run();
    }

    /// <summary>The run before all edits.</summary>
    public NetworkEdit First { get; }

    /// <summary>Writes a source file, new or anew.</summary>
    public NetworkEdit Write(string path, string text)
    {
        SyntaxTree? old = Find(path);
        _compilation = old is null ? _compilation.AddSyntaxTrees(Parse(path, text)) : _compilation.ReplaceSyntaxTree(old, Parse(path, text));
        return Run();
    }

    /// <summary>Replaces a part of a source file, which must be there once.</summary>
    public NetworkEdit Replace(string path, string part, string by)
    {
        string text = Find(path)!.ToString();
        Assert.Equal(2, text.Split(part).Length);
        return Write(path, text.Replace(part, by, StringComparison.Ordinal));
    }

    /// <summary>Writes a manifest, new or anew.</summary>
    public NetworkEdit WriteManifest(string model, string text)
    {
        Put(model, text);
        return Run();
    }

    public NetworkEdit RemoveManifest(string model)
    {
        _manifests.Remove(model, out AdditionalText? file);
        _driver = _driver.RemoveAdditionalTexts([file!]);
        return Run();
    }

    private void Put(string model, string text)
    {
        AdditionalText file = GeneratorHost.ManifestFile(model, text);
        _driver = _manifests.TryGetValue(model, out AdditionalText? old) ? _driver.ReplaceAdditionalText(old, file) : _driver.AddAdditionalTexts([file]);
        _manifests[model] = file;
    }

    private NetworkEdit Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        return result.Exception is null ? new NetworkEdit(result) : throw new CompilationFailedException("the generator threw", result.Exception);
    }

    private SyntaxTree? Find(string path) => _compilation.SyntaxTrees.SingleOrDefault(tree => tree.FilePath == path);

    private SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)_compilation.SyntaxTrees[0].Options, path);
}

/// <summary>What the generator of networks did after an edit.</summary>
internal sealed class NetworkEdit(GeneratorRunResult result)
{
    /// <summary>The emitted files by the first part of their names.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        result.GeneratedSources.ToDictionary(static source => source.HintName.Split('-')[0], static source => source.SourceText.ToString());

    /// <summary>The models of the run, removed ones left out.</summary>
    public ImmutableArray<NetworkGenerator.NetworkSources> Models { get; } =
        [.. Steps(result).Where(static output => output.Reason != IncrementalStepRunReason.Removed).Select(static output => output.Model)];

    /// <summary>Types whose model is new or changed.</summary>
    public string[] Changed { get; } =
    [
        .. Steps(result).Where(static output => IsNew(output.Reason)).Select(static output => output.Model.Host.Type.Host.Name).Order(StringComparer.Ordinal),
    ];

    /// <summary>How many files were written anew, whatever the models say.</summary>
    public int Written { get; } = Outputs(result.TrackedOutputSteps.SelectMany(static step => step.Value)).Count(static output => IsNew(output.Reason));

    private static IEnumerable<(NetworkGenerator.NetworkSources Model, IncrementalStepRunReason Reason)> Steps(GeneratorRunResult result) =>
        Outputs(result.TrackedSteps[NetworkGenerator.NetworksStep]).Select(static output => ((NetworkGenerator.NetworkSources)output.Value, output.Reason));

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static run => run.Outputs);

    private static bool IsNew(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified;
}
