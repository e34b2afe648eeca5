namespace ConvGen.Generator.Tests.Emission;

public class SourceWriterTests
{
    private readonly SourceWriter _writer = new();

    [Fact]
    public void Blocks_indent_what_they_hold()
    {
        using (_writer.Open("namespace App"))
        {
            using (_writer.Open("class Up"))
            {
                _writer.Line("int x;");
            }
        }

        Assert.Equal("namespace App\n{\n    class Up\n    {\n        int x;\n    }\n}\n", _writer.ToString());
    }

    [Fact]
    public void Block_without_a_head_is_braces_alone()
    {
        _writer.Open().Dispose();

        Assert.Equal("{\n}\n", _writer.ToString());
    }

    [Fact]
    public void Empty_line_has_no_trailing_blanks()
    {
        using (_writer.Open("class Up"))
        {
            _writer.Line("int x;").Line().Line("int y;");
        }

        Assert.Equal("class Up\n{\n    int x;\n\n    int y;\n}\n", _writer.ToString());
    }

    [Fact]
    public void Lines_end_in_line_feeds_whatever_the_literal_has()
    {
        using (_writer.Open("class Up"))
        {
            _writer.Lines($"int x = {1};\r\n\r\nint y = {2};\nint z;");
        }

        Assert.Equal("class Up\n{\n    int x = 1;\n\n    int y = 2;\n    int z;\n}\n", _writer.ToString());
    }
}
