using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class LayerPhasesTests
{
    [Fact]
    public void Taps_of_the_phases_follow_each_other()
    {
        foreach (LayerCase layer in KernelLayers.All)
        {
            LayerPhases plan = KernelLayers.Plan(layer);
            int next = 0;
            int most = 0;
            int phase = 0;
            for (int z = 0; z < plan.Depth.Phases.Length; z++)
            {
                for (int y = 0; y < plan.Height.Phases.Length; y++)
                {
                    for (int x = 0; x < plan.Width.Phases.Length; x++)
                    {
                        Assert.Equal((phase, next), (plan.PhaseIndex(z, y, x), plan.FirstTap(phase)));
                        int taps = plan.Depth.Phases[z].TapCount * plan.Height.Phases[y].TapCount * plan.Width.Phases[x].TapCount;
                        (next, most, phase) = (next + taps, Math.Max(most, taps), phase + 1);
                    }
                }
            }

            Assert.Equal(plan.Geometry.KernelVolume, next);
            Assert.Equal((next, most), (plan.Taps, plan.MostTaps));
        }
    }

    // 1290^3 taps, nearly as many as a span can hold, and as many phases.
    [Fact]
    public void Largest_kernel_takes_no_table_of_its_phases()
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel: 1290, stride: 1290, padding: 0, outputPadding: 0, dilation: 1);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var plan = new LayerPhases(LayerGeometry.FromAxes([axis, axis, axis], groups: 1));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal((1290 * 1290 * 1290, 1), (plan.Taps, plan.MostTaps));
        Assert.Equal(plan.Taps - 1, plan.FirstTap(plan.PhaseIndex(1289, 1289, 1289)));
    }
}
