using Google.Protobuf;

namespace ConvGen.Build.Tests;

/// <summary>What a manifest says of a model.</summary>
public class ManifestTests
{
    [Fact]
    public void Small_model() => Verify(Models.Convert(Models.Small()).Manifest, "small");

    [Theory]
    [InlineData("fsrcnn_x2")]
    [InlineData("sam_upscaler")]
    public void Exported_network(string name) =>
        Verify(ModelConversion.Read(Path.Combine(Models.Tests, "models", name + ".onnx"), name + ".onnx").Manifest, name);

    [Theory]
    [MemberData(nameof(Models.Files), MemberType = typeof(Models))]
    public void Another_reader_reads_the_same(string file)
    {
        string path = Path.Combine(Models.Tests, file);
        ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        ModelConversion conversion = ModelConversion.Read(path, Path.GetFileName(path));
        NodeProto[] nodes = [.. model.Graph.Node.Where(static node => node.OpType != "Constant")];

        Assert.Equal(nodes.Select(static node => $"{node.OpType} % {Word(node.Name)}"), Models.Records(conversion.Manifest, "node"));
        Assert.Equal(nodes.Select(static node => string.Join(' ', node.Input.Select(Word))), Models.Records(conversion.Manifest, "in"));
        Assert.Equal(nodes.Select(static node => string.Join(' ', node.Output.Select(Word))), Models.Records(conversion.Manifest, "out"));
        Assert.Equal(
            nodes.SelectMany(static node => node.Attribute).Where(static attribute => attribute.Type == AttributeProto.Types.AttributeType.Ints)
                .Select(static attribute => $"{attribute.Name} is {string.Join(' ', attribute.Ints)}"),
            Models.Records(conversion.Manifest, "attr").Where(static record => record.Contains(" is ", StringComparison.Ordinal)));

        Dictionary<string, TensorProto> tensors = model.Graph.Initializer.ToDictionary(static tensor => tensor.Name);
        foreach (NodeProto node in model.Graph.Node.Where(static node => node.OpType == "Constant"))
        {
            tensors.Add(node.Output[0], node.Attribute.Single().T);
        }

        Weights weights = Weights.Of(conversion);
        Assert.Equal(tensors.Where(static tensor => tensor.Value.DataType == 1).Select(static tensor => tensor.Key).Order(StringComparer.Ordinal), weights.Names);
        Assert.All(weights.Names, name =>
        {
            Assert.Equal(tensors[name].Dims, weights.Shapes[name]);
            Assert.Equal(tensors[name].RawData.ToByteArray(), Models.Raw(weights.Tensors[name]).ToByteArray());
        });
    }

    [Theory]
    [MemberData(nameof(Models.Files), MemberType = typeof(Models))]
    public void Same_bytes_make_the_same_bytes(string file)
    {
        string path = Path.Combine(Models.Tests, file);
        (ModelConversion one, ModelConversion two) = (ModelConversion.Read(path, "a"), ModelConversion.Read(path, "a"));

        Assert.Equal(one.Manifest, two.Manifest);
        Assert.Equal(Weights.Bytes(one), Weights.Bytes(two));
    }

    [Fact]
    public void Default_domain_has_two_names()
    {
        ModelProto model = Models.Small();
        model.OpsetImport[0].Domain = "ai.onnx";
        model.Graph.Node[0].Domain = "ai.onnx";

        Assert.Equal(["% 13", "com.microsoft 1"], Models.Records(Models.Convert(model).Manifest, "opset"));
        Assert.Equal("Conv % first%20node", Models.Records(Models.Convert(model).Manifest, "node")[0]);
    }

    [Fact]
    public void Attributes_of_old_files_have_no_type()
    {
        ModelProto model = Models.Small();
        string manifest = WithoutHash(Models.Convert(model).Manifest);
        foreach (AttributeProto attribute in model.Graph.Node.SelectMany(static node => node.Attribute).Where(static attribute => attribute.Name != "none"))
        {
            attribute.Type = AttributeProto.Types.AttributeType.Undefined;
        }

        Assert.Equal(manifest, WithoutHash(Models.Convert(model).Manifest));
    }

    [Fact]
    public void Fields_that_nobody_knows_are_skipped()
    {
        byte[] bytes = Models.Small().ToByteArray();
        // Field 1000 as a number, eight bytes, text, four bytes.
        byte[] unknown = [0xC0, 0x3E, 0x96, 0x01, 0xC1, 0x3E, 1, 2, 3, 4, 5, 6, 7, 8, 0xC2, 0x3E, 2, 9, 9, 0xC5, 0x3E, 1, 2, 3, 4];

        Assert.Equal(WithoutHash(Models.Convert(bytes).Manifest), WithoutHash(Models.Convert([.. unknown, .. bytes, .. unknown]).Manifest));
    }

    [Theory]
    [InlineData(1f, "1")]
    [InlineData(0.1f, "0.1")]
    [InlineData(-0f, "-0")]
    [InlineData(1e-45f, "1.401298E-45")]
    [InlineData(float.MaxValue, "3.40282347E+38")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    [InlineData(float.NaN, "NaN")]
    public void Floats_are_written_so(float number, string text) => Assert.Equal(text, Manifest.ManifestText.Of(number));

    [Fact]
    public void Floats_read_back_as_the_same()
    {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++)
        {
            float number = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            float read = float.Parse(Manifest.ManifestText.Of(number), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(float.IsNaN(number) ? float.IsNaN(read) : BitConverter.SingleToInt32Bits(read) == BitConverter.SingleToInt32Bits(number));
        }
    }

    private static string Word(string text) => Manifest.ManifestText.Of(text);

    private static string WithoutHash(string manifest) =>
        string.Join('\n', manifest.Split('\n').Where(static line => !line.StartsWith("model ", StringComparison.Ordinal)));

    // Approved texts: renaming a .received file approves it.
    private static void Verify(string manifest, string name)
    {
        string stem = Path.Combine(Models.Tests, "ConvGen.Build.Tests", "Snapshots", name);
        (string verified, string received) = (stem + ".verified.convgen", stem + ".received.convgen");
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        File.Delete(received);
        if (expected != manifest)
        {
            File.WriteAllText(received, manifest);
        }

        Assert.Equal(expected, manifest);
    }
}
