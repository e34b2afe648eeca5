using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

public class WorkGridTests
{
    // Many inputs, few, one; blocks that fall into parts evenly and not; fewer blocks than parts.
    public static TheoryData<int, int, int> Grids => new()
    {
        { 40, 1, 9 },
        { 3, 2, 16 },
        { 2, 1, 11 },
        { 1, 1, 100 },
        { 1, 1, 3 },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void Units_do_every_block_of_every_input_once(int boxes, int batch, int blocks)
    {
        WorkGrid grid = Grid(boxes, batch, blocks);

        IEnumerable<WorkUnit> units = Enumerable.Range(0, grid.Units).Select(index => grid[index]);

        AssertDoesAll(units, boxes * batch, blocks);
    }

    // A thread that takes many units in a row copies each input once.
    [Theory]
    [MemberData(nameof(Grids))]
    public void Units_that_share_inputs_are_one(int boxes, int batch, int blocks)
    {
        WorkGrid grid = Grid(boxes, batch, blocks);

        List<WorkUnit> units = Shared(grid, 0, grid.Units);

        Assert.Equal(boxes * batch, units.Count);
        AssertDoesAll(units, boxes * batch, blocks);
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void Units_of_several_threads_do_every_block_once(int boxes, int batch, int blocks)
    {
        WorkGrid grid = Grid(boxes, batch, blocks);
        for (int cut = 0; cut <= grid.Units; cut++)
        {
            AssertDoesAll([.. Shared(grid, 0, cut), .. Shared(grid, cut, grid.Units)], boxes * batch, blocks);
        }
    }

    private static WorkGrid Grid(int boxes, int batch, int blocks) => new(new Extent(1, boxes, 1), batch, Groups: 1, blocks);

    private static List<WorkUnit> Shared(WorkGrid grid, int first, int end)
    {
        var units = new List<WorkUnit>();
        for (int index = first, next; index < end; index = next)
        {
            units.Add(grid.Sharing(index, end, out next));
            Assert.InRange(next, index + 1, end);
        }

        return units;
    }

    private static void AssertDoesAll(IEnumerable<WorkUnit> units, int inputs, int blocks)
    {
        int[,] done = new int[inputs, blocks];
        foreach (WorkUnit unit in units)
        {
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                done[unit.Input, block]++;
            }
        }

        Assert.All(done.Cast<int>(), static count => Assert.Equal(1, count));
    }
}
