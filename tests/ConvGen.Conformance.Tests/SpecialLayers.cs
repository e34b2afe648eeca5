using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Layers of every kind in every form, compiled once.</summary>
public sealed class SpecialLayers
{
    private const int Threads = 3;

    private static readonly LayerCase[] s_layers =
    [
        Layer("length", 8, 8, [40], k: 4, s: 2, p: 1),
        Layer("long_stride", 8, 3, [70], k: 16, s: 8, p: 4),
        Layer("bare_outputs", 1, 8, [9], k: 2, s: 5, p: 1, op: 3),
        Layer("one_channel", 1, 1, [9, 11], k: 5, s: 1, p: 2),
        Layer("plane", 64, 8, [6, 7], k: 4, s: 2, p: 1),
        Layer("small_plane", 64, 64, [2, 3], k: 4, s: 2, p: 1),
        Layer("k3s2", 8, 64, [5, 6], k: 3, s: 2, p: 1, op: 1),
        Layer("k_equals_s", 8, 8, [4, 40], k: 2, s: 2, p: 0),
        Layer("few_outputs", 64, 1, [8, 9], k: 9, s: 3, p: 4, op: 2),
        Layer("depthwise", 8, 8, [9, 10], k: 4, s: 2, p: 1, g: 8),
        Layer("grouped_dilated", 16, 24, [6, 7], k: 3, s: 2, p: 2, op: 1, d: 2, g: 2),
        Layer("volume", 8, 8, [3, 4, 5], k: 2, s: 2, p: 0),
        Layer("large_volume", 8, 8, [3, 3, 4], k: 4, s: 2, p: 1),
    ];

    private readonly ILookup<string, CompiledLayer> _compiled = CompiledLayer
        .Compile([.. from layer in s_layers from form in Enum.GetValues<Algorithm>() select new LayerRequest(layer, form)])
        .ToLookup(layer => layer.Layer.Name);

    private delegate void Form(ReadOnlyTensorView<float> input, TensorView<float> output);

    public static IEnumerable<string> Names => s_layers.Select(layer => layer.Name);

    public static LayerCase Named(string name) => s_layers.Single(layer => layer.Name == name);

    /// <summary>The results of all forms of the call, for all that can be asked for; each time in the same order.</summary>
    public IReadOnlyList<SpecialResult> Forward(string name, float[] x, float[] w, float[] b) =>
        [.. _compiled[name].SelectMany(layer => Forward(layer, x, w, b))];

    private static IEnumerable<SpecialResult> Forward(CompiledLayer layer, float[] x, float[] w, float[] b)
    {
        PackedWeights packed = layer.Pack(w, b);
        PackedWeights sized = layer.PackForSize(w, b);
        return
        [
            Result("packed", packed.Algorithm, (input, output) => layer.Forward(input, packed, output)),
            Result("packed for the size", sized.Algorithm, (input, output) => layer.Forward(input, sized, output)),
            Result("several threads", packed.Algorithm, (input, output) => layer.Forward(input, packed, output, Threads)),
            Result("plain weights", Algorithm.Direct, (input, output) => layer.Forward(input, w, b, output)),
        ];

        SpecialResult Result(string form, Algorithm algorithm, Form forward)
        {
            var output = new float[LayerCase.Elements(layer.Layer.OutputShape)];
            Array.Fill(output, float.NaN);
            forward(new(x, layer.Layer.InputShape), new(output, layer.Layer.OutputShape));
            return new SpecialResult($"{layer.Request.Algorithm}, {form}", layer.Request.Algorithm, algorithm, output);
        }
    }

    private static LayerCase Layer(
        string name, int cin, int cout, int[] size, int k, int s, int p, int op = 0, int d = 1, int g = 1) => new()
    {
        Name = name,
        N = 2,
        Cin = cin,
        Cout = cout,
        In = size,
        K = Axes(size, k),
        S = Axes(size, s),
        P = Axes(size, p),
        Op = Axes(size, op),
        D = Axes(size, d),
        G = g,
    };

    private static int[] Axes(int[] size, int value) => [.. size.Select(_ => value)];
}

/// <summary>What a form of a call computed.</summary>
/// <param name="Form">Its name.</param>
/// <param name="Requested">What the attribute asks for.</param>
/// <param name="Algorithm">What it got.</param>
/// <param name="Y">The result.</param>
public sealed record SpecialResult(string Form, Algorithm Requested, Algorithm Algorithm, float[] Y)
{
    /// <summary>Windows of a tile over which an infinity or NaN may spread; 0 in direct forms.</summary>
    public int Tile => Algorithm switch { Algorithm.Winograd2 => 2, Algorithm.Winograd3 or Algorithm.Strassen => 3, Algorithm.Winograd4 => 4, _ => 0 };

    /// <summary>It may spread over two tiles of a row, and a weight's to another output channel.</summary>
    public bool Pairs => Algorithm == Algorithm.Strassen;
}
