namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>The code of register tiles as it is printed into the runtime: one of each kind is approved as it reads.</summary>
public class TileTests
{
    [Theory]
    [InlineData("ChannelTile4x2")]
    [InlineData("PixelTile3x4")]
    [InlineData("InterleavedSquare2x2")]
    [InlineData("InterleavedLine3x2")]
    public void Reads_as_approved(string name) =>
        Snapshot.Verify(TileWriter.Write(TileShape.All.Single(shape => shape.Name == name)), name);

    [Fact]
    public void Names_are_their_own() => Assert.Distinct(TileShape.All.Select(static shape => shape.Name));
}
