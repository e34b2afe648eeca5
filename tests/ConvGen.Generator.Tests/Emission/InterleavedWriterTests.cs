using ConvGen.Generator.Tests.Planning;

namespace ConvGen.Generator.Tests.Emission;

public class InterleavedWriterTests
{
    // Inputs that follow each other meet kernel elements a stride apart, the last ones first.
    [Theory]
    [InlineData(9, 1, "// kernel [8 - rowTap, 3]")]
    [InlineData(27, 3, "// kernel [24 - 3 * rowTap, 3]")]
    public void Loop_counts_kernel_elements_downwards(int kernel, int stride, string comment)
    {
        string text = Specs.Emit(Specs.Of([kernel, 4], [stride, 2], [0, 1]));

        Assert.Contains("for (int rowTap = 0; rowTap < 9; rowTap++)", text, StringComparison.Ordinal);
        Assert.Contains(comment, text, StringComparison.Ordinal);
    }
}
