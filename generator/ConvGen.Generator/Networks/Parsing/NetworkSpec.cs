using ConvGen.Generator.Model;

namespace ConvGen.Generator.Networks.Parsing;

/// <summary>What one attribute says of a network.</summary>
/// <param name="Name">The nested class that receives the members; null for the host itself.</param>
/// <param name="File">The model's file name.</param>
/// <param name="Input">The shapes of all inputs, one after the other; empty for those of the model.</param>
/// <param name="Algorithm">The form that all layers take which can.</param>
internal sealed record NetworkSpec(string? Name, string File, EquatableArray<int> Input, Algorithm Algorithm);

/// <summary>A type with attributes of networks.</summary>
/// <param name="Type">Where the type stands; it has no layers of its own here.</param>
/// <param name="Networks">The networks, in the order in which they were written.</param>
internal sealed record NetworkHostSpec(HostSpec Type, EquatableArray<NetworkSpec> Networks)
{
    /// <summary>The emitted file's name, unique even where case does not count.</summary>
    public string HintName => Type.HintName.Replace(".g.cs", ".Network.g.cs");
}
