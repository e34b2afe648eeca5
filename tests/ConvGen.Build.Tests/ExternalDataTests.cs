using static ConvGen.OnnxProto.TensorProto.Types;

namespace ConvGen.Build.Tests;

/// <summary>Tensors beside the model file: within its folder, and nowhere else.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _models;

    public ExternalDataTests()
    {
        _models = _folder.File("models");
        Directory.CreateDirectory(Path.Combine(_models, "below"));
        byte[] data = Models.Raw(Enumerable.Range(0, 100).Select(static i => (float)i)).ToByteArray();
        File.WriteAllBytes(_folder.File("outside.data"), data);
        File.WriteAllBytes(Path.Combine(_models, "a.data"), data);
        File.WriteAllBytes(Path.Combine(_models, "below", "b.data"), data);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.data", "8", "12")]
    [InlineData("./a.data", "8", null)]
    [InlineData("below/b.data", "8", "12")]
    [InlineData("below\\b.data", "8", "12")]
    public void Data_in_the_folder_is_read(string location, string offset, string? length)
    {
        if (length is null)
        {
            File.WriteAllBytes(Path.Combine(_models, "a.data"), Models.Raw<float>([0, 1, 2, 3, 4]).ToByteArray());
        }

        ModelConversion conversion = Models.Convert(Model(location, offset, length), _models);

        Assert.Equal([2f, 3f, 4f], Weights.Of(conversion).Tensors["t"]);
        Assert.Equal(["t float32 1 3 = 2 3 4"], Models.Records(conversion.Manifest, "tensor"));
        Assert.Equal(Path.GetFullPath(Path.Combine(_models, location.Replace('\\', '/'))), conversion.ExternalPaths.Single());
    }

    [Theory]
    [InlineData("../outside.data")]
    [InlineData("below/../../outside.data")]
    [InlineData("..\\outside.data")]
    [InlineData("below/../a.data")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share")]
    [InlineData("C:\\data")]
    [InlineData("C:data")]
    [InlineData("a.data:stream")]
    [InlineData("a.data/")]
    [InlineData("a.data\0.txt")]
    public void Data_elsewhere_is_refused(string location) => Refuse(location, "8", "12", "which is no path within the model's folder");

    [Theory]
    [InlineData("link.data")]
    [InlineData("linked/outside.data")]
    [InlineData("dangling.data")]
    public void Links_are_refused(string location)
    {
        File.CreateSymbolicLink(Path.Combine(_models, "link.data"), _folder.File("outside.data"));
        File.CreateSymbolicLink(Path.Combine(_models, "dangling.data"), _folder.File("nothing"));
        Directory.CreateSymbolicLink(Path.Combine(_models, "linked"), _folder.Location);

        Refuse(location, "8", "12", "leads over a link");
    }

    [Theory]
    [InlineData("8", "11", "needs 12 bytes at 8 of 'a.data'; the model gives it 11, and the file has 400")]
    [InlineData("8", "392", "needs 12 bytes at 8 of 'a.data'; the model gives it 392")]
    [InlineData("392", "12", "needs 12 bytes at 392")]
    [InlineData("401", null, "needs 12 bytes at 401")]
    [InlineData("9223372036854775807", "12", "needs 12 bytes at 9223372036854775807")]
    [InlineData("-1", "12", "has the offset '-1', which is no number from 0")]
    [InlineData("9223372036854775808", "12", "has the offset '9223372036854775808'")]
    [InlineData(" 8", "12", "has the offset ' 8'")]
    [InlineData("8", "1e1", "has the length '1e1'")]
    public void Bytes_that_are_not_there_are_refused(string offset, string? length, string message) => Refuse("a.data", offset, length, message);

    [Fact]
    public void Missing_file_and_missing_location_are_refused()
    {
        Assert.Equal("CGM001", Assert.Throws<ModelException>(() => Models.Convert(Model("c.data", "0", "12"), _models)).Code);
        Assert.Equal("CGM001", Assert.Throws<ModelException>(() => Models.Convert(Model("below", "0", "12"), _models)).Code);
        ModelProto model = Model("a.data", "0", "12");
        model.Graph.Initializer[0].ExternalData.Clear();

        Assert.Equal("CGM006", Assert.Throws<ModelException>(() => Models.Convert(model, _models)).Code);
    }

    private void Refuse(string location, string offset, string? length, string message)
    {
        ModelException refusal = Assert.Throws<ModelException>(() => Models.Convert(Model(location, offset, length), _models));

        Assert.Equal("CGM006", refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static ModelProto Model(string location, string offset, string? length)
    {
        var tensor = new TensorProto
        {
            Name = "t",
            DataType = 1,
            Dims = { 3 },
            DataLocation = DataLocation.External,
            ExternalData = { Entry("location", location), Entry("offset", offset), Entry("checksum", "ignored") },
        };
        if (length is not null)
        {
            tensor.ExternalData.Add(Entry("length", length));
        }

        return Models.OfTensor(tensor);
    }

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };
}
