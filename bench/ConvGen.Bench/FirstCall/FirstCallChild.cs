using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using ConvGen.Testing;

namespace ConvGen.Bench.FirstCall;

/// <summary>The process in which one layer is used for the first time.</summary>
internal sealed class FirstCallChild : IDisposable
{
    private const int LaterUses = 3;

    private readonly LayerData _data;
    private readonly AlignedFloats _output;
    private readonly int[] _inputShape;
    private readonly int[] _outputShape;
    private readonly PackMember _pack;
    private readonly ForwardMember _forward;

    private FirstCallChild(Type host, LayerCase layer)
    {
        _data = new LayerData(layer);
        _output = new AlignedFloats(_data.OutputLength);
        (_inputShape, _outputShape) = (layer.InputShape, layer.OutputShape);
        _pack = Member<PackMember>(host, "Pack");
        _forward = Member<ForwardMember>(host, "Forward");
    }

    private delegate PackedWeights PackMember(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels);

    private delegate void ForwardMember(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    /// <summary>Uses the layer of this index of an assembly a few times.</summary>
    public static FirstCallTimes Measure(string assembly, int index, LayerCase layer)
    {
        Type host = Assembly.LoadFrom(assembly).GetType(FormattableString.Invariant($"Annotated.Layer{index}"), throwOnError: true)!;
        using var child = new FirstCallChild(host, layer);
        TimeSpan jitBefore = JitInfo.GetCompilationTime();
        long methodsBefore = JitInfo.GetCompiledMethodCount();
        double first = child.Use();
        double jit = (JitInfo.GetCompilationTime() - jitBefore).TotalMilliseconds;
        int methods = (int)(JitInfo.GetCompiledMethodCount() - methodsBefore);
        double later = Enumerable.Range(0, LaterUses).Min(_ => child.Use());
        return new FirstCallTimes(first, later, jit, methods);
    }

    public void Dispose()
    {
        _output.Dispose();
        _data.Dispose();
    }

    private double Use()
    {
        long start = Stopwatch.GetTimestamp();
        PackedWeights weights = _pack(_data.Weight.Span, _data.Bias.Span, _data.Layer.Cin, _data.Layer.Cout);
        _forward(
            new ReadOnlyTensorView<float>(_data.Input.Span, _inputShape), weights, new TensorView<float>(_output.Span, _outputShape));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static TDelegate Member<TDelegate>(Type host, string name)
        where TDelegate : Delegate
    {
        Type[] parameters = Array.ConvertAll(typeof(TDelegate).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        return host.GetMethod(name, parameters)!.CreateDelegate<TDelegate>();
    }
}
