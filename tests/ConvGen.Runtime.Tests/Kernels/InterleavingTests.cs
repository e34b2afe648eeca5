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

    // Aligned vectors, and those that overlap them at the ends.
    [Fact]
    public void Two_phases_alternate_wherever_the_row_begins()
    {
        const int most = 75;
        for (int offset = 0; offset <= 16; offset++)
        {
            for (int positions = 0; positions <= most; positions++)
            {
                float[] source = [.. Enumerable.Range(0, 2 * positions).Select(i => (float)i)];
                var target = new GuardedBuffer([.. Enumerable.Repeat(-1f, offset + (2 * positions))]);

                Interleaving.Copy(source, positions, 2, positions, target.Elements[offset..]);

                IEnumerable<float> pairs = Enumerable.Range(0, positions).SelectMany(i => (float[])[source[i], source[positions + i]]);
                Assert.Equal(Enumerable.Repeat(-1f, offset).Concat(pairs), target.Elements.ToArray());
                Assert.True(target.IsIntact);
            }
        }
    }

    private static void Agrees(int phases, int positions, int phaseStep)
    {
        var source = new GuardedBuffer([.. Enumerable.Range(0, phases * phaseStep).Select(i => (float)i)]);
        var target = new GuardedBuffer((positions * phases) + 1);
        target.Elements[^1] = -1;

        Interleaving.Copy(source.Elements, phaseStep, phases, positions, target.Elements);
        AssertAlternates(0);

        float bias = 0.5f;
        Interleaving.Write<AddBias>(source.Elements, phaseStep, phases, positions, target.Elements, ref bias);
        AssertAlternates(bias);

        void AssertAlternates(float added)
        {
            for (int i = 0; i < positions * phases; i++)
            {
                (int position, int phase) = Math.DivRem(i, phases);
                Assert.Equal(source.Elements[(phase * phaseStep) + position] + added, target.Elements[i]);
            }

            Assert.Equal(-1, target.Elements[^1]);
            Assert.True(target.IsIntact);
        }
    }
}
