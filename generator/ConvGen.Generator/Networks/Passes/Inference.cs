using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>
/// Works out the shape of every value, and the elements of those that models compute sizes with: nodes that make only such values go.
/// </summary>
internal static class Inference
{
    private const int MostNamed = 20;

    /// <summary>Runs the pass.</summary>
    /// <exception cref="NetworkException">Operators are missing, all named at once; or a node does not fit what it takes.</exception>
    public static void Run(NetworkGraph graph)
    {
        CheckOperators(graph);
        var kept = new List<GraphNode>(graph.Nodes.Count);
        var made = new HashSet<GraphValue>();
        foreach (GraphNode node in graph.Nodes)
        {
            if (node.Inputs.FirstOrDefault(input => input?.Producer is not null && !made.Contains(input)) is { } later)
            {
                throw new NetworkException($"{node} takes {later.Name}, which is made after it");
            }

            made.UnionWith(node.Outputs);
            try
            {
                if (Fold(node))
                {
                    node.TakeOnly();
                    continue;
                }

                if (node.Output.Known is null)
                {
                    OperatorRule.All[node.Op].Infer(node);
                }
            }
            catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException or IndexOutOfRangeException or DivideByZeroException)
            {
                throw new NetworkException($"{node} has numbers that do not fit");
            }

            bool isConstant = node.Inputs.All(static input => input is null or { IsConstant: true });
            foreach (GraphValue output in node.Outputs)
            {
                output.IsConstant = isConstant;
            }

            RequireReal(node);
            kept.Add(node);
        }

        graph.Nodes = kept;
        graph.RemoveUnused();
    }

    private static void CheckOperators(NetworkGraph graph)
    {
        string[] missing =
        [
            .. graph.Nodes.Where(static node => !OperatorRule.All.ContainsKey(node.Op) && !KnownResults.Has(node.Op))
                .GroupBy(static node => node.Op, StringComparer.Ordinal)
                .Select(static nodes => $"{nodes.Key} (node {string.Join(", ", nodes.Take(3).Select(static node => node.Name))}{(nodes.Count() > 3 ? ", ..." : "")})"),
        ];
        if (missing.Length > 0)
        {
            string more = missing.Length > MostNamed ? FormattableString.Invariant($" and {missing.Length - MostNamed} more") : "";
            throw new NetworkException("The network has operators that are not supported: " + string.Join(", ", missing.Take(MostNamed)) + more);
        }
    }

    private static bool Fold(GraphNode node)
    {
        bool areKnown = node.Inputs.All(static input => input is null or { Known: not null });
        if (areKnown && OperatorRule.All.TryGetValue(node.Op, out OperatorRule? rule))
        {
            rule.Infer(node);
        }

        if (node.Outputs.Count != 1 || KnownResults.Of(node) is not { } known)
        {
            return OperatorRule.All.ContainsKey(node.Op) ? false
                : throw new NetworkException($"{node} depends on the network's inputs; {node.Op} is computed of known numbers alone");
        }

        GraphValue output = node.Output;
        (output.Known, output.Shape, output.IsConstant) = (known, known.Shape, true);
        output.Element = known.Integers is null ? ElementKind.Real : ElementKind.Integer;
        // What is made of weights is made as they are loaded, since other ones may be; nothing but its use as a number is of those of the model.
        bool isMadeOfWeights = known.Reals is not null
            && OperatorRule.All.ContainsKey(node.Op)
            && node.Inputs.Any(static input => input is { Element: ElementKind.Real });
        output.Producer = isMadeOfWeights ? node : null;
        return !isMadeOfWeights;
    }

    // At run time there are real numbers alone.
    private static void RequireReal(GraphNode node)
    {
        foreach (GraphValue? input in node.Inputs)
        {
            if (input is { Element: not ElementKind.Real, Known: null })
            {
                throw new NetworkException($"{node} takes {input.Name}, which is not real and depends on the network's inputs; only real numbers are computed");
            }
        }
    }
}
