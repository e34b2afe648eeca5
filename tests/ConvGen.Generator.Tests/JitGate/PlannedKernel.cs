using System.Text.RegularExpressions;
using ConvGen.CompilerServices;
using ConvGen.Generator.Tests.Planning;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.JitGate;

/// <summary>A kernel for a family of tiles, as it is planned and as it can be read from the JIT's name of it.</summary>
/// <param name="Type">Its type; a file-local one without what the compiler puts before the name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Tile">The family of its tile, or that of vector operations.</param>
internal readonly partial record struct PlannedKernel(string Type, string Method, string Tile)
{
    private const string ChannelTile = "ChannelTile";
    private const string PixelTile = "PixelTile";
    private const string Interleaved = "Interleaved";
    private const string Simd = "Simd";

    /// <summary>The runtime's kernels: products of matrices, and taps of phases beyond the unroll budget, by their tiles.</summary>
    public static IEnumerable<PlannedKernel> Runtime =>
    [
        new("MatrixProduct", "Run", ChannelTile),
        new("TapLoop", "Run", ChannelTile),
        new("TapLoop", "Run", PixelTile),
    ];

    /// <summary>The kernels of layers that the test kit compiles together: it numbers their hosts. Of fast forms, their transforms.</summary>
    public static IEnumerable<PlannedKernel> Of(IEnumerable<LayerRequest> requests) => requests.SelectMany((request, index) =>
    {
        LayerPlan plan = Plan(request.Layer);
        string type = $"Layer{index}_Kernels";
        return request.Algorithm switch
        {
            Algorithm.Auto when request.Layer.Cin == request.Layer.G && HasPlanes(plan) =>
                plan.Planes.Select(kernel => new PlannedKernel(type, $"Planes{kernel.Index}", Simd)),
            Algorithm.Auto when request.Layer.Cin == request.Layer.G && HasLines(plan) => [new PlannedKernel(type, "RunLines", Simd)],
            Algorithm.Auto => plan.Interleaved.Select(kernel => new PlannedKernel(type, $"Interleaved{kernel.Index}", Interleaved)),
            Algorithm.DirectChannels => plan.Kernels.Select(phase => new PlannedKernel(type, $"Phase{phase.Index}", ChannelTile)),
            Algorithm.DirectPixels => plan.Kernels.Select(phase => new PlannedKernel(type, $"Phase{phase.Index}", PixelTile)),
            _ => Transforms(LayerPlan.Create(Spec(request.Layer) with { Algorithm = (RequestedAlgorithm)request.Algorithm }))
                .Select(method => new PlannedKernel(type, method, Simd)),
        };
    });

    /// <summary>The kernel that a method of the JIT's report is; null for other methods.</summary>
    public static PlannedKernel? Read(string jitted) => Name().Match(jitted) is { Success: true } name
        ? new PlannedKernel(name.Groups["type"].Value, name.Groups["method"].Value, name.Groups["tile"].Captures[0].Value)
        : null;

    public override string ToString() => $"{Type}:{Method}[{Tile}]";

    // Where the registers of the machine hold their weights.
    private static bool HasPlanes(LayerPlan plan) =>
        plan.HasOnePlane || (plan.Planes.Length > 0 && PlanesRule.Holds(plan.Geometry, isWidest: SimdSupport.Widest == SimdLevel.Vector512));

    private static bool HasLines(LayerPlan plan) =>
        plan.HasEnlargedLines && plan.Geometry.Width.Stride <= SimdSupport.Lanes(SimdSupport.Widest);

    private static LayerPlan Plan(LayerCase layer) => LayerPlan.Create(Spec(layer));

    private static LayerSpec Spec(LayerCase layer) =>
        Specs.Of(layer.K, layer.S, layer.P, layer.Op, layer.D, layer.G) with { IsOrdinary = layer.IsOrdinary };

    // The transforms of the fast form that is asked for; rows have either patches or channels as lanes.
    private static IEnumerable<string> Transforms(LayerPlan plan) => plan.HasPatchLanes
        ? ["TransformLaneInputs", "WriteLaneOutputs"]
        : [
            .. plan.Transforms().Select(static transform => "Inputs" + transform.Name),
            .. plan.Transforms(static axis => axis > 0).Select(static transform => "Outputs" + transform.Name),
            .. plan.Transforms(static axis => axis == 0).Select(static transform => "Rows" + transform.Name),
            .. plan.FastForms.Contains(RequestedAlgorithm.Strassen) ? ["SchemeInputs", "SchemeOutputs"] : (string[])[],
        ];

    // ConvGen.Generated.<file>F<hash>__Up_Kernels:Phase0[ConvGen.Tiles.ChannelTile6x2`2[...]](byref)
    [GeneratedRegex(
        @"(\.|>F[0-9A-F]+__)(?<type>\w+):(?<method>\w+)\[ConvGen\.(CompilerServices|Tiles)\."
        + $@"((?<tile>{ChannelTile}|{PixelTile}|{Interleaved})\w*`2\[ConvGen\.CompilerServices\.)?(?<tile>{Simd})\w+,")]
    private static partial Regex Name();
}
