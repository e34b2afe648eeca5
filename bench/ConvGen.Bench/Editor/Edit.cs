namespace ConvGen.Bench.Editor;

/// <summary>What happens to a project before its generator runs.</summary>
internal enum Edit
{
    /// <summary>Nothing has run before: the project has just been opened.</summary>
    Opening,

    /// <summary>A method body changes in a file without annotated classes.</summary>
    OtherFile,

    /// <summary>A method body changes in a file that has an annotated class too.</summary>
    SameFile,

    /// <summary>The padding of one attribute changes.</summary>
    Attribute,
}
