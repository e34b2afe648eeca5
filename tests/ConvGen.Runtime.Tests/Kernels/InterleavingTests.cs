using ConvGen.Kernels;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class InterleavingTests
{
    private const int MostPositions = 21;

    public static TheoryData<int> Phases => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 24];

    [Theory]
    [MemberData(nameof(Phases))]
    public void Phases_alternate(int phases)
    {
        for (int positions = 0; positions <= MostPositions; positions++)
        {
            Agrees(phases, positions, phaseStep: positions);
            Agrees(phases, positions, phaseStep: positions + 13);
        }
    }

    private static void Agrees(int phases, int positions, int phaseStep)
    {
        var source = new GuardedBuffer([.. Enumerable.Range(0, phases * phaseStep).Select(i => (float)i)]);
        var target = new GuardedBuffer((positions * phases) + 1);
        target.Elements[^1] = -1;

        Interleaving.Write(source.Elements, phaseStep, phases, positions, target.Elements);

        for (int i = 0; i < positions * phases; i++)
        {
            (int position, int phase) = Math.DivRem(i, phases);
            Assert.Equal(source.Elements[(phase * phaseStep) + position], target.Elements[i]);
        }

        Assert.Equal(-1, target.Elements[^1]);
        Assert.True(target.IsIntact);
    }
}
