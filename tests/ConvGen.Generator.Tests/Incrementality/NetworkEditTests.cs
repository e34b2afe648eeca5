using ConvGen.Generator.Tests.Diagnostics;
using ConvGen.Generator.Tests.Networks;

namespace ConvGen.Generator.Tests.Incrementality;

public class NetworkEditTests
{
    private const string Up = """
        using ConvGen;
        namespace App;
        [Network("upscaler.onnx", Input = [1, 1, Sizes.Side, 8])]
        internal static partial class Up;
        """;

    private const string Both = """
        using ConvGen;
        namespace App;
        [Network("upscaler.onnx", Name = "Near")]
        [Network("other.onnx", Name = "Far")]
        internal static partial class Both;
        internal static class Unrelated { public const int Width = 3; }
        """;

    private const string Sizes = "namespace App; internal static class Sizes { public const int Side = 8; public const int Other = 1; }";

    private static readonly string s_upscaler = NetworkRuleCases.Upscaler.Manifest;
    private static readonly string s_other = Manifest("Relu");

    private readonly EditedNetworks _project =
        new([("Up.cs", Up), ("Both.cs", Both), ("Sizes.cs", Sizes)], ("upscaler.onnx", s_upscaler), ("other.onnx", s_other), ("unused.onnx", s_other));

    [Fact]
    public void First_run_emits_every_host() => Rewrites(_project.First, "Both", "Up");

    [Theory]
    [InlineData("Both.cs", "Width = 3", "Width = 4")]
    [InlineData("Up.cs", "namespace App;", "namespace App;\ninternal sealed class Prepended;\n")]
    [InlineData("Up.cs", "internal static", "// A comment.\n/// <summary>Doubles.</summary>\n[System.Obsolete] public static")]
    [InlineData("Up.cs", "[1, 1, Sizes.Side, 8]", "new int[] { 1, 2 - 1,\n8, 0x8 }, Algorithm = default, Name = null")]
    [InlineData("Sizes.cs", "Other = 1", "Other = 2")]
    public void Unrelated_edits_rewrite_nothing(string path, string part, string by) => Rewrites(_project.Replace(path, part, by));

    [Theory]
    [InlineData("New.cs", "namespace App; internal sealed class New;")]
    [InlineData("Up.More.cs", "namespace App; partial class Up { public const int One = 1; }")]
    [InlineData("Layer.cs", "[ConvGen.Conv(k: 3)] partial class Layer;")]
    public void New_files_rewrite_nothing(string path, string text) => Rewrites(_project.Write(path, text));

    [Fact]
    public void Manifests_that_say_the_same_and_those_of_no_network_rewrite_nothing()
    {
        Rewrites(_project.WriteManifest("upscaler.onnx", s_upscaler));
        Rewrites(_project.WriteManifest("unused.onnx", Manifest("Tanh")));
        Rewrites(_project.WriteManifest("new.onnx", s_upscaler));
        Rewrites(_project.RemoveManifest("unused.onnx"));
    }

    [Theory]
    [InlineData("Up.cs", "8]", "8], Algorithm = Algorithm.Direct", "Up")]
    [InlineData("Up.cs", "class Up", "class Larger", "Larger")]
    [InlineData("Both.cs", "\"Far\"", "\"Farther\"", "Both")]
    [InlineData("Both.cs", "\"other.onnx\"", "\"unused.onnx\"", "Both")]
    public void Edit_of_an_attribute_rewrites_its_host_alone(string path, string part, string by, string host)
    {
        NetworkEdit edit = _project.Replace(path, part, by);

        Rewrites(edit, host);
        Assert.Equal(2, edit.Files.Count);
    }

    [Fact]
    public void Edit_of_a_manifest_rewrites_the_host_that_names_it()
    {
        NetworkEdit edit = _project.WriteManifest("other.onnx", Manifest("Tanh"));

        Rewrites(edit, "Both");
        Assert.Equal(_project.First.Files["App.Up"], edit.Files["App.Up"]);
        Assert.Contains("Elementwise.Tanh(", edit.Files["App.Both"], StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_come_and_go_with_their_manifests()
    {
        NetworkEdit without = _project.RemoveManifest("other.onnx");
        Rewrites(without);
        Assert.Equal(["App.Up"], without.Files.Keys);

        NetworkEdit again = _project.WriteManifest("other.onnx", s_other);
        Rewrites(again, "Both");
        Assert.Equal(_project.First.Files, again.Files);
    }

    [Fact]
    public void Refused_network_is_emitted_once_it_is_mended()
    {
        Assert.Equal(["App.Both"], _project.Replace("Sizes.cs", "Side = 8", "Side = 7").Files.Keys);

        Rewrites(_project.Replace("Sizes.cs", "Side = 7", "Side = 8"), "Up");
    }

    [Fact]
    public void Networks_on_several_parts_make_one_file()
    {
        NetworkEdit edit = _project.Write("Up.More.cs", """namespace App; [ConvGen.Network("other.onnx", Name = "More")] partial class Up;""");

        Rewrites(edit, "Up");
        Assert.Equal(2, edit.Files.Count);
        Assert.Equal(
            ["other.onnx", "upscaler.onnx"],
            edit.Models.Single(static model => model.Host.Type.Host.Name == "Up").Manifests.Select(static file => file.Model));
    }

    [Fact]
    public void Models_hold_values_alone_and_are_equal_where_sources_are()
    {
        var again = new EditedNetworks(
            [("Sizes.cs", Sizes), ("Both.cs", "// A comment.\n" + Both), ("Up.cs", Up)], ("other.onnx", s_other), ("upscaler.onnx", s_upscaler));

        Assert.Equal(2, _project.First.Models.Length);
        foreach (NetworkGenerator.NetworkSources model in _project.First.Models)
        {
            NetworkGenerator.NetworkSources other = again.First.Models.Single(other => other.Host.HintName == model.Host.HintName);
            Assert.NotSame(model, other);
            Assert.Equal(model, other);
            Assert.Equal(model.GetHashCode(), other.GetHashCode());
            Assert.Empty(ModelWalk.Offences(model.Host));
        }
    }

    private static string Manifest(string op) => new ModelText().Input("x", 1, 4).Node("y", op, "x").Output("y").ToString();

    private static void Rewrites(NetworkEdit edit, params string[] hosts)
    {
        Assert.Equal(hosts, edit.Changed);
        Assert.Equal(hosts.Length, edit.Written);
        Assert.NotEmpty(edit.Models);
    }
}
