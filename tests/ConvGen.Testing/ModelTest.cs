extern alias build;

using System.Runtime.InteropServices;
using build::ConvGen.Build.Manifest;
using build::ConvGen.Build.Onnx;

namespace ConvGen.Testing;

/// <summary>How a test gives a model's inputs.</summary>
public enum TestInputs
{
    /// <summary>All as inputs of the network.</summary>
    Given,

    /// <summary>The first one of real numbers as an input, the others as constants: parameters that models of networks hold in them.</summary>
    FirstGiven,

    /// <summary>All as constants: what is computed when code is generated.</summary>
    Known,
}

/// <summary>
/// A test of a model as ONNX publishes those of its operators: a folder with <c>model.onnx</c> and, in <c>test_data_set_*</c>, the inputs <c>input_*.pb</c>
/// and what an oracle made of them, <c>output_*.pb</c>.
/// </summary>
public sealed class ModelTest
{
    private readonly string _data;
    private readonly ExternalFiles _files;
    private readonly OnnxModel _model;

    private ModelTest(string name, string data, ExternalFiles files, OnnxModel model) => (Name, _data, _files, _model) = (name, data, files, model);

    /// <summary>A tensor of the test.</summary>
    /// <param name="Shape">Its shape.</param>
    /// <param name="Elements">Its elements, <see langword="float"/> or <see langword="long"/>.</param>
    public sealed record Data(int[] Shape, Array Elements);

    /// <summary>A name that no other test below the folder has.</summary>
    public string Name { get; }

    /// <summary>The operators of the model, each once.</summary>
    public IReadOnlyList<string> Operators => [.. _model.Graph.Nodes.Select(static node => node.Operator).Distinct(StringComparer.Ordinal)];

    /// <summary>The folders with data of all tests below a folder, sorted.</summary>
    public static IEnumerable<string> Find(string folder) =>
        Directory.EnumerateDirectories(folder, "test_data_set_*", SearchOption.AllDirectories)
            .Where(static data => File.Exists(Model(data)))
            .Order(StringComparer.Ordinal);

    /// <summary>Reads the model of a test.</summary>
    /// <param name="folder">The folder of all tests.</param>
    /// <param name="data">The folder of this one's data.</param>
    /// <exception cref="NetworkRefusedException">It is not read.</exception>
    public static ModelTest Read(string folder, string data) => NetworkRequest.Refusable(() =>
    {
        var files = new ExternalFiles(Path.GetDirectoryName(Path.GetFullPath(Model(data)))!);
        return new ModelTest(NameOf(folder, data), data, files, ModelReader.Read(ByteRange.Of(File.ReadAllBytes(Model(data))), files));
    });

    /// <summary>A test's name: its folders, without that of the first data.</summary>
    public static string NameOf(string folder, string data)
    {
        const string First = "/test_data_set_0";
        string name = Path.GetRelativePath(folder, data).Replace(Path.DirectorySeparatorChar, '/');
        return name.EndsWith(First, StringComparison.Ordinal) ? name[..^First.Length] : name;
    }

    /// <summary>How many outputs the model has.</summary>
    public int OutputCount => _model.Graph.Outputs.Count;

    /// <summary>Plans the model.</summary>
    /// <param name="inputs">How its inputs are given.</param>
    /// <param name="outputs">How many of its outputs are wanted.</param>
    /// <exception cref="NetworkRefusedException">It cannot be compiled, or it has other types than those that tests compare.</exception>
    public NetworkRequest Request(TestInputs inputs, int outputs) => NetworkRequest.Refusable(() =>
    {
        foreach (ValueInfo end in _model.Graph.Inputs.Concat(_model.Graph.Outputs.Take(outputs)))
        {
            if (end.Element.Name is not ("float32" or "int64" or "int32" or "bool"))
            {
                throw new NetworkRefusedException($"{end.Element.Name} is not computed");
            }
        }

        if (Passed(inputs).Select(index => _model.Graph.Inputs[index]).FirstOrDefault(static input => input.Element != ElementType.Float32) is { } whole)
        {
            throw new NetworkRefusedException($"an input of {whole.Element.Name} is not computed");
        }

        var graph = new OnnxGraph();
        graph.Nodes.AddRange(_model.Graph.Nodes);
        graph.Outputs.AddRange(_model.Graph.Outputs.Take(outputs));
        graph.Inputs.AddRange(_model.Graph.Inputs);
        graph.Initializers.AddRange(_model.Graph.Initializers);
        graph.Initializers.AddRange(GivenIndices().Except(Passed(inputs)).Select(index => Input(index).Named(_model.Graph.Inputs[index].Name)));
        var contents = ModelContents.Of(graph);
        string file = Name.Replace('/', '.') + ".onnx";
        string manifest = ManifestWriter.Write(file, "", new OnnxModel(_model.Producer, _model.Opsets, graph), contents);
        return NetworkRequest.Create(file, manifest, stream => WeightsFile.Write(contents.Tensors, stream), []);
    });

    /// <summary>The elements of the inputs that a network is given.</summary>
    public float[][] Inputs(TestInputs inputs) => [.. Passed(inputs).Select(index => (float[])Read(Input(index)).Elements)];

    /// <summary>What the oracle made of them.</summary>
    /// <param name="outputs">How many outputs are wanted.</param>
    public Data[] Outputs(int outputs) => [.. Enumerable.Range(0, outputs).Select(index => Read(Tensor(FormattableString.Invariant($"output_{index}.pb"))))];

    private static string Model(string data) => Path.Combine(Path.GetDirectoryName(data)!, "model.onnx");

    private IEnumerable<int> GivenIndices() => Enumerable.Range(0, _model.Graph.Inputs.Count)
        .Where(index => _model.Graph.Initializers.TrueForAll(initializer => initializer.Name != _model.Graph.Inputs[index].Name));

    private IEnumerable<int> Passed(TestInputs inputs) => inputs switch
    {
        TestInputs.Given => GivenIndices(),
        TestInputs.FirstGiven => GivenIndices().Where(index => _model.Graph.Inputs[index].Element == ElementType.Float32).Take(1),
        _ => [],
    };

    private Tensor Input(int index) => Tensor(FormattableString.Invariant($"input_{index}.pb"));

    private Tensor Tensor(string file) => TensorReader.Read(ByteRange.Of(File.ReadAllBytes(Path.Combine(_data, file))), _files);

    private static Data Read(Tensor tensor)
    {
        ByteRange content = tensor.Content();
        ReadOnlySpan<byte> bytes = content.Array.AsSpan(content.Start, content.Length);
        return new Data(tensor.Dimensions, tensor.Element!.Name switch
        {
            "float32" => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
            "int64" => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
            "int32" => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(bytes).ToArray(), static number => (long)number),
            "bool" => Array.ConvertAll(bytes.ToArray(), static flag => (long)flag),
            string other => throw new InvalidDataException($"{other} is not compared"),
        });
    }
}
