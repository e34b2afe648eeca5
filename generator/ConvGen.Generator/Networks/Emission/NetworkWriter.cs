using System.Globalization;
using ConvGen.Generator.Emission;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Parsing;
using ConvGen.Generator.Networks.Planning;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>The members of one network: how its weights are loaded, and the steps of a run.</summary>
internal sealed class NetworkWriter
{
    private readonly SourceWriter _writer;
    private readonly NetworkSpec _spec;
    private readonly NetworkPlan _plan;
    private readonly LayerTable _layers;
    private readonly string _name;
    private readonly NetworkNames _names =
        new("weights", "maxDegreeOfParallelism", "run", "memory", "arena", "Definition", "Run", "Load", "LoadWeights", "nameof");
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly List<GraphValue> _tensors = [];
    private readonly Dictionary<GraphValue, int> _tensorNumbers = [];
    private readonly ConstantLists _lists = new();

    /// <param name="writer">Where to.</param>
    /// <param name="spec">What the attribute says.</param>
    /// <param name="plan">The network.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="name">The name of the type that holds the steps.</param>
    public NetworkWriter(SourceWriter writer, NetworkSpec spec, NetworkPlan plan, LayerTable layers, string name)
    {
        (_writer, _spec, _plan, _layers, _name) = (writer, spec, plan, layers, name);
        _inputs = [.. plan.Graph.Inputs.Select(input => _names.Add(input.Name))];
        _outputs = [.. plan.Graph.Outputs.Select(output => _names.Add(output.Name))];
        foreach (GraphValue value in plan.Running.SelectMany(static step => step.Reads))
        {
            GraphValue root = plan.Storage.Find(value).Root;
            if (root is { IsConstant: true, Element: ElementKind.Real } && !_tensorNumbers.ContainsKey(root))
            {
                _tensorNumbers.Add(root, _tensors.Count);
                _tensors.Add(root);
            }
        }
    }

    /// <summary>The type with the steps, beside the kernels.</summary>
    public void WriteSteps()
    {
        using (_writer.Open($"file static class {_name}"))
        {
            _writer.Line($"public static readonly NetworkDefinition Definition = new NetworkDefinition({Literal(_spec.File)});");
            _writer.Line();
            using (_writer.Open("public static NetworkWeights Load(WeightFile file)"))
            {
                WriteLoading();
            }

            _writer.Line();
            _writer.Line("public static void Run(");
            WriteParameters(areOptional: false);
            using (_writer.Open())
            {
                WriteRun();
            }

            _lists.Write(_writer);
        }
    }

    /// <summary>The public members.</summary>
    /// <param name="host">The type in whose assembly the weights are.</param>
    public void WriteMembers(string host)
    {
        string network = "global::ConvGen.Generated." + _name;
        _writer.Lines($"""
            /// <inheritdoc cref="global::ConvGen.CompilerServices.NetworkDefinition.OpenWeights"/>
            public static global::ConvGen.NetworkWeights LoadWeights()
            """);
        using (_writer.Open())
        {
            _writer.Line($"using (global::ConvGen.WeightFile file = {network}.Definition.OpenWeights(typeof({host})))");
            using (_writer.Open())
            {
                _writer.Line($"return {network}.Load(file);");
            }
        }

        _writer.Line();
        _writer.Lines($"""
            /// <inheritdoc cref="global::ConvGen.CompilerServices.NetworkDefinition.Load"/>
            public static global::ConvGen.NetworkWeights LoadWeights(global::ConvGen.WeightFile file) => {network}.Load(file);
            """);
        _writer.Line();
        WriteRunDocs();
        _writer.Line("public static void Run(");
        WriteParameters(areOptional: true);
        _writer.Line($"    {network}.Run({string.Join(", ", (string[])[.. _inputs, "weights", .. _outputs, "maxDegreeOfParallelism"])});");
    }

    private void WriteLoading()
    {
        _writer.Line("var load = Definition.Load(file);");
        var text = new ValueText(
            _plan.Storage,
            new NetworkNames("file", "load", "Definition", _layers.TypeName),
            static root => root.IsWeight ? $"load.Tensor({Literal(root.Name)}, {ConstantLists.Inline([.. root.Shape.Select(Number)])})"
                : root is { Known: { } known, Producer: null } ? ConstantLists.Inline(Numbers(known))
                : $"new float[{Number(root.Count)}]",
            static root => root.IsWeight || root.Producer is null,
            static (_, numbers) => ConstantLists.Inline(numbers),
            static root => root.IsWeight);
        foreach (CallStep step in _plan.Loading.OfType<CallStep>())
        {
            _writer.Line("// " + NetworkNames.Comment(step.Node.Name));
            WriteCall(step, text);
        }

        foreach (LayerNode layer in _layers.Layers)
        {
            _writer.Line("// " + NetworkNames.Comment(layer.Name));
            string[] folds =
            [
                .. layer.Folds.Select(fold => "." + fold.Method + "("
                    + string.Join(", ", fold.Values.Select(value => text.Name(value, _writer)).Concat(fold.Method == "Norm" ? [EpilogueWriter.Literal(fold.Epsilon)] : []))
                    + ")"),
            ];
            string weight = text.Name(layer.Weight, _writer);
            string bias = layer.Bias is { } given ? text.Name(given, _writer) : "default";
            string slope = layer.Slope is { } slopes ? text.Name(slopes, _writer) : "default";
            string fold = folds.Length == 0 ? "null" : $"new ChannelFold({Number(layer.Spec.OutChannels)}){string.Concat(folds)}";
            _writer.Line("load.Layer(");
            _writer.Line($"    {_layers.Name(layer)}, {weight}, {bias}, {slope},");
            _writer.Line($"    {fold}, {Number(layer.Spec.InChannels)}, {Number(layer.Spec.OutChannels)}, {text.List(layer.Spec.InputSize)});");
        }

        foreach (GraphValue tensor in _tensors)
        {
            string name = text.Name(tensor, _writer);
            _writer.Line($"load.Keep({name});");
        }

        // Numbers that kernels and epilogues were made of.
        foreach (GraphValue number in _plan.Graph.Weights.Where(weight => weight.Known is not null && !text.IsNamed(weight)))
        {
            _writer.Line($"load.Same({Literal(number.Name)}, {ConstantLists.Inline(Numbers(number.Known!))});");
        }

        _writer.Line("return load.Weights();");
    }

    private void WriteRunDocs()
    {
        _writer.Line($"/// <summary>Computes the network: {Total(_plan.Products)} multiply-adds in {Number(_plan.Running.Length)} steps. Allocates nothing once warm, safe from any number of threads.</summary>");
        WriteDocs(_plan.Graph.Inputs, _inputs, ".");
        _writer.Line("""/// <param name="weights">What <c>LoadWeights</c> made.</param>""");
        WriteDocs(_plan.Graph.Outputs, _outputs, "; every element is overwritten.");
        _writer.Lines($"""
            /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
            /// <exception cref="global::System.ArgumentNullException">The weights are null.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The degree is neither positive nor -1.</exception>
            /// <exception cref="global::System.ArgumentException">
            /// A shape is another one, the weights are another network's, or an output overlaps another argument; nothing was written.
            /// </exception>
            """);
    }

    private void WriteDocs(List<GraphValue> values, string[] parameters, string end)
    {
        for (int i = 0; i < values.Count; i++)
        {
            _writer.Line($"""/// <param name="{parameters[i].TrimStart('@')}">{Shapes.Text(End(values[i]))}{end}</param>""");
        }
    }

    private void WriteParameters(bool areOptional)
    {
        foreach (string input in _inputs)
        {
            _writer.Line($"    global::ConvGen.ReadOnlyTensorView<float> {input},");
        }

        _writer.Line("    global::ConvGen.NetworkWeights weights,");
        for (int i = 0; i < _outputs.Length; i++)
        {
            _writer.Line($"    global::ConvGen.TensorView<{Element(_plan.Graph.Outputs[i])}> {_outputs[i]},");
        }

        _writer.Line(areOptional ? "    int maxDegreeOfParallelism = 1) =>" : "    int maxDegreeOfParallelism)");
    }

    private void WriteRun()
    {
        var text = new ValueText(_plan.Storage, _names, Memory, root => root.IsConstant || _plan.Graph.Inputs.Contains(root), _lists.Name, static _ => false);
        _writer.Line("var run = new NetworkRun(Definition, weights, maxDegreeOfParallelism);");
        WriteEnds(text, _plan.Graph.Inputs, _inputs, "Input");
        WriteEnds(text, _plan.Graph.Outputs, _outputs, "Output");
        for (int i = 0; i < _outputs.Length; i++)
        {
            // Everything before it.
            (string output, string kind) = (text.Name(_plan.Graph.Outputs[i], _writer), Element(_plan.Graph.Outputs[i]));
            foreach ((GraphValue other, string name) in _plan.Graph.Inputs.Zip(_inputs, Pair).Concat(_plan.Graph.Outputs.Zip(_outputs, Pair).Take(i)))
            {
                _writer.Line($"NetworkRun.Apart<{kind}, {Element(other)}>({output}, nameof({_outputs[i]}), {text.Name(other, _writer)}, nameof({name}));");
            }
        }

        _writer.Line($"using NetworkMemory memory = run.Begin({Number((int)_plan.Arena.Length)});");
        _writer.Line("Span<float> arena = memory.Elements;");
        for (int i = 0; i < _plan.Running.Length; i++)
        {
            WriteStep(i + 1, _plan.Running[i], text);
        }
    }

    private static (GraphValue Value, string Name) Pair(GraphValue value, string name) => (value, name);

    private void WriteEnds(ValueText text, List<GraphValue> values, string[] parameters, string method)
    {
        for (int i = 0; i < values.Count; i++)
        {
            string local = _names.Add(parameters[i].TrimStart('@') + "Elements");
            string span = method == "Input" ? "ReadOnlySpan<float>" : $"Span<{Element(values[i])}>";
            _writer.Line($"{span} {local} = NetworkRun.{method}({parameters[i]}, {text.List(End(values[i]))}, nameof({parameters[i]}));");
            text.Declare(values[i], local);
        }
    }

    private void WriteStep(int number, NetworkStep step, ValueText text)
    {
        _writer.Line();
        _writer.Line($"// {Number(number)}. {Title(step.Node)}");
        if (step is CallStep call)
        {
            WriteCall(call, text);
            return;
        }

        LayerNode layer = ((LayerStep)step).Layer;
        _writer.Line($"//    {Shapes.Text(layer.Data.Shape)} to {Shapes.Text(layer.Output.Shape)}, {Total(NetworkPlan.Cost(layer))} multiply-adds"
            + (layer.Epilogue.IsNone ? "." : "; " + EpilogueWriter.Text(layer.Epilogue) + "."));
        string data = Tensor(layer.Data, text);
        string residual = layer.Residual is { } added ? Tensor(added, text) + ", " : "";
        _writer.Line($"run.Layer({Number(_layers.Index(layer))}).Forward({data}, {residual}{Tensor(layer.Output, text)}, run.Threads);");
    }

    private string Tensor(GraphValue value, ValueText text) => $"new({text.Name(value, _writer)}, {text.List(value.Shape)})";

    private void WriteCall(CallStep step, ValueText text) =>
        _writer.Line($"{step.Call.Method}({string.Join(", ", step.Call.Arguments.Select(argument => text.Argument(argument, _writer)).ToArray())});");

    private string Memory(GraphValue root)
    {
        if (root is { IsConstant: true, Known.Integers: { } integers })
        {
            return _lists.Name("long", [.. integers.Select(static number => number.ToString(CultureInfo.InvariantCulture) + "L")]);
        }

        if (root.IsConstant)
        {
            return $"run.Tensor({Number(_tensorNumbers[root])})";
        }

        ArenaBuffer buffer = _plan.Arena.Buffers.First(buffer => buffer.Value == root);
        return $"arena.Slice({Number((int)buffer.Offset)}, {Number(root.Count)})";
    }

    private static string Title(GraphNode node)
    {
        string what = node is LayerNode layer ? LayerTable.Text(layer.Spec) : node.Op;
        string fused = node.Fused.Count == 0 ? "" : "; with it " + string.Join(", ", node.Fused.Select(NetworkNames.Comment));
        return $"{NetworkNames.Comment(node.Name)}: {NetworkNames.Comment(what)}{fused}";
    }

    /// <summary>A count in millions where it is large.</summary>
    public static string Total(double count) => count >= 1e6
        ? (count / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " million"
        : count.ToString("0", CultureInfo.InvariantCulture);

    // Callers give scalars as lists of one: views have an axis at least.
    private static int[] End(GraphValue value) => value.Shape.Length == 0 ? [1] : value.Shape;

    private static string Element(GraphValue value) => value.Element == ElementKind.Real ? "float" : "long";

    private static string[] Numbers(KnownTensor known) =>
        [.. Enumerable.Range(0, known.Count).Select(index => EpilogueWriter.Literal((float)known.Number(index)))];

    // The compiler's own literals still have letters that turn the direction of a line round.
    private static string Literal(string text) => string.Concat(Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)
        .Select(static letter => NetworkException.IsPlain(letter) ? letter.ToString() : FormattableString.Invariant($"\\u{(int)letter:x4}")));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
