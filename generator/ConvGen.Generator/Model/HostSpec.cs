namespace ConvGen.Generator.Model;

/// <summary>An annotated type and its configurations: everything that one emitted file depends on.</summary>
/// <param name="Namespace">The namespace, dotted and escaped; empty for the global one.</param>
/// <param name="Types">The containing types from the outermost in, the host last.</param>
/// <param name="Layers">The configurations in source order.</param>
internal sealed record HostSpec(string Namespace, EquatableArray<TypeHeader> Types, EquatableArray<LayerSpec> Layers)
{
    public TypeHeader Host => Types[Types.Count - 1];

    /// <summary>The emitted file's name, unique even where case does not count; found anew each time.</summary>
    public string HintName => FileNames.Of(this);
}

/// <summary>How a part of a type begins.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, ...</param>
/// <param name="Name">The bare name, as the language knows it.</param>
/// <param name="TypeParameters"><c>&lt;T, U&gt;</c>, or empty.</param>
internal sealed record TypeHeader(string Keyword, string Name, string TypeParameters);
