using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace ConvGen.Testing;

/// <summary>
/// Code that ConvGen emitted for a layer, compiled and callable. Calls go through delegates that exist already, so that what they
/// allocate is what the emitted code allocates.
/// </summary>
public sealed class CompiledLayer
{
    private readonly PackMember _pack;
    private readonly ForwardPackedMember _forwardPacked;
    private readonly ForwardThreadsMember _forwardThreads;
    private readonly ForwardMember _forward;
    private readonly ScratchMember _scratchBytes;
    private readonly UnitsMember _workUnits;
    private readonly ForwardRangeMember _forwardRange;
    private readonly Func<int[], int[]> _outputSize;
    private readonly OutputShapeMember _outputShape;

    private CompiledLayer(LayerRequest request, Type host)
    {
        Request = request;
        bool hasResidual = request.Ending.Residual != Residual.None;
        _pack = request.Ending.HasSlopes ? WithSlopes(Member<PackSlopesMember>(host, "Pack")) : Member<PackMember>(host, "Pack");
        _forwardPacked = hasResidual ? WithResidual(Member<ForwardAddingMember>(host, "Forward")) : Member<ForwardPackedMember>(host, "Forward");
        _forwardThreads = hasResidual
            ? WithResidual(Member<ForwardAddingThreadsMember>(host, "Forward"))
            : Member<ForwardThreadsMember>(host, "Forward");
        _forward = (hasResidual, request.Ending.HasSlopes) switch
        {
            (true, true) => WithBoth(Member<ForwardAllMember>(host, "Forward")),
            (true, _) => WithResidual(Member<ForwardAddingPlainMember>(host, "Forward")),
            (_, true) => WithSlopes(Member<ForwardSlopesMember>(host, "Forward")),
            _ => Member<ForwardMember>(host, "Forward"),
        };
        _scratchBytes = Member<ScratchMember>(host, "ScratchBytes");
        _workUnits = Member<UnitsMember>(host, "WorkUnits");
        _forwardRange = hasResidual
            ? WithResidual(Member<ForwardAddingRangeMember>(host, "ForwardRange"))
            : Member<ForwardRangeMember>(host, "ForwardRange");
        _outputSize = OutputSizeMember(host, request.Layer.Rank);
        _outputShape = Member<OutputShapeMember>(host, "OutputShape");
    }

    private delegate PackedWeights PackMember(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize);

    private delegate void ForwardPackedMember(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    private delegate void ForwardThreadsMember(
        ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int maxDegreeOfParallelism);

    private delegate void ForwardMember(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);

    private delegate PackedWeights PackSlopesMember(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> slope, int inChannels, int outChannels, ReadOnlySpan<int> inputSize);

    private delegate void ForwardAddingMember(
        ReadOnlyTensorView<float> input, PackedWeights weights, ReadOnlyTensorView<float> residual, TensorView<float> output);

    private delegate void ForwardAddingThreadsMember(
        ReadOnlyTensorView<float> input, PackedWeights weights, ReadOnlyTensorView<float> residual, TensorView<float> output, int maxDegreeOfParallelism);

    private delegate void ForwardAddingRangeMember(
        ReadOnlyTensorView<float> input, PackedWeights weights, ReadOnlyTensorView<float> residual, TensorView<float> output, int first, int end);

    private delegate void ForwardAddingPlainMember(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlyTensorView<float> residual,
        TensorView<float> output);

    private delegate void ForwardSlopesMember(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> slope, TensorView<float> output);

    private delegate void ForwardAllMember(
        ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> slope,
        ReadOnlyTensorView<float> residual, TensorView<float> output);

    private delegate long ScratchMember(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    private delegate int UnitsMember(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    private delegate void ForwardRangeMember(
        ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int first, int end);

    private delegate int[] OutputShapeMember(ReadOnlyTensorView<float> input, PackedWeights weights);

    /// <summary>What was asked for.</summary>
    public LayerRequest Request { get; }

    /// <summary>What calls add, where the layer has a residual.</summary>
    public float[] Residuals { get; set; } = [];

    /// <summary>A parameter of each output channel, where the layer has such.</summary>
    public float[] Slopes { get; set; } = [];

    /// <summary>The layer.</summary>
    public LayerCase Layer => Request.Layer;

    /// <summary>Compiles any number of layers at once, which costs little more than one.</summary>
    /// <param name="requests">The layers.</param>
    /// <param name="change">What to make of the emitted text, for tests that must notice.</param>
    /// <param name="context">Where their assembly is loaded: a collectible one lets go of it when nobody uses a layer any more.</param>
    /// <exception cref="CompilationFailedException">A layer is illegal or its code does not compile.</exception>
    public static IReadOnlyList<CompiledLayer> Compile(
        IReadOnlyList<LayerRequest> requests, Func<string, string>? change = null, AssemblyLoadContext? context = null)
    {
        var source = new StringBuilder("using ConvGen;\nnamespace Annotated;\n");
        for (int i = 0; i < requests.Count; i++)
        {
            source.Append('[').Append(requests[i].AttributeText).Append("] public static partial class ").Append(HostName(i)).Append(";\n");
        }

        GeneratedCode code = GeneratorHost.Run(source.ToString());
        code = change is null ? code : code.WithChanged(change);
        Assembly assembly = code.Load(context);
        try
        {
            return [.. requests.Select((request, i) => new CompiledLayer(request, assembly.GetType("Annotated." + HostName(i))!))];
        }
        catch (MissingMethodException missing)
        {
            throw code.Failure(missing.Message);
        }
    }

    /// <summary>Compiles one layer.</summary>
    /// <exception cref="CompilationFailedException">The layer is illegal or its code does not compile.</exception>
    public static CompiledLayer Compile(LayerCase layer) => Compile([new LayerRequest(layer)])[0];

    /// <summary>Calls the emitted <c>OutputSize</c>.</summary>
    public int[] OutputSize(params int[] input) => _outputSize(input);

    /// <summary>Calls the emitted <c>OutputShape</c>.</summary>
    public int[] OutputShape(ReadOnlyTensorView<float> input, PackedWeights weights) => _outputShape(input, weights);

    /// <summary>Calls the emitted <c>Pack</c>.</summary>
    public PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize = default) =>
        _pack(weight, bias, inChannels, outChannels, inputSize);

    /// <summary>Calls the emitted <c>Pack</c> with the channels of the case.</summary>
    public PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias) => _pack(weight, bias, Layer.Cin, Layer.Cout, default);

    /// <summary>Calls the emitted <c>Pack</c> with channels and input size of the case.</summary>
    public PackedWeights PackForSize(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias) =>
        _pack(weight, bias, Layer.Cin, Layer.Cout, Layer.In);

    /// <summary>Calls the emitted <c>Forward</c> that takes packed weights.</summary>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output) =>
        _forwardPacked(input, weights, output);

    /// <summary>Calls the emitted <c>Forward</c> that takes packed weights and a number of threads.</summary>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int maxDegreeOfParallelism) =>
        _forwardThreads(input, weights, output, maxDegreeOfParallelism);

    /// <summary>Calls the emitted <c>Forward</c> that takes plain weights.</summary>
    public void Forward(ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output) =>
        _forward(input, weight, bias, output);

    /// <summary>Calls the emitted <c>ScratchBytes</c>.</summary>
    public long ScratchBytes(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output) =>
        _scratchBytes(input, weights, output);

    /// <summary>Calls the emitted <c>WorkUnits</c>.</summary>
    public int WorkUnits(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output) =>
        _workUnits(input, weights, output);

    /// <summary>Calls the emitted <c>ForwardRange</c>.</summary>
    public void ForwardRange(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int first, int end) =>
        _forwardRange(input, weights, output, first, end);

    // Calls go on as if there were neither slopes nor residual: both are what was set last.
    private PackMember WithSlopes(PackSlopesMember pack) =>
        (weight, bias, inChannels, outChannels, inputSize) => pack(weight, bias, Slopes, inChannels, outChannels, inputSize);

    private ForwardMember WithSlopes(ForwardSlopesMember forward) =>
        (input, weight, bias, output) => forward(input, weight, bias, Slopes, output);

    private ForwardMember WithResidual(ForwardAddingPlainMember forward) =>
        (input, weight, bias, output) => forward(input, weight, bias, new(Residuals, output.Shape), output);

    private ForwardMember WithBoth(ForwardAllMember forward) =>
        (input, weight, bias, output) => forward(input, weight, bias, Slopes, new(Residuals, output.Shape), output);

    private ForwardPackedMember WithResidual(ForwardAddingMember forward) =>
        (input, weights, output) => forward(input, weights, new(Residuals, output.Shape), output);

    private ForwardThreadsMember WithResidual(ForwardAddingThreadsMember forward) =>
        (input, weights, output, threads) => forward(input, weights, new(Residuals, output.Shape), output, threads);

    private ForwardRangeMember WithResidual(ForwardAddingRangeMember forward) =>
        (input, weights, output, first, end) => forward(input, weights, new(Residuals, output.Shape), output, first, end);

    private static string HostName(int index) => FormattableString.Invariant($"Layer{index}");

    private static Func<int[], int[]> OutputSizeMember(Type host, int rank)
    {
        switch (rank)
        {
            case 1:
                var length = Member<Func<int, int>>(host, "OutputSize");
                return size => [length(size[0])];
            case 2:
                var area = Member<Func<int, int, (int Height, int Width)>>(host, "OutputSize");
                return size =>
                {
                    (int height, int width) = area(size[0], size[1]);
                    return [height, width];
                };
            default:
                var volume = Member<Func<int, int, int, (int Depth, int Height, int Width)>>(host, "OutputSize");
                return size =>
                {
                    (int depth, int height, int width) = volume(size[0], size[1], size[2]);
                    return [depth, height, width];
                };
        }
    }

    private static TDelegate Member<TDelegate>(Type host, string name)
        where TDelegate : Delegate
    {
        Type[] parameters = Array.ConvertAll(typeof(TDelegate).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        MethodInfo? method = host.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters);
        string signature = $"{name}({string.Join(", ", parameters.Select(type => type.Name))})";
        return method is null
            ? throw new MissingMethodException($"the generator emitted no {signature}")
            : method.CreateDelegate<TDelegate>();
    }
}
