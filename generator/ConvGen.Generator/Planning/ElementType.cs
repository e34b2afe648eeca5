namespace ConvGen.Generator.Planning;

/// <summary>What tensors hold.</summary>
internal sealed record ElementType(string Keyword)
{
    public static ElementType Float32 { get; } = new("float");
}
