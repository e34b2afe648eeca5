using ConvGen.Generator.Emission;
using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Planning;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>
/// The layers of a network with their kernels: steps whose kernels read alike share them, as do those with like epilogues; what tells them apart stands
/// in one table.
/// </summary>
internal sealed class LayerTable
{
    private readonly string _network;
    private readonly Dictionary<string, string> _kernels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _epilogues = new(StringComparer.Ordinal);
    private readonly List<(string Name, LayerPlan Plan)> _plans = [];
    private readonly List<(LayerNode Layer, string Name, string Types)> _layers = [];
    private readonly Dictionary<LayerNode, string> _names = [];

    /// <param name="network">What the types are named after.</param>
    /// <param name="plan">The network.</param>
    public LayerTable(string network, NetworkPlan plan)
    {
        _network = network;
        foreach (LayerNode layer in plan.Running.Concat(plan.Loading).OfType<LayerStep>().Select(static step => step.Layer))
        {
            Add(layer);
        }
    }

    /// <summary>The layers in the order of their steps.</summary>
    public IEnumerable<LayerNode> Layers => _layers.Select(static layer => layer.Layer);

    /// <summary>The name of a layer in the emitted file.</summary>
    public string Name(LayerNode layer) => _network + "_Layers." + _names[layer];

    /// <summary>The header's part: each type of kernels once, with its parameters and its kernels.</summary>
    public void WriteHeader(SourceWriter writer)
    {
        foreach ((string name, LayerPlan plan) in _plans)
        {
            LayerNode[] users = [.. _layers.Where(layer => layer.Types == name || layer.Types.StartsWith(name + ",", StringComparison.Ordinal))
                .Select(static layer => layer.Layer)];
            writer.Line("//");
            writer.Line($"// {name}: {Text(plan.Spec)}, for {users.Length} layer{(users.Length == 1 ? "" : "s")}.");
            KernelTable.Write(writer, plan);
        }
    }

    /// <summary>Kernels, epilogues, and the table of layers.</summary>
    public void Write(SourceWriter writer, Action generatedCode)
    {
        foreach ((string name, LayerPlan plan) in _plans)
        {
            writer.Line();
            writer.Line($"/// <summary>{Text(plan.Spec)}: phase by phase, the sums over taps and input channels.</summary>");
            generatedCode();
            using (writer.Open($"file readonly struct {name} : IPhaseKernels"))
            {
                KernelWriter.WriteKernels(writer, plan);
            }
        }

        foreach (KeyValuePair<string, string> epilogue in _epilogues.OrderBy(static pair => pair.Value.Length).ThenBy(static pair => pair.Value, StringComparer.Ordinal))
        {
            writer.Line();
            writer.Line("/// <summary>What follows the bias of some layers.</summary>");
            generatedCode();
            using (writer.Open($"file readonly struct {epilogue.Value} : IEpilogueKernel"))
            {
                foreach (string line in epilogue.Key.TrimEnd('\n').Split('\n'))
                {
                    writer.Line(line);
                }
            }
        }

        writer.Line();
        writer.Line("/// <summary>The layers, in the order of their steps.</summary>");
        generatedCode();
        using (writer.Open($"file static class {_network}_Layers"))
        {
            foreach ((LayerNode layer, string name, string types) in _layers)
            {
                KernelWriter.WriteLayer(writer, "public static readonly ConvolutionLayer " + name, types, layer.Spec);
            }
        }
    }

    /// <summary>A layer's parameters in a few words.</summary>
    public static string Text(LayerSpec spec)
    {
        string text = $"{(spec.IsOrdinary ? "Conv" : "ConvTranspose")} k{Axes(spec.Kernel)} s{Axes(spec.Stride)} p{Axes(spec.Padding)}";
        text += spec.HasPaddingEnd ? " to " + Axes(spec.PaddingEnd) : "";
        text += spec.OutputPadding.Any(static number => number != 0) ? " op" + Axes(spec.OutputPadding) : "";
        text += spec.Dilation.Any(static number => number != 1) ? " d" + Axes(spec.Dilation) : "";
        return text + (spec.Groups > 1 ? FormattableString.Invariant($" g{spec.Groups}") : "");
    }

    private static string Axes(IEnumerable<int> numbers) =>
        string.Join("x", numbers.Distinct().Count() == 1 ? numbers.Take(1) : numbers);

    private void Add(LayerNode layer)
    {
        var bare = LayerPlan.Create(layer.Spec with { Epilogue = new EpilogueSpec() });
        var text = new SourceWriter();
        KernelWriter.WriteKernels(text, bare);
        if (!_kernels.TryGetValue(text.ToString(), out string? types))
        {
            types = FormattableString.Invariant($"{_network}_Kernels{_kernels.Count + 1}");
            _kernels.Add(text.ToString(), types);
            _plans.Add((types, bare));
        }

        if (!layer.Epilogue.IsNone)
        {
            var epilogue = new SourceWriter();
            EpilogueWriter.WriteFinish(epilogue, bare with { Spec = layer.Spec });
            if (!_epilogues.TryGetValue(epilogue.ToString(), out string? finish))
            {
                finish = FormattableString.Invariant($"{_network}_Epilogue{_epilogues.Count + 1}");
                _epilogues.Add(epilogue.ToString(), finish);
            }

            types += ", " + finish;
        }

        string name = FormattableString.Invariant($"Layer{_layers.Count + 1}");
        _layers.Add((layer, name, types));
        _names.Add(layer, name);
    }
}
