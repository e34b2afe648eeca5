using System.Reflection;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>An annotated layer in both direct forms, and sizes to call it with.</summary>
internal sealed class DirectForms
{
    // The first two have enough products for sums in single precision and unrolled kernels.
    private static readonly Dictionary<string, DirectForms> s_layers = new()
    {
        [nameof(Plane)] = new(typeof(Plane), Plane.Channels.Forward, Plane.Pixels.Forward, channels: (9, 9), input: [4, 5]),
        [nameof(Dilated)] = new(typeof(Dilated), Dilated.Channels.Forward, Dilated.Pixels.Forward, channels: (6, 3), input: [6, 7]),
        [nameof(Bare)] = new(typeof(Bare), Bare.Channels.Forward, Bare.Pixels.Forward, channels: (2, 10), input: [9]),
        [nameof(Grouped)] = new(typeof(Grouped), Grouped.Channels.Forward, Grouped.Pixels.Forward, channels: (4, 6), input: [2, 3, 4]),
    };

    private readonly PlainForward[] _forms;

    private DirectForms(Type host, PlainForward channelForm, PlainForward pixelForm, (int In, int Out) channels, int[] input)
    {
        _forms = [channelForm, pixelForm];
        ConvTransposeAttribute attribute = host.GetCustomAttributes<ConvTransposeAttribute>().First();
        Layer = new LayerCase
        {
            Name = host.Name,
            Cin = channels.In,
            Cout = channels.Out,
            In = input,
            K = [.. attribute.K],
            S = [.. attribute.S],
            P = [.. attribute.P],
            Op = Axes(attribute.Op, otherwise: 0),
            D = Axes(attribute.D, otherwise: 1),
            G = attribute.G,
        };

        int[] Axes(IReadOnlyList<int> list, int otherwise) => list.Count > 0 ? [.. list] : [.. attribute.K.Select(_ => otherwise)];
    }

    public static TheoryData<string> Names => [.. s_layers.Keys];

    public LayerCase Layer { get; }

    public static DirectForms Named(string name) => s_layers[name];

    /// <summary>The result of each form.</summary>
    public IEnumerable<float[]> Forward(float[] x, float[] w, float[] b) => _forms.Select(form =>
    {
        var output = new GuardedBuffer(Layer.OutputShape.Aggregate((product, length) => product * length));
        StaleScratch.Leave();
        var input = new GuardedBuffer(x);
        form(new(input.Elements, Layer.InputShape), new GuardedBuffer(w).Elements, b, new(output.Elements, Layer.OutputShape));
        Assert.True(output.IsIntact);
        return output.Elements.ToArray();
    });
}
