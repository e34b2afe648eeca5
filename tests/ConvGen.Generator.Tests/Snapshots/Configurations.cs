namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>Annotated types that differ in kind, each by the name of its snapshot; every one makes a single file.</summary>
/// <remarks>In the oldest language that emitted text takes.</remarks>
internal static class Configurations
{
    private static readonly Dictionary<string, string> s_sources = new(StringComparer.Ordinal)
    {
        ["Stride_1"] = Layer("k: 3, s: 1, p: 1"),
        ["Kernel_4_stride_2"] = Layer("k: 4, s: 2, p: 1"),
        ["Kernel_equals_stride"] = Layer("k: 2, s: 2"),
        ["Length"] = Layer("k: 16, s: 8, p: 4, Rank = 1"),
        ["Volume"] = Layer("k: 4, s: 2, p: 1, Rank = 3"),
        ["Dilation_multiple_of_stride"] = Layer("k: 3, s: 2, p: 1, d: 4"),
        ["Stride_beyond_kernel"] = Layer("k: 2, s: 4"),
        ["Anisotropic"] = Layer("k: new[] { 3, 5 }, s: new[] { 1, 3 }, p: new[] { 1, 2 }, op: new[] { 0, 2 }, d: new[] { 2, 1 }"),
        ["Grouped_with_output_padding"] = Layer("k: 3, s: 2, p: 1, op: 1, g: 4"),
        ["Depthwise"] = Layer("k: 4, s: 2, p: 1, g: 19, InChannels = 19, OutChannels = 19"),
        ["Fixed_sizes"] = Layer("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 32, InputSize = new[] { 8, 12 }"),
        ["Forced_algorithm"] = Layer("k: 3, s: 2, p: 1, op: 1, Algorithm = Algorithm.DirectPixels"),
        ["Several_configurations"] = """
            using ConvGen;
            namespace App;
            [ConvTranspose(k: 4, s: 2, p: 1, Name = "Up1")]
            [ConvTranspose(k: 3, s: 1, p: 1)]
            [ConvTranspose(k: 6, s: 4, p: 1, Rank = 1, Name = "event")]
            internal static partial class Decoder { }
            """,
        ["Nested_generic_host"] = """
            using ConvGen;
            namespace @namespace.@event;
            internal partial class @class<@in> where @in : struct
            {
                internal partial struct Middle<T1, T2> where T1 : class
                {
                    [ConvTranspose(k: 2, s: 2)]
                    internal sealed partial class @return<@out> { }
                }
            }
            """,
        ["Record_struct"] = """
            [ConvGen.ConvTranspose(k: 2, s: 2, Rank = 1)]
            internal readonly partial record struct Größe(int Kanäle);
            """,
        ["Line_by_line"] = Layer("k: 7, s: 1, p: 3"),
        ["Some_phases_loop"] = Layer("k: 49, s: 2, p: 24, Rank = 1"),
        ["All_kernels_loop"] = Layer("k: 25, s: 1, p: 12, Rank = 1"),
        ["Beyond_the_configuration_budget"] = Layer("k: 16, s: 16, Rank = 3"),
        ["Huge_stride"] = Layer("k: 40, s: 100000, Rank = 1"),
        ["Ordinary"] = Layer("k: 3, p: 1", "Conv"),
        ["Ordinary_stride_2"] = Layer("k: 5, s: 2, p: 2, g: 24, InChannels = 24, OutChannels = 24", "Conv"),
        ["Both_kinds"] = """
            using ConvGen;
            [Conv(k: 3, s: 2, p: 1, Rank = 1, Name = "Down")]
            [ConvTranspose(k: 2, s: 2, Rank = 1)]
            internal static partial class Level { }
            """,
    };

    /// <summary>The one whose whole file is approved, sentences and all; documents quote it.</summary>
    public const string Whole = "Kernel_4_stride_2";

    public static IEnumerable<string> All => s_sources.Keys;

    public static TheoryData<string> Names => [.. All];

    public static string Source(string name) => s_sources[name];

    private static string Layer(string arguments, string attribute = "ConvTranspose") => $$"""
        using ConvGen;
        namespace App;
        [{{attribute}}({{arguments}})]
        internal static partial class Up { }
        """;
}
