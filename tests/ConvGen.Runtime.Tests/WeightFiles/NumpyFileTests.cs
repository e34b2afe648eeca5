namespace ConvGen.Runtime.Tests.WeightFiles;

[Trait("Level", "Any")]
public class NumpyFileTests
{
    [Theory]
    [InlineData("little_f4", "<f4")]
    [InlineData("big_f4", ">f4")]
    [InlineData("little_f8", "<f8")]
    [InlineData("big_f8", ">f8")]
    [InlineData("little_f2", "<f2")]
    [InlineData("big_f2", ">f2")]
    [InlineData("fortran_f4", "<f4")]
    [InlineData("fortran_big_f8", ">f8")]
    public void Types_and_orders_are_read_as_row_major_float32(string name, string type)
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf("types.npz"));
        using NumpyFile read = NumpyFile.Open(new MemoryStream(Fixtures.Bytes("types.npz")));
        foreach (WeightTensor tensor in (WeightTensor[])[file[name], read[name]])
        {
            Assert.Equal(Fixtures.Numbers, tensor.AsSpan().ToArray());
            Assert.Equal($"{name}, {type} (2, 3, 2)", tensor.ToString());
        }
    }

    [Fact]
    public void Scalar_and_empty_array_are_read()
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf("types.npz"));

        Assert.Equal([2.5f], file["scalar"].AsSpan().ToArray());
        Assert.Empty(file["scalar"].Shape.ToArray());
        Assert.True(file["empty"].AsSpan().IsEmpty);
        Assert.Equal([0, 3], file["empty"].Shape.ToArray());
    }

    [Fact]
    public void Names_are_those_of_the_archive()
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf("types.npz"));

        Assert.Equal(13, file.Names.Count);
        Assert.Equal("little_f4", file.Names[0]);
        Assert.Equal("int64, <i8 (3)", file["int64"].ToString());
        Assert.Same(file["big_f4"], file["big_f4"]);
        Assert.StartsWith(
            "types.npz has no tensor 'litle_f4'; the nearest are 'little_f4', ",
            Assert.Throws<KeyNotFoundException>(() => file["litle_f4"]).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int64", "types.npz, array 'int64': the tensor int64 has elements <i8, which are not read as float32; legal are ")]
    [InlineData("objects", "types.npz, array 'objects': its elements are '|O', which is no type of numbers; ")]
    [InlineData("bfloat16", "types.npz, array 'bfloat16': its elements are '|V2', which is no type of numbers; bfloat16 is saved as ")]
    public void Other_types_are_refused(string name, string message)
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf("types.npz"));

        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => file[name].AsSpan().Length).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("version2")]
    public void Single_array_is_called_as_its_file(string name)
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf(name + ".npy"));
        using NumpyFile read = NumpyFile.Open(new MemoryStream(Fixtures.Bytes(name + ".npy")));

        Assert.Equal([name], file.Names);
        Assert.Equal(Fixtures.Numbers, file[name].AsSpan().ToArray());
        Assert.Equal(Fixtures.Numbers, read["arr_0"].AsSpan().ToArray());
    }

    [Fact]
    public void Deflated_arrays_are_read()
    {
        using NumpyFile file = NumpyFile.Open(Fixtures.PathOf("deflated.npz"));

        Assert.Equal(Fixtures.Numbers, file["f4"].AsSpan().ToArray());
        Assert.Equal(new float[10_000], file["zeros"].AsSpan().ToArray());
    }

    [Fact]
    public void Disposed_archive_reads_nothing_more()
    {
        NumpyFile file = NumpyFile.Open(Fixtures.PathOf("types.npz"));
        WeightTensor read = file["little_f4"];
        file.Dispose();
        file.Dispose();

        Assert.Equal(Fixtures.Numbers, read.AsSpan().ToArray());
        Assert.Throws<ObjectDisposedException>(() => file["big_f4"]);
    }

    [Fact]
    public void Missing_file_is_missing() => Assert.Throws<FileNotFoundException>(() => NumpyFile.Open(Fixtures.PathOf("none.npz")));

    [Fact]
    public void SafeTensors_are_refused_with_their_reader() => Assert.Equal(
        "types.safetensors: it looks like a safetensors file; SafeTensors.Open opens those.",
        Assert.Throws<InvalidDataException>(() => NumpyFile.Open(Fixtures.PathOf("types.safetensors"))).Message);
}
