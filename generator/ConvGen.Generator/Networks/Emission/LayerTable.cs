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
    private readonly NamedTexts _kernels;
    private readonly NamedTexts _epilogues;
    private readonly List<(string Name, LayerPlan Plan)> _plans = [];
    private readonly List<Entry> _layers = [];
    private readonly Dictionary<LayerNode, int> _numbers = [];

    /// <param name="network">What the types are named after.</param>
    /// <param name="plan">The network.</param>
    public LayerTable(string network, NetworkPlan plan)
    {
        (_network, _kernels, _epilogues) = (network, new NamedTexts(network + "_Kernels"), new NamedTexts(network + "_Epilogue"));
        foreach (LayerNode layer in plan.Running.Concat(plan.Loading).OfType<LayerStep>().Select(static step => step.Layer))
        {
            Add(layer);
        }
    }

    /// <summary>The layers in the order of their steps.</summary>
    public IEnumerable<LayerNode> Layers => _layers.Select(static layer => layer.Layer);

    /// <summary>The place of a layer among them.</summary>
    public int Index(LayerNode layer) => _numbers[layer];

    /// <summary>The type that holds them in the emitted file.</summary>
    public string TypeName => _network + "_Layers";

    /// <summary>The name of a layer in the emitted file.</summary>
    public string Name(LayerNode layer) => TypeName + "." + Field(Index(layer));

    /// <summary>The header's part: each type of kernels once, with its parameters and its kernels; then what follows the bias.</summary>
    public void WriteHeader(SourceWriter writer)
    {
        foreach ((string name, LayerPlan plan) in _plans)
        {
            int users = _layers.Count(layer => layer.Kernels == name);
            writer.Line("//");
            writer.Line($"// {name}: {Text(plan.Spec)}, for {Count(users)}.");
            KernelTable.Write(writer, plan);
        }

        if (_epilogues.Names.Count > 0)
        {
            writer.Line("//");
            writer.Line("// What follows the bias: outputs of any form, while they are in a cache.");
        }

        foreach (string name in _epilogues.Names)
        {
            Entry[] users = [.. _layers.Where(layer => layer.Epilogue == name)];
            writer.Line($"//   {name}   {EpilogueWriter.Text(users[0].Layer.Epilogue)}, for {Count(users.Length)}");
        }
    }

    /// <summary>Kernels, epilogues, and the table of layers.</summary>
    public void Write(SourceWriter writer)
    {
        foreach ((string name, LayerPlan plan) in _plans)
        {
            writer.Line();
            writer.Line($"/// <summary>{Text(plan.Spec)}: phase by phase, the sums over taps and input channels.</summary>");
            WriteType(writer, name, "IPhaseKernels", _kernels.Text(name));
        }

        foreach (string name in _epilogues.Names)
        {
            writer.Line();
            writer.Line("/// <summary>What follows the bias of some layers.</summary>");
            WriteType(writer, name, "IEpilogueKernel", _epilogues.Text(name));
        }

        writer.Line();
        writer.Line("/// <summary>The layers, in the order of their steps.</summary>");
        HostWriter.WriteGeneratedCode(writer);
        using (writer.Open("file static class " + TypeName))
        {
            for (int i = 0; i < _layers.Count; i++)
            {
                KernelWriter.WriteLayer(writer, "public static readonly ConvolutionLayer " + Field(i), _layers[i].Types, _layers[i].Layer.Spec, isLine: true);
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

    private static string Count(int layers) => FormattableString.Invariant($"{layers} layer{(layers == 1 ? "" : "s")}");

    private static string Field(int index) => FormattableString.Invariant($"Layer{index + 1}");

    private static void WriteType(SourceWriter writer, string name, string implemented, string members)
    {
        HostWriter.WriteGeneratedCode(writer);
        using (writer.Open($"file readonly struct {name} : {implemented}"))
        {
            foreach (string line in members.TrimEnd('\n').Split('\n'))
            {
                writer.Line(line);
            }
        }
    }

    private void Add(LayerNode layer)
    {
        var bare = LayerPlan.Create(layer.Spec with { Epilogue = new EpilogueSpec() });
        var text = new SourceWriter();
        KernelWriter.WriteKernels(text, bare);
        if (_kernels.Add(text.ToString(), out string kernels))
        {
            _plans.Add((kernels, bare));
        }

        string? finish = null;
        if (!layer.Epilogue.IsNone)
        {
            var epilogue = new SourceWriter();
            EpilogueWriter.WriteFinish(epilogue, bare with { Spec = layer.Spec });
            _epilogues.Add(epilogue.ToString(), out finish);
        }

        _numbers.Add(layer, _layers.Count);
        _layers.Add(new Entry(layer, kernels, finish));
    }

    /// <param name="Layer">The layer.</param>
    /// <param name="Kernels">The type of its kernels.</param>
    /// <param name="Epilogue">The type of what follows the bias; null where nothing does.</param>
    private sealed record Entry(LayerNode Layer, string Kernels, string? Epilogue)
    {
        /// <summary>Both, as type arguments.</summary>
        public string Types => Epilogue is null ? Kernels : Kernels + ", " + Epilogue;
    }

    /// <summary>Texts that stand once each, in the order in which they came, by names that are counted.</summary>
    private sealed class NamedTexts(string prefix)
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        public string Text(string name) => _texts[name];

        /// <summary>Whether the text is a new one.</summary>
        public bool Add(string text, out string name)
        {
            if (_names.TryGetValue(text, out name!))
            {
                return false;
            }

            name = FormattableString.Invariant($"{prefix}{Names.Count + 1}");
            _names.Add(text, name);
            _texts.Add(name, text);
            Names.Add(name);
            return true;
        }
    }
}
