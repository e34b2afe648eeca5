using ConvGen.Kernels;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class LayerPlanTests
{
    [Fact]
    public void Taps_of_the_phases_follow_each_other()
    {
        foreach (LayerCase layer in KernelLayers.All)
        {
            LayerPlan plan = KernelLayers.Plan(layer);
            int next = 0;
            int most = 0;
            int phase = 0;
            for (int z = 0; z < plan.Depth.Phases.Length; z++)
            {
                for (int y = 0; y < plan.Height.Phases.Length; y++)
                {
                    for (int x = 0; x < plan.Width.Phases.Length; x++)
                    {
                        Assert.Equal((phase, next), (plan.PhaseIndex(z, y, x), plan.FirstTaps[phase]));
                        int taps = plan.Depth.Phases[z].TapCount * plan.Height.Phases[y].TapCount * plan.Width.Phases[x].TapCount;
                        (next, most, phase) = (next + taps, Math.Max(most, taps), phase + 1);
                    }
                }
            }

            Assert.Equal(plan.Geometry.KernelVolume, next);
            Assert.Equal((phase, next, most), (plan.FirstTaps.Length, plan.Taps, plan.MostTaps));
        }
    }
}
