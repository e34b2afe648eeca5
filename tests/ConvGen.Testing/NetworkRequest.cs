extern alias build;
extern alias generator;

using build::ConvGen.Build;
using generator::ConvGen.Generator.Networks.Graph;
using generator::ConvGen.Generator.Networks.Planning;

namespace ConvGen.Testing;

/// <summary>A model that was read and planned: what is left is to compile it.</summary>
public sealed class NetworkRequest
{
    private NetworkRequest(string file, IReadOnlyList<int> inputSizes, Algorithm algorithm, string manifest, byte[] weights, NetworkPlan plan) =>
        (File, InputSizes, Algorithm, Manifest, Weights, Plan) = (file, inputSizes, algorithm, manifest, weights, plan);

    /// <summary>The model's file name.</summary>
    public string File { get; }

    /// <summary>The shapes of its inputs.</summary>
    public IEnumerable<int[]> InputShapes => Plan.Graph.Inputs.Select(static input => input.Shape);

    /// <summary>The shapes of its outputs.</summary>
    public IEnumerable<int[]> OutputShapes => Plan.Graph.Outputs.Select(static output => output.Shape);

    /// <summary>Bytes of the file of its weights.</summary>
    public int WeightBytes => Weights.Length;

    internal string Manifest { get; }

    internal byte[] Weights { get; }

    internal NetworkPlan Plan { get; }

    internal IReadOnlyList<int> InputSizes { get; }

    internal Algorithm Algorithm { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inputSizes">The shapes of all inputs, one after the other; none for the model's.</param>
    /// <param name="algorithm">The form that layers take.</param>
    /// <exception cref="NetworkRefusedException">It cannot be read or compiled, for a reason that users are told.</exception>
    public static NetworkRequest Read(string path, IReadOnlyList<int> inputSizes, Algorithm algorithm = Algorithm.Auto)
    {
        string file = Path.GetFileName(path);
        return Refusable(() =>
        {
            ModelConversion model = ModelConversion.Read(Path.GetFullPath(path), file);
            return Create(file, model.Manifest, model.WriteWeights, inputSizes, algorithm);
        });
    }

    /// <summary>Plans a model that was converted.</summary>
    /// <exception cref="ModelException">A weight cannot be read.</exception>
    /// <exception cref="NetworkException">It cannot be compiled.</exception>
    internal static NetworkRequest Create(
        string file, string manifest, Action<Stream> writeWeights, IReadOnlyList<int> inputSizes, Algorithm algorithm = Algorithm.Auto)
    {
        using var weights = new MemoryStream();
        writeWeights(weights);
        var plan = NetworkPlan.Create(manifest, inputSizes, (generator::ConvGen.Algorithm)(int)algorithm);
        return new NetworkRequest(file, inputSizes, algorithm, manifest, weights.ToArray(), plan);
    }

    /// <summary>What users are told becomes one kind of exception, whoever says it.</summary>
    internal static T Refusable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ModelException or NetworkException)
        {
            throw new NetworkRefusedException(exception.Message, exception);
        }
    }
}

/// <summary>A model that is refused, for the reason that its user is told.</summary>
/// <param name="message">The reason.</param>
/// <param name="inner">Where it was found.</param>
public sealed class NetworkRefusedException(string message, Exception? inner = null) : Exception(message, inner);
