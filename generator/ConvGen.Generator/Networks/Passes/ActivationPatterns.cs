using ConvGen.Generator.Networks.Graph;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Activations that exporters write as several nodes: hard-swish, SiLU, GELU.</summary>
internal static class ActivationPatterns
{
    private delegate bool Pattern(GraphNode last, List<GraphNode> nodes, out GraphValue input, out string op);

    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode last in graph.Nodes.ToArray())
        {
            foreach (Pattern pattern in (Pattern[])[HardSwish, SiLU, Gelu])
            {
                var nodes = new List<GraphNode>();
                if (pattern(last, nodes, out GraphValue input, out string op) && IsClosed(graph, nodes, last))
                {
                    Substitute(graph, nodes, last, new GraphNode(op, last.Name, new NodeAttributes()) { Opset = last.Opset, IsStandIn = true }, input);
                    break;
                }
            }
        }
    }

    // x * min(max(x + 3, 0), 6) / 6, the division before or behind the product; or x * HardSigmoid(x, 1/6, 1/2).
    private static bool HardSwish(GraphNode last, List<GraphNode> nodes, out GraphValue input, out string op)
    {
        (op, input) = ("HardSwish", last.Outputs[0]);
        GraphNode product = last;
        bool isDivided = false;
        if (BySix(last) is { } whole && Made(whole, "Mul") is { } inner)
        {
            nodes.Add(last);
            (product, isDivided) = (inner, true);
        }

        if (product.Op != "Mul" || product.Inputs.Count != 2)
        {
            return false;
        }

        nodes.Add(product);
        foreach (GraphValue? factor in product.Inputs)
        {
            GraphValue? x = Other(product, factor!);
            GraphValue? gate = factor;
            if (x is null || gate is null)
            {
                continue;
            }

            if (!isDivided && Made(gate, "HardSigmoid") is { } sigmoid && sigmoid.Inputs[0] == x
                && Math.Abs(sigmoid.Attributes.Real("alpha", 0.2f) - (1.0 / 6)) < 1e-6 && sigmoid.Attributes.Real("beta", 0.5f) == 0.5f)
            {
                nodes.Add(sigmoid);
                input = x;
                return true;
            }

            GraphNode? divided = !isDivided && gate.Producer is { } last6 && BySix(last6) is { } below && (gate = below) is not null ? last6 : null;
            if ((isDivided || divided is not null)
                && Made(gate, "Clip") is { } clip && Operators.UnaryOperators.Limit(clip, 1, "min", float.NaN) == 0
                && Operators.UnaryOperators.Limit(clip, 2, "max", float.NaN) == 6
                && Made(clip.Inputs[0], "Add") is { } sum && WithScalar(sum) is { Scalar: 3f } shifted && shifted.Value == x)
            {
                nodes.AddRange(divided is null ? [clip, sum] : [divided, clip, sum]);
                input = x;
                return true;
            }
        }

        return false;
    }

    // What is divided by 6, or multiplied by a sixth.
    private static GraphValue? BySix(GraphNode node) => node.Op switch
    {
        "Div" when Is(node.Optional(1), 6) => node.Inputs[0],
        "Mul" when WithScalar(node) is { } sixth && Math.Abs(sixth.Scalar - (1.0 / 6)) < 1e-6 => sixth.Value,
        _ => null,
    };

    // x * Sigmoid(x)
    private static bool SiLU(GraphNode last, List<GraphNode> nodes, out GraphValue input, out string op)
    {
        (op, input) = ("SiLU", last.Outputs[0]);
        if (last.Op == "Mul" && last.Inputs.Count == 2)
        {
            foreach (GraphValue? factor in last.Inputs)
            {
                if (Made(factor, "Sigmoid") is { } sigmoid && sigmoid.Inputs[0] == Other(last, factor!))
                {
                    input = sigmoid.Input(0);
                    nodes.AddRange([last, sigmoid]);
                    return true;
                }
            }
        }

        return false;
    }

    // x * (1 + Erf(x / sqrt(2))) * 0.5, in whatever order the factors stand.
    private static bool Gelu(GraphNode last, List<GraphNode> nodes, out GraphValue input, out string op)
    {
        (op, input) = ("Gelu", last.Outputs[0]);
        if (last.Op != "Mul")
        {
            return false;
        }

        // The factors of the product: of two or three nodes.
        var factors = new List<GraphValue>();
        Collect(last, 0);
        if (factors.Count != 3 || factors.Find(static factor => Is(factor, 0.5)) is not { } half
            || factors.Find(static factor => Made(factor, "Add") is { } sum && WithScalar(sum) is { Scalar: 1f } one && Made(one.Value, "Erf") is not null) is not { } gate)
        {
            return false;
        }

        GraphNode sum = gate.Producer!;
        GraphNode erf = WithScalar(sum)!.Value.Value.Producer!;
        GraphNode? scaled = erf.Input(0).Producer;
        GraphValue x = factors.Single(factor => factor != half && factor != gate);
        bool isScaled = scaled is { Op: "Div" } && scaled.Inputs[0] == x ? Is(scaled.Inputs[1], Math.Sqrt(2))
            : scaled is { Op: "Mul" } && WithScalar(scaled) is { } root && root.Value == x && Math.Abs(root.Scalar - Math.Sqrt(0.5)) < 1e-6;
        nodes.AddRange(isScaled ? [sum, erf, scaled!] : []);
        input = x;
        return isScaled;

        void Collect(GraphNode product, int depth)
        {
            nodes.Add(product);
            foreach (GraphValue? factor in product.Inputs)
            {
                if (depth < 2 && Made(factor, "Mul") is { Inputs.Count: 2 } inner && inner.Output.Consumers.Count == 1)
                {
                    Collect(inner, depth + 1);
                }
                else if (factor is not null)
                {
                    factors.Add(factor);
                }
            }
        }
    }
}
