using ConvGen.JitGate;

namespace ConvGen.Generator.Tests.JitGate;

public class KernelGateTests(KernelGateTests.KernelRun run) : IClassFixture<KernelGateTests.KernelRun>
{
    // As the JIT prints it.
    private const string Kernel =
        "ConvGen.Generated.<Annotated_Up_12345678_g>F0A1B__Up_Kernels:Phase0[ConvGen.Tiles.ChannelTile6x2`2["
        + "ConvGen.CompilerServices.Simd128,System.Runtime.Intrinsics.Vector128`1[float]]](byref)";

    private static readonly PlannedKernel s_kernel = new("Up_Kernels", "Phase0", "ChannelTile");

    private static readonly PlannedKernel[] s_planned = [.. PlannedKernel.Of(GatedLayers.All), .. PlannedKernel.Runtime];

    [Fact]
    public void Every_planned_kernel_is_fully_optimised() => AssertNone(KernelGate.Complaints(s_planned, run.Report));

    [Fact]
    public void Every_planned_kernel_has_its_tile_inlined() => AssertNone(KernelGate.Calls(s_planned, run.Report));

    [Fact]
    public async Task Kernel_beyond_the_jits_limits_does_not_pass()
    {
        var planted = new PlannedKernel("OverBudget_Kernels", "Phase0", "ChannelTile");

        JitReport report = await GateProcess.RunAsync("over-budget");

        Assert.Equal([$"{planted} was compiled as Tier-0 switched MinOpts"], KernelGate.Complaints([planted], report));
        Assert.NotEmpty(KernelGate.Calls([planted], report));
    }

    [Fact]
    public async Task Interleaved_kernel_with_a_call_in_it_does_not_pass()
    {
        var planted = new PlannedKernel("Calling_Kernels", "Interleaved0", "Interleaved");

        JitReport report = await GateProcess.RunAsync("calling");

        Assert.Empty(KernelGate.Complaints([planted], report));
        string complaint = Assert.Single(KernelGate.Calls([planted], report));
        Assert.StartsWith($"{planted} makes 1 calls, such as ", complaint, StringComparison.Ordinal);
        Assert.Contains("Calling_Kernels:Apart(int)", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_kernel_is_planned()
    {
        Assert.Contains(s_planned, kernel => kernel.Method.StartsWith("Phase", StringComparison.Ordinal));
        Assert.Contains(s_planned, kernel => kernel.Method.StartsWith("Interleaved", StringComparison.Ordinal));
        Assert.Contains(s_planned, kernel => kernel.Method == "Rows3x2");
        Assert.Contains(s_planned, kernel => kernel.Method == "WriteLaneOutputs");
        Assert.Contains(s_planned, kernel => kernel.Method.StartsWith("Planes", StringComparison.Ordinal));
        Assert.Contains(s_planned, kernel => kernel.Method == "SchemeOutputs");
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
    public void Full_optimisation_passes() => Assert.Empty(KernelGate.Complaints([s_kernel], Report(Summary(Kernel, "FullOpts"))));

    [Theory]
    [InlineData("__Up_Kernels", "__BackUp_Kernels")]
    [InlineData("Phase0", "Phase01")]
    [InlineData("ChannelTile", "PixelTile")]
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
            Listing(Kernel),
            "       call     [ConvGen.CompilerServices.Simd128:get_Lanes():int]",
            Listing("Program:Main()"),
            "       call     [System.Console:WriteLine()]");

        Assert.Equal(
            [$"{s_kernel} makes 1 calls, such as [ConvGen.CompilerServices.Simd128:get_Lanes():int]"], KernelGate.Calls([s_kernel], report));
    }

    [Fact]
    public void Kernel_without_a_listing_does_not_pass() =>
        Assert.Equal([$"{s_kernel} has no listing"], KernelGate.Calls([s_kernel], Report(Summary(Kernel, "FullOpts"))));

    [Fact]
    public void Kernel_without_calls_passes() => Assert.Empty(KernelGate.Calls([s_kernel], Report(Listing(Kernel))));

    // The end of a tile, in kernels of phases side by side alone.
    [Theory]
    [InlineData("Phase0", "ChannelTile6x2", "ConvGen.CompilerServices.InterleavedStore:First[float]()", 1)]
    [InlineData("Interleaved0", "InterleavedTile8x1x1", "ConvGen.CompilerServices.InterleavedStore:First[float]()", 0)]
    [InlineData("Interleaved0", "InterleavedSquare2x2", "ConvGen.CompilerServices.InterleavedStore:First[float]()", 0)]
    [InlineData("Interleaved0", "InterleavedTile8x1x1", "ConvGen.CompilerServices.InterleavedStore:Last[float]()", 1)]
    public void Calls_that_are_meant_pass(string method, string tile, string call, int complaints)
    {
        string kernel = Kernel.Replace("Phase0", method, StringComparison.Ordinal).Replace("ChannelTile6x2", tile, StringComparison.Ordinal);

        JitReport report = Report(Listing(kernel), $"       call     [{call}]");

        Assert.Equal(complaints, KernelGate.Calls([PlannedKernel.Read(kernel)!.Value], report).Count());
    }

    [Theory]
    [InlineData("ConvGen.Kernels.Strip:Write[ConvGen.CompilerServices.SimdScalar,float](byref)", "Strip:Write[Simd]")]
    [InlineData(
        "ConvGen.Kernels.TapLoop:Run[ConvGen.Tiles.PixelTile1x4`2[ConvGen.CompilerServices.Simd256,"
            + "System.Runtime.Intrinsics.Vector256`1[float]]](byref,byref)",
        "TapLoop:Run[PixelTile]")]
    public void Kernels_of_the_runtime_are_known_by_name(string jitted, string kernel) =>
        Assert.Equal(kernel, PlannedKernel.Read(jitted).ToString());

    private static void AssertNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, $"{all.Length} findings:\n{string.Join('\n', all)}");
    }

    private static JitReport Report(params string[] lines) => JitReport.Parse(lines);

    private static string Summary(string method, string tier) => $"   7: JIT compiled {method} [{tier}, IL size=9, code size=9]";

    private static string Listing(string method) => $"; Assembly listing for method {method} (FullOpts)";

    /// <summary>One run of all gated layers.</summary>
    public sealed class KernelRun : IAsyncLifetime
    {
        internal JitReport Report { get; private set; } = null!;

        public async Task InitializeAsync() => Report = await GateProcess.RunAsync("kernels");

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
