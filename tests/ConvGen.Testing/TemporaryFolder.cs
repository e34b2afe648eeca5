namespace ConvGen.Testing;

/// <summary>A folder that goes with its user.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Location { get; } = Directory.CreateTempSubdirectory("convgen-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(Location, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Location))
        {
            Directory.Delete(Location, recursive: true);
        }
    }
}
