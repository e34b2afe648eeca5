using System.Text;
using Google.Protobuf;

namespace ConvGen.Build.Tests;

/// <summary>Models that are not converted, and what is said of them.</summary>
public class RefusalTests
{
    public static TheoryData<string, string, Action<ModelProto>> Broken => new()
    {
        { "CGM003", "it has no graph", static model => model.Graph = null },
        { "CGM003", "does not say which operator set", static model => model.OpsetImport.Clear() },
        { "CGM003", "the operator set '' has the version 13, or two", static model => model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx", Version = 13 }) },
        { "CGM003", "the value 'weight' is defined twice", static model => model.Graph.Initializer.Add(model.Graph.Initializer[0]) },
        { "CGM003", "the value 'image' is defined twice", static model => model.Graph.Input.Add(model.Graph.Input[0]) },
        { "CGM003", "the value 'conv' is defined twice", static model => model.Graph.Node.Add(model.Graph.Node[0]) },
        { "CGM003", "the value 'two' is defined twice", static model => model.Graph.Node.Add(model.Graph.Node[1]) },
        { "CGM003", "the value 'image' is defined twice", static model => model.Graph.Node[0].Output[0] = "image" },
        { "CGM003", "the output 'out' is named twice", static model => model.Graph.Output.Add(model.Graph.Output[0]) },
        { "CGM003", "an input or a tensor has no name", static model => model.Graph.Initializer[1].Name = "" },
        { "CGM003", "has no operator", static model => model.Graph.Node[0].OpType = "" },
        { "CGM003", "the node 'first node' ('Conv') reads 'nobody', which nothing defines", static model => model.Graph.Node[0].Input[0] = "nobody" },
        { "CGM003", "nothing defines the output 'nobody'", static model => model.Graph.Output[0].Name = "nobody" },
        { "CGM003", "the node 'first node' has two attributes 'group'", static model => model.Graph.Node[0].Attribute.Add(Models.Int("group", 2)) },
        { "CGM003", "the tensor 'weight' has not the 13 elements of its shape", static model => Shape(model, 0, 13) },
        { "CGM003", "the tensor 'weight' has not the 11 elements of its shape", static model => Shape(model, 0, 11) },
        { "CGM003", "the tensor 'weight' has not the 500000000 elements of its shape", static model => Shape(model, 0, 500_000_000) },
        { "CGM003", "the tensor 'large' of 18 elements of 4 bytes has 68 bytes of data", static model => Shape(model, 1, 18) },
        { "CGM003", "the tensor 'weight' has an axis of -1 elements", static model => Shape(model, 0, -1) },
        { "CGM003", "the tensor 'weight' has an axis of 2147483648 elements", static model => Shape(model, 0, 1L << 31) },
        { "CGM004", "too many elements in the tensor 'weight'", static model => Shape(model, 0, 65536, 65536) },
        { "CGM004", "too many axes in one shape: 64", static model => Shape(model, 0, new long[65]) },
        { "CGM004", "too many elements along an axis", static model => model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue = 1L << 31 },
        { "CGM004", "has 4097 bytes: 4096 are read at most", static model => model.Graph.Node[0].Name = new string('n', 4097) },
        { "CGM004", "too many nodes: 100000", static model => model.Graph.Node.Add(Enumerable.Repeat(model.Graph.Node[0], 100_000)) },
        { "CGM004", "too many inputs and outputs of nodes", static model => model.Graph.Node[0].Output.Add(Enumerable.Repeat("", 1_000_001)) },
        { "CGM004", "too many integers in the tensor 'axes'", static model => model.Graph.Initializer[2] = Integers(16_000_001) },
        { "CGM004", "too many characters in its graph and integer tensors", static model => model.Graph.Initializer[2] = Integers(15_999_999) },
        { "CGM003", "the tensor 'half' of float16 holds -1", static model => model.Graph.Initializer[4].Int32Data[0] = -1 },
        { "CGM003", "the tensor 'half' of float16 holds 65536", static model => model.Graph.Initializer[4].Int32Data[0] = 65536 },
        { "CGM005", "The tensor 'large' holds string, which is not read", static model => model.Graph.Initializer[1].DataType = 8 },
        { "CGM005", "The tensor 'large' holds elements of an unknown type", static model => model.Graph.Initializer[1].DataType = 17 },
        { "CGM005", "The input 'image' is no tensor of numbers of a known type", static model => model.Graph.Input[0].Type.TensorType.ElemType = 14 },
        { "CGM005", "The output 'out' is no tensor", static model => model.Graph.Output[0].Type = null },
        { "CGM005", "A tensor is named __metadata__", static model => model.Graph.Initializer[1].Name = "__metadata__" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Model_is_refused_with_one_line_that_says_why(string code, string message, Action<ModelProto> change)
    {
        ModelProto model = Models.Small();
        change(model);
        ModelException refusal = Assert.Throws<ModelException>(() => Models.Convert(model).WriteWeights(Stream.Null));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("import torch\nmodel = Net()\n", "a text file")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 4745517\n", "a pointer of Git LFS")]
    [InlineData("PK\u0003\u0004\0\0\u0008\u0008\0\0model/data.pkl", "a zip archive, as torch.save and TorchScript write")]
    [InlineData("\u0080\u0002}q\0(X\u0006\0\0\0weight", "a pickle")]
    [InlineData("\u0018\0\0\0ORTM\0\0", "a model in the ORT format")]
    [InlineData("\u001c\0\0\0TFL3\u0014\0", "a TensorFlow Lite model")]
    [InlineData("\u0089HDF\r\n\u001a\n", "an HDF5 file")]
    [InlineData("\u0010\0\0\0\0\0\0\0{\"a\":{}}       ", "a safetensors file")]
    public void File_that_is_no_model_is_named(string content, string kind)
    {
        ModelException refusal = Assert.Throws<ModelException>(() => Models.Convert(Encoding.Latin1.GetBytes(content)));

        Assert.Equal("CGM002", refusal.Code);
        Assert.StartsWith("This is no ONNX model but " + kind, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x3A, 0x05, 0x00 }, "what begins at byte 2 would have 5 bytes, of which 1 are there")]
    [InlineData(new byte[] { 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 }, "would have 18446744073709551615 bytes")]
    [InlineData(new byte[] { 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02 }, "the number at byte 1 has more than 64 bits")]
    [InlineData(new byte[] { 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 }, "the number at byte 1 has more than 64 bits")]
    [InlineData(new byte[] { 0x08, 0x08, 0x13, 0x14 }, "at byte 2 no field begins (tag 19)")]
    [InlineData(new byte[] { 0x00, 0x01 }, "at byte 0 no field begins (tag 0)")]
    [InlineData(new byte[] { 0x38, 0x01 }, "field 7 before byte 1 has wire type 0 in place of 2")]
    [InlineData(new byte[] { 0x12, 0x02, 0xC3, 0x28 }, "is not UTF-8")]
    [InlineData(new byte[] { 0x3A, 0x00, 0x3A, 0x00 }, "it has two graphs")]
    public void Wire_that_is_broken_says_where(byte[] bytes, string message)
    {
        ModelException refusal = Assert.Throws<ModelException>(() => Models.Convert(bytes));

        Assert.Equal("CGM003", refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named()
    {
        ModelException refusal = Assert.Throws<ModelException>(() => ModelConversion.Read("/nowhere/model.onnx", "model.onnx"));

        Assert.Equal("CGM001", refusal.Code);
        Assert.StartsWith("'/nowhere/model.onnx' cannot be read: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_beyond_a_file_are_refused_before_any_is_read()
    {
        // Many tensors that share a megabyte of an external file.
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("data"), new byte[1 << 20]);
        ModelProto model = Models.Small();
        model.Graph.Initializer.Add(Enumerable.Range(0, 2048).Select(static i => new TensorProto
        {
            Name = "shared" + i,
            DataType = 1,
            Dims = { 1 << 18 },
            DataLocation = TensorProto.Types.DataLocation.External,
            ExternalData = { new StringStringEntryProto { Key = "location", Value = "data" } },
        }));
        ModelConversion conversion = Models.Convert(model, folder.Location);
        using var stream = new MemoryStream();

        Assert.Equal("CGM004", Assert.Throws<ModelException>(() => conversion.WriteWeights(stream)).Code);
        Assert.Equal(0, stream.Length);
    }

    private static void Shape(ModelProto model, int initializer, params long[] dimensions)
    {
        model.Graph.Initializer[initializer].Dims.Clear();
        model.Graph.Initializer[initializer].Dims.Add(dimensions);
    }

    private static TensorProto Integers(int count) =>
        new() { Name = "axes", DataType = 2, Dims = { count }, RawData = ByteString.CopyFrom(new byte[count]) };
}
