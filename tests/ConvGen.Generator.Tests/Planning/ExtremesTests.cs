namespace ConvGen.Generator.Tests.Planning;

/// <summary>Legal numbers at their ends: compile time and memory must not grow with them, and nothing may overflow.</summary>
public class ExtremesTests
{
    private const int Most = int.MaxValue;
    private const long Megabyte = 1 << 20;

    public static TheoryData<string, int[], int[], int[], int[]> Layers => new()
    {
        { "stride of 100000", [4], [100_000], [0], [1] },
        { "volume of stride 100000", [3, 3, 3], [100_000, 100_000, 100_000], [0, 0, 0], [1, 1, 1] },
        { "as many phases as stride", [100_000], [100_000], [1], [1] },
        { "longest stride", [3, 3], [Most, Most], [0, 1], [1, 1] },
        { "longest dilation", [1, 2], [1, 1], [0, 0], [Most, Most - 1] },
        { "longest dilation and stride", [2], [Most], [0], [Most - 1] },
        { "most padding", [3], [1], [Most], [1] },
        { "most padding and stride", [3], [Most], [Most], [1] },
        { "longest kernel", [Most], [1], [0], [1] },
        { "longest kernel of two phases", [Most], [2], [Most], [1] },
        { "largest kernel", [Most, Most], [1, 1], [0, 0], [1, 1] },
        { "largest kernel of a volume", [Most, Most, Most], [1, 1, 1], [0, 0, 0], [1, 1, 1] },
        { "longest kernel and stride", [Most], [Most], [0], [1] },
        { "most phases of a volume", [Most, Most, Most], [Most, Most, Most], [0, 0, 0], [1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_is_planned_and_emitted_in_little_memory_and_text(string name, int[] k, int[] s, int[] p, int[] d)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string text = Specs.Emit(Specs.Of(k, s, p, d: d));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 16 * Megabyte, $"{name}: {allocated} bytes");
        Assert.InRange(text.Length, 1, 64 * 1024);
    }

    // Taps that nothing unrolls are not counted one by one for what a size says of them.
    [Fact]
    public void Longest_kernel_is_planned_for_a_size()
    {
        LayerSpec layer = Specs.Of([Most], [1], [0]) with { InChannels = 16, OutChannels = 16, InputSize = new([1]) };

        Assert.False(LayerPlan.Create(layer).IsTapByTap);
    }

    // With a kernel of 4 and a stride of 2, a number of points times these channels is beyond 32 bits, or 0 in them.
    [Theory]
    [InlineData(1 << 28)]
    [InlineData(1 << 30)]
    [InlineData(Most)]
    public void Channels_are_planned_however_many(int channels)
    {
        LayerSpec layer = Specs.Of([4, 4], [2, 2], [1, 1]);

        Assert.NotEmpty(Specs.Emit(layer with { InChannels = channels, OutChannels = 16 }));
        Assert.NotEmpty(Specs.Emit(layer with { InChannels = channels, OutChannels = channels }));
        Assert.NotEmpty(Specs.Emit(layer with { InChannels = 1, OutChannels = channels, InputSize = new([Most, Most]) }));
    }

    [Fact]
    public void Layer_at_its_budgets_is_a_readable_file() =>
        Assert.InRange(Specs.Emit(Specs.Of([UnrollBudget.Taps], [UnrollBudget.Phases])).Length, 1, 450 * 1000);

    [Fact]
    public void Phases_of_a_huge_stride_are_right()
    {
        AxisPhase[] phases = LayerPlan.Create(Specs.Of([3], [Most], [1], d: [2])).Axes[0].Phases;

        Assert.Equal([(1, 1, 0), (3, 2, 0), (Most - 1, 0, 1)], phases.Select(phase => (phase.Offset, phase.Kernel(0), phase.Shift(0))));
    }

    [Fact]
    public void Phases_of_a_huge_padding_are_right()
    {
        AxisPhase phase = Assert.Single(LayerPlan.Create(Specs.Of([2], p: [Most], d: [Most - 1])).Axes[0].Phases);

        Assert.Equal((1, Most - (Most - 1)), (phase.Kernel(0), phase.Shift(0)));
        Assert.Equal((0, Most), (phase.Kernel(1), phase.Shift(1)));
    }
}
