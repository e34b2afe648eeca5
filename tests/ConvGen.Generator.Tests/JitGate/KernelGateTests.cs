using ConvGen.JitGate;

namespace ConvGen.Generator.Tests.JitGate;

public class KernelGateTests(KernelGateTests.KernelRun run) : IClassFixture<KernelGateTests.KernelRun>
{
    // As the JIT prints it.
    private const string Kernel =
        "ConvGen.Generated.<Annotated_Up_12345678_g>F0A1B__Up_Kernels:Phase0[ConvGen.CompilerServices.ChannelTile6x2`2["
        + "ConvGen.CompilerServices.Simd128,System.Runtime.Intrinsics.Vector128`1[float]]](byref)";

    private static readonly PlannedKernel s_kernel = new("Up_Kernels", "Phase0", "ChannelTile");

    private static readonly PlannedKernel[] s_planned = [.. PlannedKernel.Of(GatedLayers.All), .. PlannedKernel.Looped];

    [Fact]
    public void Every_planned_kernel_is_fully_optimised() => AssertNone(KernelGate.Complaints(s_planned, run.Report));

    [Fact]
    public void Every_planned_kernel_has_its_tile_inlined() => AssertNone(KernelGate.Calls(s_planned, run.Report));

    [Fact]
    public void Kernels_with_wide_sums_are_among_them() =>
        Assert.Contains(run.Report.Methods, method => PlannedKernel.Read(method.Name) is { Wide: true });

    [Fact]
    public async Task Kernel_beyond_the_jits_limits_does_not_pass()
    {
        var planted = new PlannedKernel("OverBudget_Kernels", "Phase0", "ChannelTile");

        JitReport report = await GateProcess.RunAsync("over-budget");

        Assert.Equal([$"{planted} was compiled as Tier-0 switched MinOpts"], KernelGate.Complaints([planted], report));
        Assert.NotEmpty(KernelGate.Calls([planted], report));
    }

    [Theory]
    [InlineData("Tier0")]
    [InlineData("Tier1")]
    [InlineData("MinOpts")]
    [InlineData("Instrumented Tier0")]
    [InlineData("Tier-0 switched MinOpts")]
    public void Other_tiers_do_not_pass(string tier) =>
        Assert.Equal([$"{s_kernel} was compiled as {tier}"], KernelGate.Complaints([s_kernel], Report(Summary(Kernel, tier))));

    [Fact]
    public void Wide_variant_must_be_optimised_too()
    {
        string wide = Kernel.Replace(".Simd", ".WideSimd", StringComparison.Ordinal);

        JitReport report = Report(Summary(Kernel, "FullOpts"), Summary(wide, "Tier0"));

        Assert.Equal(["Up_Kernels:Phase0[ChannelTile, wide] was compiled as Tier0"], KernelGate.Complaints([s_kernel], report));
    }

    [Fact]
    public void Full_optimisation_passes() => Assert.Empty(KernelGate.Complaints([s_kernel], Report(Summary(Kernel, "FullOpts"))));

    [Theory]
    [InlineData("__Up_Kernels", "__BackUp_Kernels")]
    [InlineData("Phase0", "Phase01")]
    [InlineData("ChannelTile", "PixelTile")]
    [InlineData(".Simd", ".WideSimd")]
    [InlineData(Kernel, "Program:Main()")]
    public void Other_methods_do_not_stand_in_for_a_kernel(string part, string by)
    {
        JitReport report = Report(Summary(Kernel.Replace(part, by, StringComparison.Ordinal), "FullOpts"));

        Assert.Equal([$"{s_kernel} was not compiled"], KernelGate.Complaints([s_kernel], report));
    }

    [Fact]
    public void Empty_report_does_not_pass() =>
        Assert.Equal([$"{s_kernel} was not compiled"], KernelGate.Complaints([s_kernel], Report("")));

    [Fact]
    public void Plan_without_kernels_does_not_pass() => Assert.NotEmpty(KernelGate.Complaints([], Report("")));

    [Fact]
    public void Calls_are_those_of_kernels()
    {
        JitReport report = Report(
            $"; Assembly listing for method {Kernel} (FullOpts)",
            "       call     [ConvGen.CompilerServices.Simd128:get_Lanes():int]",
            "; Assembly listing for method Program:Main() (FullOpts)",
            "       call     [System.Console:WriteLine()]");

        Assert.Equal(
            [$"{s_kernel} makes 1 calls, such as [ConvGen.CompilerServices.Simd128:get_Lanes():int]"], KernelGate.Calls([s_kernel], report));
    }

    private static void AssertNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, $"{all.Length} findings:\n{string.Join('\n', all)}");
    }

    private static JitReport Report(params string[] lines) => JitReport.Parse(lines);

    private static string Summary(string method, string tier) => $"   7: JIT compiled {method} [{tier}, IL size=9, code size=9]";

    /// <summary>One run of all gated layers.</summary>
    public sealed class KernelRun : IAsyncLifetime
    {
        internal JitReport Report { get; private set; } = null!;

        public async Task InitializeAsync() => Report = await GateProcess.RunAsync("kernels");

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
