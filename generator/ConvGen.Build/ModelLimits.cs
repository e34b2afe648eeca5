namespace ConvGen.Build;

/// <summary>How large a model may be. Files are hostile until read: what they make the build hold or write is bounded by these and by their own size.</summary>
internal static class ModelLimits
{
    /// <summary>Bytes of a model file, and of the weights made from it: what one array and one embedded resource can hold.</summary>
    public const long FileBytes = 0x7FFF_FFC7;

    /// <summary>Characters of a manifest. Integer tensors are a part of it.</summary>
    public const int ManifestLength = 32_000_000;

    public const int Nodes = 100_000;
    public const int Tensors = 100_000;
    public const int InputsAndOutputs = 10_000;
    public const int Opsets = 1_000;
    public const int Rank = 64;

    /// <summary>Of all nodes together: names of inputs and outputs, attributes, numbers and strings of attributes.</summary>
    public const int NodeNames = 1_000_000;
    public const int Attributes = 1_000_000;
    public const int AttributeValues = 10_000_000;

    /// <summary>Bytes of a name.</summary>
    public const int NameBytes = 4_096;

    /// <summary>Key and value pairs that say where a tensor's data lies.</summary>
    public const int ExternalEntries = 100;

    /// <summary>Refuses more than a limit.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="most">The limit.</param>
    /// <param name="what">Of what, as a message says it.</param>
    /// <exception cref="ModelException">There are more.</exception>
    public static void Check(long count, long most, string what)
    {
        if (count > most)
        {
            throw ModelException.Limit($"The model has too many {what}: {most} are read at most");
        }
    }
}
