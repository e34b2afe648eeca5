using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

public class TileCoverTests
{
    public static TheoryData<string> Names => new(TileShape.All.Where(static shape => shape.Rest is not null).Select(static shape => shape.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Pixels_are_covered_at_most_one_of_them_twice(string name)
    {
        TileShape shape = Named(name);
        for (int pixels = 1; pixels < 200; pixels++)
        {
            int covered = Covered(TileCover.Of(pixels, shape));
            // Two alone may have no tile of their own.
            Assert.InRange(covered, pixels, pixels == 2 ? shape.Rest!.Rows : pixels + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_are_never_more_tiles_than_full_ones_would_take(string name)
    {
        TileShape shape = Named(name);
        for (int pixels = 0; pixels < 200; pixels++)
        {
            Assert.InRange(TileCover.Of(pixels, shape).Tiles, 0, (pixels + shape.Rows - 1) / shape.Rows);
        }
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(7, 6, 1)]
    [InlineData(8, 4, 4)]
    [InlineData(10, 6, 4)]
    [InlineData(16, 6, 6, 4)]
    [InlineData(20, 6, 6, 4, 4)]
    public void Full_tiles_come_first(int pixels, params int[] rows)
    {
        var cover = TileCover.Of(pixels, TileShape.Channels6x2);
        Assert.Equal(rows, Enumerable.Range(0, cover.Tiles).Select(cover.Rows));
    }

    [Fact]
    public void A_list_ends_with_its_last_pixel_repeated()
    {
        int[] offsets = new int[2 * (6 + 4)];
        var list = new TileList(TileCover.Of(9, TileShape.Channels6x2), offsets);
        for (int pixel = 0; pixel < 9; pixel++)
        {
            list.Add(pixel, 100 + pixel);
        }

        list.Complete();
        Assert.Equal([0, 100, 1, 101, 2, 102, 3, 103, 4, 104, 5, 105], offsets[..12]);
        Assert.Equal([6, 106, 7, 107, 8, 108, 8, 108], offsets[12..]);
    }

    private static TileShape Named(string name) => TileShape.All.Single(shape => shape.Name == name);

    private static int Covered(TileCover cover) => Enumerable.Range(0, cover.Tiles).Sum(cover.Rows);
}
