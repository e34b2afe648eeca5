using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

[Trait("Level", "Any")]
public class LayerCaseFileTests
{
    private const string Header = "name,network,rank,n,cin,cout,in,k,s,p,op,d,g";

    [Fact]
    public void Row_of_the_zoo_is_read()
    {
        LayerCase layer = Parse($"# layers of published networks\n{Header}\nup,Some net,2,3,12,8,5x7,3x5,2x1,1x0,1x0,1x2,4\n").Single();

        Assert.Equal([3, 12, 5, 7], layer.InputShape);
        Assert.Equal([12, 2, 3, 5], layer.WeightShape);
        Assert.Equal([3, 8, 10, 15], layer.OutputShape);
        Assert.True(layer.Bias);
        Assert.Equal("ConvTranspose(k: [3, 5], s: [2, 1], p: [1, 0], op: [1, 0], d: [1, 2], g: 4)", layer.AttributeText);
    }

    [Fact]
    public void Every_shipped_row_gives_the_output_it_states()
    {
        string[] header = File.ReadLines(Path.Combine(GoldenFolder.Location, "cases.csv")).First().Split(',');
        IEnumerable<string> stated = File.ReadLines(Path.Combine(GoldenFolder.Location, "cases.csv")).Skip(1)
            .Select(line => line.Split(',')[Array.IndexOf(header, "out")]);

        Assert.Equal(stated, GoldenFolder.Layers.Select(layer => string.Join('x', layer.Out)));
    }

    [Theory]
    [InlineData("name,rank\n", "layers.csv, line 1: the header has no column 'n'.")]
    [InlineData("# nothing\n", "layers.csv has no header line.")]
    [InlineData(Header + "\nup,net,1,1,1,1,5,3,2,1,0,1\n", "layers.csv, line 2: 12 fields, the header has 13.")]
    [InlineData(Header + "\nup,net,2,1,1,1,5,3,2,1,0,1,1\n", "layers.csv, line 2: in is '5', not 2 numbers with an x between.")]
    [InlineData(Header + "\n\nup,net,1,1,1,1,5,3.5,2,1,0,1,1\n", "layers.csv, line 3: k is '3.5', which holds no whole number.")]
    [InlineData(Header + "\n,net,1,1,1,1,5,3,2,1,0,1,1\n", "layers.csv, line 2: the name is empty.")]
    [InlineData(
        Header + "\nup,net,1,1,1,1,5,3,2,1,0,1,1\nup,net,1,1,1,1,5,3,2,1,0,1,1\n", "layers.csv, line 3: the name 'up' is used twice.")]
    [InlineData(Header + ",bias\nup,net,1,1,1,1,5,3,2,1,0,1,1,yes\n", "layers.csv, line 2: bias is 'yes', not 0 or 1.")]
    [InlineData(Header + ",out\nup,net,1,1,1,1,5,3,2,1,0,1,1,10\n", "layers.csv, line 2: out is '10', its parameters give 9.")]
    public void Malformed_table_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(text)).Message);

    private static IReadOnlyList<LayerCase> Parse(string text)
    {
        using var reader = new StringReader(text);
        return LayerCaseFile.Parse(reader, "layers.csv");
    }
}
