using ConvGen.Testing;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ConvGen.Conformance;

/// <summary>What ONNX Runtime computes for a model, all optimisations on.</summary>
internal static class OnnxRuntimeOracle
{
    /// <summary>Runs a model.</summary>
    /// <param name="model">The model file.</param>
    /// <param name="network">The same, compiled: its inputs and outputs.</param>
    /// <param name="inputs">The elements of every input, of <see langword="float"/> or <see langword="long"/>.</param>
    /// <returns>The elements of every output, likewise; null where they are of another type.</returns>
    /// <exception cref="OnnxRuntimeException">It cannot load or run the model.</exception>
    public static Array?[] Run(string model, CompiledNetwork network, Array[] inputs)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(model, options);
        NamedOnnxValue[] given = [.. network.Inputs.Zip(inputs, (input, elements) => Value(session.InputMetadata[input.Name].ElementDataType, input, elements))];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(given, [.. network.Outputs.Select(static output => output.Name)]);
        return [.. results.Select(static result => Elements(result.Value))];
    }

    // Models may have other widths than networks; what is left is refused by ONNX Runtime itself.
    private static NamedOnnxValue Value(TensorElementType type, CompiledNetwork.Tensor input, Array elements) => (type, elements) switch
    {
        (TensorElementType.Int32, long[] whole) => Tensor(input, Array.ConvertAll(whole, static element => (int)element)),
        (TensorElementType.Double, float[] real) => Tensor(input, Array.ConvertAll(real, static element => (double)element)),
        (_, long[] whole) => Tensor(input, whole),
        (_, float[] real) => Tensor(input, real),
        _ => throw new ArgumentException("neither of float nor of long", nameof(elements)),
    };

    private static NamedOnnxValue Tensor<T>(CompiledNetwork.Tensor input, T[] elements) =>
        NamedOnnxValue.CreateFromTensor(input.Name, new DenseTensor<T>(elements, input.Shape));

    private static Array? Elements(object value) => value switch
    {
        Tensor<float> real => real.ToArray(),
        Tensor<double> wide => Array.ConvertAll(wide.ToArray(), static element => (float)element),
        Tensor<long> whole => whole.ToArray(),
        Tensor<int> narrow => Array.ConvertAll(narrow.ToArray(), static element => (long)element),
        _ => null,
    };
}
