extern alias build;
extern alias generator;

using System.Globalization;
using System.Runtime.Loader;
using build::ConvGen.Build;
using generator::ConvGen.Generator.Networks.Graph;
using generator::ConvGen.Generator.Networks.Planning;

namespace ConvGen.Testing;

/// <summary>A network whose model was read, whose code was emitted and compiled, and whose weights were loaded: callable.</summary>
public sealed class CompiledNetwork
{
    private readonly Action<float[][], NetworkWeights, Array[], int> _run;
    private readonly NetworkWeights _weights;

    private CompiledNetwork(
        Tensor[] inputs, Tensor[] outputs, string source, Action<float[][], NetworkWeights, Array[], int> run, NetworkWeights weights) =>
        (Inputs, Outputs, Source, _run, _weights) = (inputs, outputs, source, run, weights);

    /// <summary>An input or an output.</summary>
    /// <param name="Name">Its name in the model.</param>
    /// <param name="Shape">Its shape.</param>
    /// <param name="IsReal">It has real numbers, not whole ones.</param>
    public sealed record Tensor(string Name, int[] Shape, bool IsReal)
    {
        /// <summary>How many elements.</summary>
        public int Count => Shape.Aggregate(1, static (count, length) => count * length);
    }

    /// <summary>The inputs.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The outputs.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>The emitted file.</summary>
    public string Source { get; }

    /// <summary>Elements of the memory between steps.</summary>
    public long ArenaLength { get; private init; }

    /// <summary>The most of them that are in use at once.</summary>
    public long LeastArenaLength { get; private init; }

    /// <summary>Bytes of the loaded weights.</summary>
    public long WeightBytes => _weights.ByteLength;

    /// <summary>Reads and compiles a model.</summary>
    /// <param name="path">The model file.</param>
    /// <param name="inputSizes">The shapes of all inputs, one after the other; none for the model's.</param>
    /// <param name="algorithm">The form that layers take.</param>
    /// <exception cref="NetworkRefusedException">It cannot be read or compiled, for a reason that users are told.</exception>
    public static CompiledNetwork Compile(string path, IReadOnlyList<int>? inputSizes = null, Algorithm algorithm = Algorithm.Auto)
    {
        string file = Path.GetFileName(path);
        (string manifest, byte[] weights) = Convert(path, file);
        NetworkPlan plan;
        try
        {
            plan = NetworkPlan.Create(manifest, inputSizes ?? [], (generator::ConvGen.Algorithm)(int)algorithm);
        }
        catch (NetworkException exception)
        {
            throw new NetworkRefusedException(exception.Message, exception);
        }

        string sizes = inputSizes is { Count: > 0 } ? ", Input = new int[] { " + string.Join(", ", inputSizes) + " }" : "";
        GeneratedCode code = GeneratorHost.RunNetworks(
            $"[ConvGen.Network({Literal(file)}{sizes}, Algorithm = ConvGen.Algorithm.{algorithm})] public static partial class Network;\n" + Caller(plan),
            (file, manifest));
        if (code.Sources.IsEmpty)
        {
            throw code.Failure("no code was emitted");
        }

        Type caller = code.Load(new AssemblyLoadContext(null, isCollectible: true)).GetType("Caller")!;
        using var stream = new MemoryStream(weights);
        using WeightFile loaded = SafeTensors.Open(stream);
        var load = caller.GetMethod("Load")!.CreateDelegate<Func<WeightFile, NetworkWeights>>();
        var run = caller.GetMethod("Run")!.CreateDelegate<Action<float[][], NetworkWeights, Array[], int>>();
        return new CompiledNetwork(
            [.. plan.Graph.Inputs.Select(Describe)], [.. plan.Graph.Outputs.Select(Describe)], code.Sources[0].SourceText.ToString(), run, load(loaded))
        {
            ArenaLength = plan.Arena.Length,
            LeastArenaLength = plan.Arena.LeastLength,
        };
    }

    /// <summary>Computes the network.</summary>
    /// <param name="inputs">The elements of every input.</param>
    /// <param name="threads">The most threads.</param>
    /// <returns>The elements of every output: of <see langword="float"/>, or of <see langword="long"/> where they are whole.</returns>
    public Array[] Run(float[][] inputs, int threads = 1)
    {
        Array[] outputs = NewOutputs();
        _run(inputs, _weights, outputs, threads);
        return outputs;
    }

    /// <summary>Memory for all outputs.</summary>
    public Array[] NewOutputs() => [.. Outputs.Select(static output => output.IsReal ? (Array)new float[output.Count] : new long[output.Count])];

    /// <summary>Computes the network into memory that is there already.</summary>
    public void Run(float[][] inputs, Array[] outputs, int threads) => _run(inputs, _weights, outputs, threads);

    private static (string Manifest, byte[] Weights) Convert(string path, string file)
    {
        try
        {
            ModelConversion model = ModelConversion.Read(Path.GetFullPath(path), file);
            using var weights = new MemoryStream();
            model.WriteWeights(weights);
            return (model.Manifest, weights.ToArray());
        }
        catch (ModelException exception)
        {
            throw new NetworkRefusedException(exception.Message, exception);
        }
    }

    private static Tensor Describe(GraphValue value) => new(value.Name, value.Shape, value.Element == ElementKind.Real);

    // Views live on the stack: code beside the network makes them of arrays.
    private static string Caller(NetworkPlan plan)
    {
        IEnumerable<string> arguments =
        [
            .. plan.Graph.Inputs.Select(static (input, i) => $"new(inputs[{i}], {List(input.Shape)})"),
            "weights",
            .. plan.Graph.Outputs.Select(static (output, i) =>
                $"new(({(output.Element == ElementKind.Real ? "float" : "long")}[])outputs[{i}], {List(output.Shape)})"),
            "threads",
        ];
        return $$"""
            public static class Caller
            {
                public static ConvGen.NetworkWeights Load(ConvGen.WeightFile file) => Network.LoadWeights(file);

                public static void Run(float[][] inputs, ConvGen.NetworkWeights weights, System.Array[] outputs, int threads) =>
                    Network.Run({{string.Join(", ", arguments)}});
            }
            """;
    }

    private static string List(int[] shape) =>
        "[" + string.Join(", ", shape.Select(static length => length.ToString(CultureInfo.InvariantCulture))) + "]";

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}

/// <summary>A model that is refused, for the reason that its user is told.</summary>
/// <param name="message">The reason.</param>
/// <param name="inner">Where it was found.</param>
public sealed class NetworkRefusedException(string message, Exception inner) : Exception(message, inner);
