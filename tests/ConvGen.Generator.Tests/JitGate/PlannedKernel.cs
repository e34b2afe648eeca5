using System.Text.RegularExpressions;
using ConvGen.Generator.Tests.Planning;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.JitGate;

/// <summary>A kernel for a family of tiles, as it is planned and as it can be read from the JIT's name of it.</summary>
/// <param name="Type">Its type; a file-local one without what the compiler puts before the name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Tile">The family of its tile.</param>
/// <param name="Wide">Its sums are double precision, as the runtime decides for short ones.</param>
internal readonly partial record struct PlannedKernel(string Type, string Method, string Tile, bool Wide = false)
{
    private const string ChannelTile = "ChannelTile";
    private const string PixelTile = "PixelTile";
    private const string RowTile = "RowTile";

    /// <summary>The runtime's kernel for borders, and for phases beyond the unroll budget.</summary>
    public static IEnumerable<PlannedKernel> Looped =>
        [new("TapLoop", "RunOne", ChannelTile), new("TapLoop", "RunAll", ChannelTile), new("TapLoop", "RunAll", PixelTile)];

    /// <summary>The kernels of layers that the test kit compiles together: it numbers their hosts.</summary>
    public static IEnumerable<PlannedKernel> Of(IEnumerable<LayerRequest> requests) =>
        requests.SelectMany((request, index) => request.Algorithm == Algorithm.Auto
            ? Plan(request.Layer).Rows.Select(row => new PlannedKernel($"Layer{index}_Kernels", $"Row{row.Index}", RowTile))
            : Plan(request.Layer).Kernels.Select(phase => new PlannedKernel(
                $"Layer{index}_Kernels", $"Phase{phase.Index}", request.Algorithm == Algorithm.DirectChannels ? ChannelTile : PixelTile)));

    /// <summary>The kernel that a method of the JIT's report is; null for other methods.</summary>
    public static PlannedKernel? Read(string jitted) => Name().Match(jitted) is { Success: true } name
        ? new PlannedKernel(name.Groups["type"].Value, name.Groups["method"].Value, name.Groups["tile"].Value, name.Groups["wide"].Success)
        : null;

    public override string ToString() => $"{Type}:{Method}[{Tile}{(Wide ? ", wide" : "")}]";

    private static LayerPlan Plan(LayerCase layer) => LayerPlan.Create(Specs.Of(layer.K, layer.S, layer.P, layer.Op, layer.D, layer.G));

    // ConvGen.Generated.<file>F<hash>__Up_Kernels:Phase0[ConvGen.CompilerServices.ChannelTile6x2`2[...]](byref)
    [GeneratedRegex(
        @"(\.|>F[0-9A-F]+__)(?<type>\w+):(?<method>\w+)\["
        + $@"ConvGen\.CompilerServices\.(Square)?(?<tile>{ChannelTile}|{PixelTile}|{RowTile})\w*`[23]\[ConvGen\.CompilerServices\.(?<wide>Wide|Double)?")]
    private static partial Regex Name();
}
