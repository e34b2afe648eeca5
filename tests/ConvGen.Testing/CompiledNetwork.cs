extern alias generator;

using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using generator::ConvGen.Generator.Networks.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Testing;

/// <summary>A network whose model was read, whose code was emitted and compiled, and whose weights were loaded: callable.</summary>
public sealed class CompiledNetwork
{
    private readonly Action<Array[], NetworkWeights, Array[], int> _run;
    private readonly NetworkWeights _weights;
    private readonly Type _host;
    private SingleMember? _single;

    private CompiledNetwork(NetworkRequest request, GeneratedCode code, string source, Type host, Type caller)
    {
        _host = host;
        Inputs = [.. request.Plan.Graph.Inputs.Select(Describe)];
        Outputs = [.. request.Plan.Graph.Outputs.Select(Describe)];
        (Code, Source) = (code, source);
        (ArenaLength, LeastArenaLength) = (request.Plan.Arena.Length, request.Plan.Arena.LeastLength);
        _run = caller.GetMethod("Run")!.CreateDelegate<Action<Array[], NetworkWeights, Array[], int>>();
        var load = caller.GetMethod("Load")!.CreateDelegate<Func<WeightFile, NetworkWeights>>();
        using var stream = new MemoryStream(request.Weights);
        using WeightFile weights = SafeTensors.Open(stream);
        _weights = load(weights);
    }

    private delegate void SingleMember(ReadOnlyTensorView<float> input, NetworkWeights weights, TensorView<float> output, int threads);

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

    /// <summary>The emitted code, of all models that were compiled together.</summary>
    public GeneratedCode Code { get; }

    /// <summary>The emitted file.</summary>
    public string Source { get; }

    /// <summary>What it was compiled to.</summary>
    public Assembly Assembly => _host.Assembly;

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
    public static CompiledNetwork Compile(string path, IReadOnlyList<int>? inputSizes = null, Algorithm algorithm = Algorithm.Auto) =>
        Compile([NetworkRequest.Read(path, inputSizes ?? [], algorithm)])[0]();

    /// <summary>
    /// Compiles several models, of different file names, together, as the oldest language that projects may have: in far less time than one by one.
    /// </summary>
    /// <param name="requests">The models.</param>
    /// <param name="isOptimized">As Release builds have it; otherwise as Debug builds do.</param>
    /// <param name="change">What is changed in the emitted files before they are compiled.</param>
    /// <returns>For each of them what loads its weights.</returns>
    /// <exception cref="CompilationFailedException">The code of one of them cannot be emitted, or does not compile.</exception>
    public static Func<CompiledNetwork>[] Compile(IReadOnlyList<NetworkRequest> requests, bool isOptimized = true, Func<string, string>? change = null)
    {
        GeneratedCode code = Generate(requests);
        code = isOptimized ? code : code.Unoptimized();
        code = change is null ? code : code.WithChanged(change);
        Assembly assembly = code.Load(new AssemblyLoadContext(null, isCollectible: true));
        return
        [
            .. requests.Select((request, index) => (Func<CompiledNetwork>)(() => new CompiledNetwork(
                request,
                code,
                code.Sources.Single(source => source.HintName.StartsWith(FormattableString.Invariant($"Network{index}-"), StringComparison.Ordinal)).SourceText.ToString(),
                assembly.GetType(FormattableString.Invariant($"Network{index}"))!,
                assembly.GetType(FormattableString.Invariant($"Caller{index}"))!))),
        ];
    }

    /// <summary>Compiles a model to an assembly on disk, its weights a resource, as a build does; beside <c>Network0</c> there is <c>Caller0</c>, whose
    /// <c>Run</c> takes arrays.</summary>
    /// <param name="request">The model.</param>
    /// <param name="assembly">The file to write.</param>
    /// <exception cref="CompilationFailedException">Its code cannot be emitted, or does not compile.</exception>
    public static void Write(NetworkRequest request, string assembly)
    {
        GeneratedCode code = Generate([request]);
        using FileStream image = File.Create(assembly);
        var weights = new ResourceDescription(
            FormattableString.Invariant($"ConvGen.{request.File}.safetensors"), () => new MemoryStream(request.Weights), isPublic: true);
        if (!code.Compilation.Emit(image, manifestResources: [weights]).Success)
        {
            throw code.Failure("the code does not compile");
        }
    }

    /// <summary>Computes the network.</summary>
    /// <param name="inputs">The elements of every input: of <see langword="float"/>, or of <see langword="long"/> where they are whole.</param>
    /// <param name="threads">The most threads.</param>
    /// <returns>The elements of every output, likewise.</returns>
    public Array[] Run(Array[] inputs, int threads = 1)
    {
        Array[] outputs = NewOutputs();
        _run(inputs, _weights, outputs, threads);
        return outputs;
    }

    /// <summary>Memory for all outputs.</summary>
    public Array[] NewOutputs() => [.. Outputs.Select(static output => output.IsReal ? (Array)new float[output.Count] : new long[output.Count])];

    /// <summary>Computes the network into memory that is there already.</summary>
    public void Run(Array[] inputs, Array[] outputs, int threads) => _run(inputs, _weights, outputs, threads);

    /// <summary>Computes a network of one input and one output, as users do.</summary>
    public void Run(ReadOnlyTensorView<float> input, TensorView<float> output, int threads) =>
        (_single ??= _host.GetMethod("Run")!.CreateDelegate<SingleMember>())(input, _weights, output, threads);

    private static GeneratedCode Generate(IReadOnlyList<NetworkRequest> requests)
    {
        GeneratedCode code = GeneratorHost.RunNetworks(
            string.Concat(requests.Select(Annotated)), LanguageVersion.CSharp11, requests.Select(static request => (request.File, request.Manifest)));
        return code.Sources.Length == requests.Count ? code : throw code.Failure("no code was emitted");
    }

    private static Tensor Describe(GraphValue value) => new(value.Name, value.Shape, value.Element == ElementKind.Real);

    // Views live on the stack: code beside the network makes them of arrays.
    private static string Annotated(NetworkRequest request, int index)
    {
        NetworkGraph graph = request.Plan.Graph;
        string number = index.ToString(CultureInfo.InvariantCulture);
        string sizes = request.InputSizes.Count > 0 ? ", Input = new int[] { " + string.Join(", ", request.InputSizes) + " }" : "";
        IEnumerable<string> arguments =
        [
            .. graph.Inputs.Select(static (input, i) => $"new(({Element(input)}[])inputs[{i}], InputShapes[{i}])"),
            "weights",
            .. graph.Outputs.Select(static (output, i) => $"new(({Element(output)}[])outputs[{i}], OutputShapes[{i}])"),
            "threads",
        ];
        return $$"""
            [ConvGen.Network({{Literal(request.File)}}{{sizes}}, Algorithm = ConvGen.Algorithm.{{request.Algorithm}})] public static partial class Network{{number}} { }

            public static class Caller{{number}}
            {
                private static readonly int[][] InputShapes = { {{Shapes(graph.Inputs)}} };
                private static readonly int[][] OutputShapes = { {{Shapes(graph.Outputs)}} };

                public static ConvGen.NetworkWeights Load(ConvGen.WeightFile file) => Network{{number}}.LoadWeights(file);

                public static void Run(System.Array[] inputs, ConvGen.NetworkWeights weights, System.Array[] outputs, int threads) =>
                    Network{{number}}.Run({{string.Join(", ", arguments)}});
            }

            """;
    }

    private static string Element(GraphValue value) => value.Element == ElementKind.Real ? "float" : "long";

    // A scalar is a list of one.
    private static string Shapes(IEnumerable<GraphValue> values) =>
        string.Join(", ", values.Select(static value => "new int[] { " + string.Join(", ", value.Shape.Length == 0 ? [1] : value.Shape) + " }"));

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
