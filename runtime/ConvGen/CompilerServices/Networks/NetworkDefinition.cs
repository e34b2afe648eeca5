namespace ConvGen.CompilerServices;

/// <summary>A network at run time: whose weights are whose.</summary>
/// <param name="file">The model's file name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkDefinition(string file)
{
    /// <summary>The model's file name.</summary>
    public string File { get; } = file;

    /// <summary>
    /// Loads the weights that the build took from the model: embedded in the assembly, or beside the program where the project says so. Once, at start-up.
    /// </summary>
    /// <param name="host">The annotated type.</param>
    /// <exception cref="FileNotFoundException">The weights are in neither place.</exception>
    /// <exception cref="InvalidDataException">They are damaged, or not those of this network.</exception>
    public WeightFile OpenWeights(Type host)
    {
        ArgumentNullException.ThrowIfNull(host);
        string name = File + ".safetensors";
        Stream? resource = host.Assembly.GetManifestResourceStream("ConvGen." + name);
        if (resource is null)
        {
            return SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, name));
        }

        using (resource)
        {
            return SafeTensors.Open(resource);
        }
    }

    /// <summary>Loads weights of the same names and shapes as the model's, for instance ones that were trained further. Once, at start-up.</summary>
    /// <param name="file">The weights; it may be closed afterwards.</param>
    /// <exception cref="ArgumentNullException">The file is null.</exception>
    /// <exception cref="KeyNotFoundException">The file lacks a tensor.</exception>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public NetworkLoader Load(WeightFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new NetworkLoader(this, file);
    }
}
