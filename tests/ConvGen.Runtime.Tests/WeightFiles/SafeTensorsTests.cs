namespace ConvGen.Runtime.Tests.WeightFiles;

[Trait("Level", "Any")]
public class SafeTensorsTests
{
    [Theory]
    [InlineData("f32", "F32")]
    [InlineData("f64", "F64")]
    [InlineData("f16", "F16")]
    [InlineData("bf16", "BF16")]
    public void Types_are_read_as_float32(string name, string type)
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));
        using SafeTensors read = SafeTensors.Open(new MemoryStream(Fixtures.Bytes("types.safetensors")));
        foreach (WeightTensor tensor in (WeightTensor[])[file[name], read[name]])
        {
            Assert.Equal(Fixtures.Numbers, tensor.AsSpan().ToArray());
            Assert.Equal([2, 3, 2], tensor.Shape.ToArray());
            Assert.Equal($"{name}, {type} (2, 3, 2)", tensor.ToString());
        }
    }

    [Fact]
    public void Scalar_and_empty_tensor_are_read()
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));

        Assert.Equal([2.5f], file["scalar"].AsSpan().ToArray());
        Assert.Empty(file["scalar"].Shape.ToArray());
        Assert.True(file["empty"].AsSpan().IsEmpty);
        Assert.Equal([0, 3], file["empty"].Shape.ToArray());
    }

    [Fact]
    public void Names_are_those_of_the_file()
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));

        Assert.Equal(["f32", "f64", "f16", "bf16", "i64", "bool", "empty", "scalar"], file.Names);
        Assert.True(file.Contains("i64"));
        Assert.False(file.Contains("I64"));
        Assert.True(file.TryGet("f16", out WeightTensor? tensor));
        Assert.Same(tensor, file["f16"]);
        Assert.False(file.TryGet("__metadata__", out _));
        Assert.Equal("pt", Assert.Single(file.Metadata).Value);
    }

    [Theory]
    [InlineData("i64", "I64")]
    [InlineData("bool", "BOOL")]
    public void Other_types_are_listed_but_not_read(string name, string type)
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));
        WeightTensor tensor = file[name];

        Assert.Equal(type, tensor.DataType);
        Assert.Equal(
            $"types.safetensors: the tensor {name} has elements {type}, which are not read as float32; legal are float16, bfloat16, float32 and float64.",
            Assert.Throws<InvalidDataException>(() => tensor.AsSpan().Length).Message);
    }

    [Fact]
    public void Float32_is_shown_without_a_copy_and_the_rest_converted_once()
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));
        foreach (string name in file.Names.Where(static name => name is "f32" or "f64" or "f16" or "bf16"))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadOnlySpan<float> first = file[name].AsSpan();
            Assert.Equal(name == "f32", GC.GetAllocatedBytesForCurrentThread() == before);
            Assert.True(first == file[name].AsSpan());
        }
    }

    [Fact]
    public void Tensor_that_lies_askew_is_copied()
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("unaligned.safetensors"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        ReadOnlySpan<float> elements = file["f32"].AsSpan();

        Assert.True(GC.GetAllocatedBytesForCurrentThread() > before);
        Assert.Equal(Fixtures.Numbers, elements.ToArray());
    }

    [Fact]
    public void Disposed_file_shows_nothing()
    {
        SafeTensors file = SafeTensors.Open(Fixtures.PathOf("types.safetensors"));
        WeightTensor tensor = file["f32"];
        file.Dispose();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => tensor.AsSpan().Length);
    }

    [Fact]
    public void Wrong_name_is_answered_with_the_nearest()
    {
        using SafeTensors file = SafeTensors.Open(Fixtures.PathOf("network.safetensors"));

        Assert.Equal(
            "network.safetensors has no tensor 'net.3.wieght'; the nearest are '3.weight', '0.weight', '1.weight'.",
            Assert.Throws<KeyNotFoundException>(() => file["net.3.wieght"]).Message);
    }

    [Theory]
    [InlineData("zip.pt")]
    [InlineData("legacy.pt")]
    public void Pickle_is_refused_with_the_way_out(string name)
    {
        string expected = $"{name}: it is a pickle of PyTorch's; save it in Python by "
            + "safetensors.torch.save_file(model.state_dict(), \"model.safetensors\") and open that.";

        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => SafeTensors.Open(Fixtures.PathOf(name))).Message);
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => NumpyFile.Open(Fixtures.PathOf(name))).Message);
    }

    [Theory]
    [InlineData("types.npz", "it is a zip archive; NumpyFile.Open opens .npz")]
    [InlineData("plain.npy", "it is an array of NumPy's; NumpyFile.Open opens it")]
    public void File_of_another_format_is_refused_with_its_reader(string name, string cause) =>
        Assert.Equal($"{name}: {cause}.", Assert.Throws<InvalidDataException>(() => SafeTensors.Open(Fixtures.PathOf(name))).Message);

    [Fact]
    public void Missing_file_is_missing() => Assert.Throws<FileNotFoundException>(() => SafeTensors.Open(Fixtures.PathOf("none.safetensors")));
}
