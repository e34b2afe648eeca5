using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Manifest;
using ConvGen.Generator.Networks.Operators;
using ConvGen.Generator.Networks.Passes;

namespace ConvGen.Generator.Networks.Planning;

/// <summary>How a network is computed: what is done once, as weights are loaded, the steps of a run, and where their values lie.</summary>
/// <param name="Graph">The network, after all passes.</param>
/// <param name="Loading">Steps whose values are the same whatever the inputs are.</param>
/// <param name="Running">The steps of a run.</param>
/// <param name="Storage">Where values lie.</param>
/// <param name="Arena">The memory between steps.</param>
internal sealed record NetworkPlan(NetworkGraph Graph, NetworkStep[] Loading, NetworkStep[] Running, Storage Storage, Arena Arena)
{
    private const string Copying = "Movement.Copy";
    private const long MostElements = int.MaxValue / sizeof(float);

    /// <summary>Plans the network of a manifest.</summary>
    /// <param name="manifest">The text that the build made of the model.</param>
    /// <param name="inputSizes">The shapes of all inputs, one after the other; empty for those of the model.</param>
    /// <param name="algorithm">The form that all layers take which can.</param>
    /// <exception cref="NetworkException">It cannot be compiled.</exception>
    public static NetworkPlan Create(string manifest, IReadOnlyList<int> inputSizes, Algorithm algorithm)
    {
        NetworkGraph graph = ManifestReader.Read(manifest, inputSizes);
        NetworkLimits.CheckNodes(graph);
        Compositions.Run(graph);
        Chains.Run(graph);
        NetworkLimits.CheckNodes(graph);
        Inference.Run(graph);
        if (graph.Outputs.Find(ComparisonOperators.Makes) is { } truth)
        {
            throw new NetworkException($"{truth.Name} is true or false; outputs are real or whole numbers");
        }

        Aliases.Run(graph);
        GivenOutputs.Run(graph);
        NormalizationPatterns.Run(graph);
        ActivationPatterns.Run(graph);
        TransposedSoftmax.Run(graph);
        Layers.Run(graph, algorithm);
        Epilogues.Run(graph);
        Gates.Run(graph);
        graph.RemoveUnused();
        return Lay(graph);
    }

    /// <summary>Real numbers that the model holds.</summary>
    public double WeightCount => Graph.Weights.Sum(static weight => (double)weight.Count);

    /// <summary>Multiplications with an addition that all layers take.</summary>
    public double Products => Running.OfType<LayerStep>().Sum(static step => Cost(step.Layer));

    /// <summary>Those of one layer.</summary>
    public static double Cost(LayerNode layer)
    {
        double products = (double)layer.Data.Shape[0] * layer.Spec.InChannels * layer.Spec.OutChannels / layer.Spec.Groups;
        for (int axis = 0; axis < layer.Spec.Rank; axis++)
        {
            products *= layer.Spec.Axis(axis).Products(layer.Spec.InputSize[axis]);
        }

        return products;
    }

    private static NetworkPlan Lay(NetworkGraph graph)
    {
        graph.Outputs.ForEach(NetworkLimits.CheckEnd);

        var storage = Storage.Of(graph);
        NetworkStep[] steps = [.. graph.Nodes.SelectMany(node => Steps(node, storage))];
        NetworkLimits.CheckSteps(graph, steps);
        if (Array.Find(steps, TakesWholeNumbers) is { } whole)
        {
            throw new NetworkException($"{whole.Node} takes whole numbers; only real numbers are computed");
        }

        ILookup<bool, NetworkStep> byTime = steps.ToLookup(static step => step.Writes.All(static value => value.IsConstant));
        NetworkStep[] running = [.. byTime[false]];
        var ends = new HashSet<GraphValue>(graph.Inputs.Concat(graph.Outputs));
        var arena = Arena.Of(running, storage, root => !root.IsConstant && !ends.Contains(root));
        if (arena.Length > MostElements)
        {
            throw new NetworkException(FormattableString.Invariant(
                $"The network would need {arena.Length * sizeof(float)} bytes between its steps; at most {int.MaxValue} are there"));
        }

        return new NetworkPlan(graph, [.. byTime[true]], running, storage, arena);
    }

    private static IEnumerable<NetworkStep> Steps(GraphNode node, Storage storage)
    {
        switch (node)
        {
            case LayerNode layer:
                return [new LayerStep(layer)];
            case { Op: "Concat" }:
                int[]? pieces = Storage.Offsets(node);
                return from index in Enumerable.Range(0, node.Inputs.Count)
                       where pieces is null || !storage.LiesIn(node.Input(index), node.Output, pieces[index])
                       select new CallStep(node, MovementOperators.Piece(node, index), [node.Output]);
            case { Op: "Split" }:
                int[]? parts = Storage.Offsets(node);
                return from index in Enumerable.Range(0, node.Outputs.Count)
                       where parts is null || !storage.LiesIn(node.Outputs[index], node.Input(0), parts[index])
                       select new CallStep(node, MovementOperators.Part(node, index), [node.Outputs[index]]);
        }

        if (OperatorRule.All[node.Op].Call is { } call)
        {
            return [new CallStep(node, call(node), [.. node.Outputs])];
        }

        return storage.LiesIn(node.Output, node.Input(0), 0) ? [] : [Copy(node, node.Input(0), node.Output)];
    }

    private static bool TakesWholeNumbers(NetworkStep step) =>
        step is not CallStep { Call.Method: Copying } && (step is LayerStep ? step.Node.Inputs : step.Reads).Any(static value => value is { Element: not ElementKind.Real });

    private static CallStep Copy(GraphNode node, GraphValue from, GraphValue to) => new(node, new OperatorCall(Copying, from, to), [to]);
}
