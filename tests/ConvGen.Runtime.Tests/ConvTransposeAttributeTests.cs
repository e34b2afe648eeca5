using System.Reflection;

namespace ConvGen.Runtime.Tests;

[Trait("Level", "Any")]
public class ConvTransposeAttributeTests
{
    [Fact]
    public void Numbers_are_kept_as_lists_of_one()
    {
        var attribute = new ConvTransposeAttribute(k: 5, s: 4, p: 3, op: 2, d: 6, g: 7);

        Assert.Equal([[5], [4], [3], [2], [6], [7]], Parameters(attribute));
    }

    [Fact]
    public void Numbers_left_out_are_PyTorchs_defaults() =>
        Assert.Equal([[5], [1], [0], [0], [1], [1]], Parameters(new ConvTransposeAttribute(k: 5)));

    [Fact]
    public void Lists_are_kept_as_given()
    {
        var attribute = new ConvTransposeAttribute(k: [5, 6], s: [1, 2], p: [3, 4], op: [0, 1], d: [7, 8], g: 9);

        Assert.Equal([[5, 6], [1, 2], [3, 4], [0, 1], [7, 8], [9]], Parameters(attribute));
    }

    [Fact]
    public void Lists_left_out_are_empty() =>
        Assert.Equal([[5, 6, 7], [], [], [], [], [1]], Parameters(new ConvTransposeAttribute(k: [5, 6, 7])));

    [Fact]
    public void Optional_properties_narrow_nothing_by_default()
    {
        var attribute = new ConvTransposeAttribute(k: 1);

        Assert.Equal((2, null, 0, 0, null, Algorithm.Auto), Options(attribute));
    }

    [Fact]
    public void Optional_properties_hold_what_they_are_given()
    {
        var attribute = new ConvTransposeAttribute(k: 1)
        {
            Rank = 3, Name = "Up", InChannels = 4, OutChannels = 5, InputSize = [6, 7, 8], Algorithm = Algorithm.DirectPixels,
        };

        Assert.Equal((3, "Up", 4, 5, "6, 7, 8", Algorithm.DirectPixels), Options(attribute));
    }

    [Fact]
    public void Stays_on_the_type_several_times()
    {
        IEnumerable<ConvTransposeAttribute> attributes = typeof(Plane).GetCustomAttributes<ConvTransposeAttribute>();

        Assert.Equal(["Channels", "Pixels"], attributes.Select(attribute => attribute.Name).Order());
    }

    private static IReadOnlyList<int>[] Parameters(ConvTransposeAttribute attribute) =>
        [attribute.K, attribute.S, attribute.P, attribute.Op, attribute.D, [attribute.G]];

    private static (int Rank, string? Name, int In, int Out, string? Size, Algorithm Form) Options(ConvTransposeAttribute attribute) => (
        attribute.Rank,
        attribute.Name,
        attribute.InChannels,
        attribute.OutChannels,
        attribute.InputSize is { } size ? string.Join(", ", size) : null,
        attribute.Algorithm);
}
