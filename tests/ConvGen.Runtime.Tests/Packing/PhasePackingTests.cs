using ConvGen.Geometry;
using ConvGen.Packing;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class PhasePackingTests
{
    // Layers of several boxes are no different here, only large.
    public static TheoryData<string> LayerNames =>
        [.. KernelLayers.All.Select(layer => layer.Name).Where(name => !name.EndsWith("several boxes", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Every_weight_has_its_place_and_the_rest_is_zero(string name)
    {
        LayerCase layer = KernelLayers.Named(name);
        float[] weight = [.. Enumerable.Range(1, layer.WeightShape.Aggregate((product, length) => product * length)).Select(i => (float)i)];
        float[] bias = [.. Enumerable.Range(1, layer.Cout).Select(i => -(float)i)];
        foreach (PhasePacking packing in Packings(name))
        {
            float[] packed = [.. Enumerable.Repeat(float.NaN, (int)packing.Layout.Length)];
            packing.Pack(weight, bias, packed);

            float[] expected = [.. Enumerable.Repeat(float.NaN, (int)packing.Layout.Length)];
            foreach ((long place, float value) in Weights(packing, weight).Concat(Biases(packing, bias)))
            {
                Assert.True(float.IsNaN(expected[place]), "A place has two elements.");
                expected[place] = value;
            }

            Assert.True(expected.AsSpan().SequenceEqual(packed), $"{packing.Tile}, {layer}");
            Assert.True(weight.SequenceEqual(packed.Where(value => value > 0).Order()), $"{packing.Tile}, {layer}");
            Assert.True(bias.SequenceEqual(packed.Where(value => value < 0).OrderDescending()), $"{packing.Tile}, {layer}");
        }
    }

    [Fact]
    public void No_bias_is_a_bias_of_zeros()
    {
        foreach (PhasePacking packing in Packings("plane"))
        {
            float[] packed = [.. Enumerable.Repeat(float.NaN, (int)packing.Layout.Length)];
            packing.Pack(new float[5 * 17 * 16], [], packed);

            Assert.Equal(-1, packed.AsSpan().IndexOfAnyExcept(0f));
        }
    }

    // The width of the vectors only matters through the channels of a block.
    private static IEnumerable<PhasePacking> Packings(string layer) =>
        Boxes.Of(layer).Select(boxes => boxes.Packing).DistinctBy(packing => packing.Layout.Channels);

    // [group][block][phase][input channel][tap][channel of the block], as the documentation of PhasePacking has it.
    private static IEnumerable<(long Place, float Value)> Weights(PhasePacking packing, float[] weight)
    {
        (int Index, int[] Kernels)[] phases = Phases(packing);
        foreach ((int group, int block, int lane, int channel) in Lanes(packing))
        {
            foreach ((int phase, int[] kernels) in phases)
            {
                for (int i = 0; i < packing.InPerGroup * kernels.Length; i++)
                {
                    (int input, int tap) = Math.DivRem(i, kernels.Length);
                    long place = packing.Layout.Weights(group, block) + packing.Phase(phase) + (i * packing.Layout.Channels) + lane;
                    long plane = (((group * packing.InPerGroup) + input) * packing.OutPerGroup) + channel;
                    long element = (plane * packing.Plan.Geometry.KernelVolume) + kernels[tap];
                    yield return (place, channel < packing.OutPerGroup ? weight[element] : 0);
                }
            }
        }
    }

    private static IEnumerable<(long Place, float Value)> Biases(PhasePacking packing, float[] bias) => Lanes(packing).Select(lane => (
        (long)packing.Layout.Bias(lane.Group, lane.Block) + lane.Lane,
        lane.Channel < packing.OutPerGroup ? bias[(lane.Group * packing.OutPerGroup) + lane.Channel] : 0));

    // The lanes of all blocks, with the output channel of the group that each stands for.
    private static IEnumerable<(int Group, int Block, int Lane, int Channel)> Lanes(PhasePacking packing) =>
        from @group in Enumerable.Range(0, packing.Plan.Geometry.Groups)
        from block in Enumerable.Range(0, packing.Layout.Blocks)
        from lane in Enumerable.Range(0, packing.Layout.Channels)
        select (@group, block, lane, (block * packing.Layout.Channels) + lane);

    // The kernel elements of every phase, by ascending input.
    private static (int Index, int[] Kernels)[] Phases(PhasePacking packing)
    {
        LayerGeometry layer = packing.Plan.Geometry;
        IEnumerable<int[]> kernels =
            from z in packing.Plan.Depth.Phases
            from y in packing.Plan.Height.Phases
            from x in packing.Plan.Width.Phases
            select (
                from tz in Enumerable.Range(0, z.TapCount)
                from ty in Enumerable.Range(0, y.TapCount)
                from tx in Enumerable.Range(0, x.TapCount)
                select (((z.Kernel(tz) * layer.Height.Kernel) + y.Kernel(ty)) * layer.Width.Kernel) + x.Kernel(tx)).ToArray();
        return [.. kernels.Select((taps, index) => (index, taps))];
    }
}
