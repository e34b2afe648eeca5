using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary><c>verify</c> on small models: what it says and its exit codes.</summary>
[Trait("Level", "Any")]
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2f, 0, "1 passed, 0 refused, 0 failed")]
    [InlineData(2.01f, 1, "0 passed, 0 refused, 1 failed")]
    [InlineData(float.NaN, 1, "0 passed, 0 refused, 1 failed")]
    public void Test_passes_where_every_element_is_right(float wanted, int exitCode, string verdict)
    {
        AddTest("relu", OnnxMessage.Model("Relu", [("x", [2])], [("y", [2])]), [OnnxMessage.Tensor([2], -1, 2)], [OnnxMessage.Tensor([2], 0, wanted)]);

        (int code, string[] lines) = RunFolder();

        Assert.Equal((exitCode, verdict), (code, lines[^1]));
        Assert.Equal(exitCode != 0, lines[0].StartsWith("FAILED: relu: y[1] is 2, not ", StringComparison.Ordinal));
    }

    [Fact]
    public void Shape_that_differs_fails()
    {
        AddTest("relu", OnnxMessage.Model("Relu", [("x", [2])], [("y", [2])]), [OnnxMessage.Tensor([2], -1, 2)], [OnnxMessage.Tensor([2, 1], 0, 2)]);

        (int code, string[] lines) = RunFolder();

        Assert.Equal((1, "FAILED: relu: y has the shape (2), not (2, 1)"), (code, lines[0]));
    }

    [Fact]
    public void Refused_tests_are_grouped_by_their_reason_and_fail_nothing()
    {
        foreach (string name in (string[])["one", "two"])
        {
            AddTest(name, OnnxMessage.Model("Acos", [("x", [1])], [(name, [1])]), [OnnxMessage.Tensor([1], 1)], [OnnxMessage.Tensor([1], 0)]);
        }

        (int code, string[] lines) = RunFolder();

        Assert.Equal((0, "0 passed, 2 refused, 0 failed"), (code, lines[^1]));
        Assert.Equal("refused: The network has operators that are not supported: Acos: one, two", lines[0]);
    }

    [Fact]
    public void Weights_among_the_inputs_become_constants()
    {
        AddTest(
            "conv",
            OnnxMessage.Model("Conv", [("x", [1, 1, 3]), ("w", [1, 1, 2])], [("y", [1, 1, 2])]),
            [OnnxMessage.Tensor([1, 1, 3], 1, 2, 3), OnnxMessage.Tensor([1, 1, 2], 1, 10)],
            [OnnxMessage.Tensor([1, 1, 2], 21, 32)]);

        (int code, string[] lines) = RunFolder();

        Assert.Equal((0, "1 passed, 0 refused, 0 failed"), (code, lines[^1]));
        Assert.StartsWith("Of those that passed, 1 had inputs after the first as constants", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_inputs_makes_a_chain_and_a_scalar_is_a_list_of_one()
    {
        AddTest(
            "sum", OnnxMessage.Model("Sum", [("a", []), ("b", []), ("c", [])], [("y", [])]),
            [OnnxMessage.Tensor([], 1), OnnxMessage.Tensor([], 2), OnnxMessage.Tensor([], 4)], [OnnxMessage.Tensor([], 7)]);
        AddTest("max", OnnxMessage.Model("Max", [("a", [2])], [("y", [2])]), [OnnxMessage.Tensor([2], 3, -4)], [OnnxMessage.Tensor([2], 3, -4)]);

        Assert.Equal("2 passed, 0 refused, 0 failed", RunFolder().Lines[^1]);
    }

    [Fact]
    public void Slope_of_old_models_is_one_for_each_channel()
    {
        AddTest(
            "prelu",
            OnnxMessage.Model("PRelu", [("x", [1, 2, 2]), ("slope", [2])], [("y", [1, 2, 2])], opset: 6),
            [OnnxMessage.Tensor([1, 2, 2], -1, -2, -3, -4), OnnxMessage.Tensor([2], 10, 100)],
            [OnnxMessage.Tensor([1, 2, 2], -10, -20, -300, -400)]);

        Assert.Equal("1 passed, 0 refused, 0 failed", RunFolder().Lines[^1]);
    }

    [Fact]
    public void Scale_of_old_models_is_one_for_each_group()
    {
        AddTest(
            "groups",
            OnnxMessage.Model(
                "GroupNormalization", [("x", [1, 4, 1]), ("scale", [2]), ("bias", [2])], [("y", [1, 4, 1])], opset: 18, ("num_groups", 2)),
            [OnnxMessage.Tensor([1, 4, 1], -1, 1, 3, 5), OnnxMessage.Tensor([2], 1, 10), OnnxMessage.Tensor([2], 0, 100)],
            [OnnxMessage.Tensor([1, 4, 1], -1, 1, 90, 110)]);

        Assert.Equal("1 passed, 0 refused, 0 failed", RunFolder().Lines[^1]);
    }

    [Fact]
    public void Training_is_refused()
    {
        AddTest(
            "training", OnnxMessage.Model("Dropout", [("x", [1]), ("ratio", []), ("training", [])], [("y", [1])]),
            [OnnxMessage.Tensor([1], 3), OnnxMessage.Tensor([], 0.5f), OnnxMessage.Tensor([], 1)], [OnnxMessage.Tensor([1], 6)]);

        Assert.Equal("refused: Dropout node is in training mode; only inference is computed: training", RunFolder().Lines[0]);
    }

    [Theory]
    [InlineData("Expand")]
    [InlineData("Reshape")]
    [InlineData("Gather")]
    public void Real_numbers_for_whole_ones_are_refused(string op)
    {
        AddTest("shape", OnnxMessage.Model(op, [("x", [1]), ("shape", [1])], [("y", [2])]), [OnnxMessage.Tensor([1], 3), OnnxMessage.Tensor([1], 2)], [OnnxMessage.Tensor([2], 3, 3)]);

        Assert.Contains("takes shape, which is of real numbers; it must be of whole ones", RunFolder().Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Bias_that_does_not_fit_is_refused()
    {
        AddTest(
            "conv", OnnxMessage.Model("Conv", [("x", [1, 1, 3]), ("w", [1, 1, 2]), ("b", [2])], [("y", [1, 1, 2])]),
            [OnnxMessage.Tensor([1, 1, 3], 1, 2, 3), OnnxMessage.Tensor([1, 1, 2], 1, 10), OnnxMessage.Tensor([2], 1, 1)], [OnnxMessage.Tensor([1, 1, 2], 22, 33)]);

        Assert.Contains("has a bias of 2 numbers for 1 output channels", RunFolder().Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_made_beside_the_result_is_left_out()
    {
        AddTest(
            "dropout", OnnxMessage.Model("Dropout", [("x", [1])], [("y", [1]), ("mask", [1])]),
            [OnnxMessage.Tensor([1], 3)], [OnnxMessage.Tensor([1], 3), OnnxMessage.Tensor([1], 1)]);

        (int code, string[] lines) = RunFolder();

        Assert.Equal(0, code);
        Assert.EndsWith("1 gave the first output alone.", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_tests_fails() => Assert.Equal((1, "0 passed, 0 refused, 0 failed"), (RunFolder().ExitCode, RunFolder().Lines[^1]));

    [Fact]
    public void Table_is_replaced_between_its_marks_alone()
    {
        AddTest("relu", OnnxMessage.Model("Relu", [("x", [1])], [("y", [1])]), [OnnxMessage.Tensor([1], 1)], [OnnxMessage.Tensor([1], 1)]);
        string table = _folder.File("operators.md");
        File.WriteAllText(table, "Before.\n");
        RunFolder(table);
        string first = File.ReadAllText(table);
        File.AppendAllText(table, "Behind.\n");
        RunFolder(table);

        Assert.Contains("| Relu | 1 | 0 | 0 | 0 | 0 |", first, StringComparison.Ordinal);
        Assert.Equal(first + "Behind.\n", File.ReadAllText(table));
        Assert.StartsWith("Before.\n", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Relu", 2f, 0)]
    [InlineData("Relu", 2.001f, 1)]
    [InlineData("Acos", 2f, 2)]
    public void Model_is_right_or_differs_or_is_refused(string op, float wanted, int exitCode)
    {
        File.WriteAllBytes(_folder.File("model.onnx"), OnnxMessage.Model(op, [("x", [2])], [("y", [2])]).ToArray());
        WriteOracle([-1, 2], [0, wanted]);

        Assert.Equal(exitCode, new VerifyRun(new StringWriter()).Execute(_folder.File("model.onnx"), _folder.File("oracle.npz")));
    }

    [Theory]
    [InlineData("Sigmoid")]
    [InlineData("Softmax")]
    public void Without_an_oracle_ONNX_Runtime_is_asked(string op)
    {
        File.WriteAllBytes(_folder.File("model.onnx"), OnnxMessage.Model(op, [("x", [2, 9])], [("y", [2, 9])]).ToArray());
        var report = new StringWriter();

        int code = new VerifyRun(report).Execute(_folder.File("model.onnx"), null);

        string[] lines = report.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("y: largest difference ", lines[0], StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Matches($@"^ +[0-9.]+ ms  1\. [^ ]*: {op}$", lines[1]);
        Assert.Contains(" ms a run on 1 threads, ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_oracle_computes_is_not_right()
    {
        File.WriteAllBytes(_folder.File("model.onnx"), OnnxMessage.Model("Relu", [("x", [2])], [("y", [2])], opset: 1000).ToArray());
        var report = new StringWriter();

        Assert.Equal(1, new VerifyRun(report).Execute(_folder.File("model.onnx"), null));
        Assert.Contains("y: not compared", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1f, 0)]
    [InlineData(2f, 1)]
    public void Whole_outputs_are_compared_exactly(float wanted, int exitCode)
    {
        File.WriteAllBytes(_folder.File("model.onnx"), OnnxMessage.Model("ArgMax", [("x", [2, 1])], [("y", [1, 1])]).ToArray());
        WriteOracle([-1, 2], [wanted]);

        Assert.Equal(exitCode, new VerifyRun(new StringWriter()).Execute(_folder.File("model.onnx"), _folder.File("oracle.npz")));
    }

    private void WriteOracle(float[] input, float[] output)
    {
        using ZipArchive arrays = ZipFile.Open(_folder.File("oracle.npz"), ZipArchiveMode.Create);
        AddArray(arrays, "input", input);
        AddArray(arrays, "output0", output);
    }

    private static void AddArray(ZipArchive archive, string name, params float[] elements)
    {
        using Stream file = archive.CreateEntry(name + ".npy").Open();
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({elements.Length},), }}".PadRight(117) + "\n";
        file.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes<float>(elements)]);
    }

    private void AddTest(string name, OnnxMessage model, OnnxMessage[] inputs, OnnxMessage[] outputs)
    {
        string data = Directory.CreateDirectory(_folder.File(Path.Combine("tests", name, "test_data_set_0"))).FullName;
        File.WriteAllBytes(Path.Combine(data, "..", "model.onnx"), model.ToArray());
        for (int i = 0; i < inputs.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(data, FormattableString.Invariant($"input_{i}.pb")), inputs[i].ToArray());
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(data, FormattableString.Invariant($"output_{i}.pb")), outputs[i].ToArray());
        }
    }

    private (int ExitCode, string[] Lines) RunFolder(string? table = null)
    {
        var report = new StringWriter();
        int exitCode = new FolderRun(report) { TableFile = table }.Execute(Directory.CreateDirectory(_folder.File("tests")).FullName);
        return (exitCode, report.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }
}
