using System.Collections.Immutable;
using ConvGen.Generator.Tests.Snapshots;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Incrementality;

public class ModelTests
{
    public static TheoryData<string> Names => Configurations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_holds_values_alone(string name) => Assert.Empty(ModelWalk.Offences(Model(Configurations.Source(name))));

    [Fact]
    public void Walk_names_what_keeps_a_compilation_alive()
    {
        CSharpCompilation compilation = GeneratorHost.CreateCompilation("class C;");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SyntaxNode root = tree.GetRoot(CancellationToken.None);
        object[] bad =
        [
            compilation, tree, root, root.GetLocation(), compilation.GetTypeByMetadataName("C")!, compilation.GetSemanticModel(tree),
        ];

        Assert.All(bad, item => Assert.Single(ModelWalk.Offences(new Planted(new(item), default, default))));
        Assert.Equal(
            ["Planted.<Inner>k__BackingField.<Content>k__BackingField is a Location"],
            ModelWalk.Offences(new Planted(new(root.GetLocation()), default, default)));
    }

    [Fact]
    public void Walk_names_what_compares_by_reference()
    {
        Assert.Empty(ModelWalk.Offences(new Planted(new("text"), new([new("text")]), default)));
        Assert.Equal(
            ["Planted.<Inner>k__BackingField.<Content>k__BackingField compares by reference"],
            ModelWalk.Offences(new Planted(new((int[])[1]), default, default)));
        Assert.Single(ModelWalk.Offences(new Planted(new(new List<int>()), default, default)));
        Assert.Single(ModelWalk.Offences(new Planted(new("text"), new([new("text"), new(new object())]), default)));
        Assert.Single(ModelWalk.Offences(new Planted(new("text"), default, [1])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_sources_give_equal_models(string name)
    {
        HostSpec first = Model(Configurations.Source(name));
        HostSpec second = Model("// A comment.\n" + Configurations.Source(name));

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Different_sources_give_different_models()
    {
        HostSpec[] models = [.. Configurations.All.Select(name => Model(Configurations.Source(name)))];

        Assert.Equal(models.Length, models.Distinct().Count());
    }

    [Theory]
    [InlineData("k: 4, s: 2, p: 1", "k: [4, 4], s: [2, 2], p: [1, 1]")]
    [InlineData("k: 4, s: 2, Rank = 3", "k: [4, 4, 4], s: [2, 2, 2], p: [0, 0, 0], op: [0, 0, 0], d: [1, 1, 1], g: 1")]
    [InlineData("k: 4", "4, 1, 0, 0, 1, 1, Rank = 2, Algorithm = Algorithm.Auto")]
    [InlineData("k: 4, s: 2, Rank = 1", "new int[] { 4 }, new[] { 2 }, null")]
    public void Ways_to_write_a_layer_give_one_model(string one, string other)
    {
        HostSpec[] models =
            [.. from arguments in (string[])[one, other] select Model($"using ConvGen; [ConvTranspose({arguments})] partial class Up;")];

        Assert.Equal(models[0], models[1]);
    }

    private static HostSpec Model(string source) => new TrackedDriver().Run(GeneratorHost.CreateCompilation(source)).Models.Single();

    private sealed record Planted(PlantedPart Inner, EquatableArray<PlantedPart> Parts, ImmutableArray<int> Numbers);

    private sealed record PlantedPart(object Content);
}
