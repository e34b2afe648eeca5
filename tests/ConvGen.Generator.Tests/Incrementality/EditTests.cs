using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Incrementality;

public class EditTests
{
    private const string Up = """
        using ConvGen;
        namespace App;
        /// <summary>Doubles.</summary>
        [ConvTranspose(k: Sizes.Kernel, s: 2, p: 1)]
        internal static partial class Up;
        """;

    private const string Decoder = """
        using ConvGen;
        namespace App;
        [ConvTranspose(k: 4, s: 4, Name = "Near")]
        [ConvTranspose(k: 8, s: 4, p: 2, Name = "Smooth")]
        internal static partial class Decoder;
        internal static class Unrelated { public const int Width = 3; }
        """;

    private const string Sizes = "namespace App; internal static class Sizes { public const int Kernel = 4; public const int Other = 1; }";

    private readonly EditedProject _project = new(("Up.cs", Up), ("Decoder.cs", Decoder), ("Sizes.cs", Sizes));

    [Fact]
    public void First_run_emits_every_host()
    {
        Assert.Equal(["Decoder", "Up"], _project.First.Reemitted);
        Assert.Equal(2, _project.First.Written);
    }

    [Fact]
    public void Unrelated_type_reemits_nothing() =>
        Reemits(_project.Replace("Decoder.cs", "Width = 3", "Width = 4"), []);

    [Fact]
    public void Appended_type_reemits_nothing() =>
        Reemits(_project.Write("Up.cs", Up + "\ninternal sealed class Appended { public int Count { get; set; } }\n"), []);

    [Fact]
    public void Prepended_type_reemits_nothing() =>
        Reemits(_project.Replace("Up.cs", "namespace App;", "namespace App;\ninternal sealed class Prepended;\n"), []);

    [Fact]
    public void New_file_reemits_nothing() =>
        Reemits(_project.Write("New.cs", "namespace App; internal sealed class New;"), []);

    [Fact]
    public void New_file_with_a_host_emits_that_host_alone() =>
        Reemits(_project.Write("New.cs", "[ConvGen.ConvTranspose(k: 2, s: 2)] internal static partial class New;"), ["New"]);

    [Fact]
    public void Replaced_file_emits_its_new_host_alone()
    {
        TrackedRun run = _project.Write("Decoder.cs", "[ConvGen.ConvTranspose(k: 2, s: 2)] internal static partial class Other;");

        Reemits(run, ["Other"]);
        Assert.Equal(["App.Up", "Other"], run.Files.Keys.Select(file => file.Split('-')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Removed_file_takes_its_host_with_it()
    {
        TrackedRun run = _project.Remove("Decoder.cs");

        Assert.Equal(0, run.Written);
        Assert.Equal(["App.Up"], run.Files.Keys.Select(file => file.Split('-')[0]));
    }

    [Fact]
    public void Dependency_change_reemits_nothing()
    {
        using var library = new MemoryStream();
        Assert.True(GeneratorHost.CreateCompilation("public class Dependency;").Emit(library).Success);

        Reemits(_project.Reference(MetadataReference.CreateFromImage(library.ToArray())), []);
    }

    [Fact]
    public void Reference_to_tensors_writes_every_host_again()
    {
        TrackedRun run = _project.Reference(TensorReference.Value);

        Assert.Empty(run.Reemitted);
        Assert.Equal(2, run.Written);
        Assert.All(run.Files.Values, file => Assert.Contains("TensorSpan<float>", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("internal static", "// A comment.\ninternal static")]
    [InlineData("/// <summary>Doubles.</summary>", "/// <summary>Doubles height and width.</summary>\n\n")]
    [InlineData("k: Sizes.Kernel, s: 2, p: 1", "p: 1 /* crop */,\n    s:2,k:Sizes . Kernel")]
    [InlineData("s: 2, p: 1", "s: 1 + 1, p: 0x1")]
    [InlineData("internal static", "public static")]
    public void Cosmetic_change_reemits_nothing(string part, string by) => Reemits(_project.Replace("Up.cs", part, by), []);

    [Theory]
    [InlineData("internal static", "[System.Obsolete]\ninternal static")]
    [InlineData("internal static", "[System.Diagnostics.DebuggerStepThrough, System.Obsolete(\"Old.\")]\ninternal static")]
    public void Unrelated_attribute_reemits_nothing(string part, string by) => Reemits(_project.Replace("Up.cs", part, by), []);

    [Theory]
    [InlineData("Up.cs", "p: 1", "p: 0", "Up")]
    [InlineData("Up.cs", "class Up", "class Larger", "Larger")]
    [InlineData("Decoder.cs", "Name = \"Near\"", "Name = \"Nearest\"", "Decoder")]
    [InlineData("Decoder.cs", "p: 2", "p: 1", "Decoder")]
    public void Edit_of_a_host_reemits_that_host_alone(string path, string part, string by, string host)
    {
        TrackedRun run = _project.Replace(path, part, by);

        Reemits(run, [host]);
        Assert.Equal(2, run.Files.Count);
        Assert.NotEqual(_project.First.Files, run.Files);
    }

    [Fact]
    public void Constant_in_another_file_reemits_the_host_that_uses_it()
    {
        Reemits(_project.Replace("Sizes.cs", "Other = 1", "Other = 2"), []);
        TrackedRun run = _project.Replace("Sizes.cs", "Kernel = 4", "Kernel = 6");

        Reemits(run, ["Up"]);
        string emitted = run.Files.Single(file => file.Key.StartsWith("App.Up", StringComparison.Ordinal)).Value;
        Assert.Contains("KernelHeight = 6,", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_on_another_part_reemits_its_host_alone()
    {
        Reemits(_project.Write("Up.More.cs", "namespace App; partial class Up { public const int One = 1; }"), []);
        TrackedRun run = _project.Write(
            "Up.More.cs", """namespace App; [ConvGen.ConvTranspose(k: 2, s: 2, Name = "More")] partial class Up;""");

        Reemits(run, ["Up"]);
        Assert.Equal(2, run.Files.Count);
    }

    [Fact]
    public void Mended_host_is_emitted_again()
    {
        TrackedRun broken = _project.Replace("Up.cs", "s: 2", "s: 0");
        Assert.Single(broken.Files);

        Reemits(_project.Replace("Up.cs", "s: 0", "s: 2"), ["Up"]);
    }

    private static void Reemits(TrackedRun run, string[] hosts)
    {
        Assert.Equal(hosts, run.Reemitted);
        Assert.Equal(hosts.Length, run.Written);
        if (hosts.Length == 0)
        {
            run.AssertNothingReemitted();
        }
    }
}
