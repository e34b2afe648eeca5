using ConvGen.Generator.Tests.Incrementality;

namespace ConvGen.Generator.Tests.Hosts;

public class PartsTests
{
    private const string First = """
        using ConvGen;
        [ConvTranspose(k: 2, s: 2)]
        [ConvTranspose(k: 3, Name = "A")]
        internal partial class Up;
        """;

    private const string Second = """
        using ConvGen;
        [ConvTranspose(k: 4, Name = "B")] partial class Up;
        [ConvTranspose(k: 5, Name = "C")] partial class Up;
        """;

    private const string Third = "partial class Up { public int Size { get; set; } }";

    [Theory]
    [InlineData("1.cs", "2.cs", "3.cs")]
    [InlineData("3.cs", "2.cs", "1.cs")]
    [InlineData("2.cs", "", "1.cs")]
    public void Attributes_on_all_parts_make_one_file(string first, string second, string third)
    {
        TrackedRun run = Run((first, First), (second, Second), (third, Third));

        Assert.Single(run.Models);
        Assert.Equal(["A", "B", "C"], run.Models[0].Layers.Select(layer => layer.Name).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Single(run.Files);
    }

    [Fact]
    public void Order_of_files_in_the_compilation_does_not_count()
    {
        TrackedRun one = Run(("1.cs", First), ("2.cs", Second), ("3.cs", Third));
        TrackedRun other = Run(("3.cs", Third), ("2.cs", Second), ("1.cs", First));

        Assert.Equal(one.Files, other.Files);
    }

    [Fact]
    public void Parts_without_a_path_make_one_file() => Assert.Single(Run(("", First), ("", Second), ("", Third)).Files);

    private static TrackedRun Run(params ReadOnlySpan<(string Path, string Text)> files) => new EditedProject(files).First;
}
