using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Tests.Diagnostics;

public class MarkedSourceTests
{
    [Fact]
    public void Marks_become_spans_of_the_text_without_them()
    {
        MarkedSource source = MarkedSource.Parse("a{|CG0002:b{|CG0001:cd|}|}e{|CG0004:|}");

        Assert.Equal("abcde", source.Text);
        Assert.Equal<(TextSpan, string)>(
            [(new TextSpan(1, 3), "CG0002"), (new TextSpan(2, 2), "CG0001"), (new TextSpan(5, 0), "CG0004")], source.Marks);
    }

    [Fact]
    public void Open_mark_is_an_error() => Assert.Throws<FormatException>(() => MarkedSource.Parse("{|CG0001:a"));
}
