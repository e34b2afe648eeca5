using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Activations that exporters write as several nodes: clips, hard-sigmoid, hard-swish, SiLU, Mish, GELU in both forms.</summary>
internal static class ActivationPatterns
{
    private static readonly Func<GraphNode, List<GraphNode>, Found?>[] s_patterns = [Clip, HardSigmoid, HardSwish, SiLU, Mish, Gelu];

    /// <summary>What some nodes are together.</summary>
    /// <param name="Op">The operator.</param>
    /// <param name="Input">What it takes.</param>
    /// <param name="Attributes">What it is told.</param>
    private sealed record Found(string Op, GraphValue Input, params (string Name, object Value)[] Attributes);

    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode node in graph.Nodes.ToArray())
        {
            // What one pattern made may be the end of another.
            GraphNode last = node;
            foreach (Func<GraphNode, List<GraphNode>, Found?> pattern in s_patterns)
            {
                var nodes = new List<GraphNode>();
                if (pattern(last, nodes) is { } found && IsClosed(graph, nodes, last))
                {
                    var attributes = new NodeAttributes();
                    foreach ((string name, object value) in found.Attributes)
                    {
                        attributes.Add(name, value);
                    }

                    var single = new GraphNode(found.Op, last.Name, attributes) { Opset = last.Opset, IsStandIn = true };
                    Substitute(graph, nodes, last, single, found.Input);
                    last = single;
                }
            }
        }
    }

    // What is above 0 and then clipped; or the lesser, or the greater, of it and a scalar.
    private static Found? Clip(GraphNode last, List<GraphNode> nodes)
    {
        nodes.Add(last);
        if (last.Op is "Min" or "Max" && WithScalar(last) is { } limited && limited.Value.Known is null && limited.Value.Shape.SequenceEqual(last.Output.Shape))
        {
            return last.Op == "Max" ? Clipped(limited.Value, limited.Scalar, float.PositiveInfinity)
                : Made(limited.Value, "Relu") is { } positive ? Clipped(Through(positive), 0, limited.Scalar)
                : Clipped(limited.Value, float.NegativeInfinity, limited.Scalar);
        }

        return last.Op == "Clip" && Made(last.Inputs[0], "Relu") is { } relu
            ? Clipped(Through(relu), Math.Max(0, Least(last)), Most(last))
            : null;

        GraphValue Through(GraphNode relu)
        {
            nodes.Add(relu);
            return relu.Input(0);
        }
    }

    // min(max(a x + b, 0), c) / c
    private static Found? HardSigmoid(GraphNode last, List<GraphNode> nodes)
    {
        if ((last.Op is "Div" && last.Inputs.Count == 2 && Scalar(last.Inputs[1]) is { } divisor ? (last.Inputs[0], divisor)
                : last.Op is "Mul" && WithScalar(last) is { } scaled ? (scaled.Value, 1 / scaled.Scalar)
                : default) is not ({ } whole, var limit)
            || Made(whole, "Clip") is not { } clip || Least(clip) != 0 || !(Math.Abs(Most(clip) - limit) <= 1e-6f * limit))
        {
            return null;
        }

        nodes.AddRange([last, clip]);
        (GraphValue input, float scale, float shift) = (clip.Input(0), 1f, 0f);
        if (Made(input, "Add") is { } sum && WithScalar(sum) is { } shifted)
        {
            nodes.Add(sum);
            (input, shift) = (shifted.Value, shifted.Scalar);
            if (Made(input, "Mul") is { } product && WithScalar(product) is { } factor && input.Consumers.Count == 1)
            {
                nodes.Add(product);
                (input, scale) = (factor.Value, factor.Scalar);
            }
        }

        return new Found("HardSigmoid", input, ("alpha", scale / limit), ("beta", shift / limit));
    }

    // x * min(max(x + 3, 0), 6) / 6, divided behind the product; or x * HardSigmoid(x, 1/6, 1/2).
    private static Found? HardSwish(GraphNode last, List<GraphNode> nodes)
    {
        nodes.Add(last);
        if (last.Op == "Mul" && Gated(last, "HardSigmoid") is { } gate
            && Math.Abs(gate.Attributes.Real("alpha", 0.2f) - (1.0 / 6)) < 1e-6 && Math.Abs(gate.Attributes.Real("beta", 0.5f) - 0.5) < 1e-6)
        {
            nodes.Add(gate);
            return new Found("HardSwish", gate.Input(0));
        }

        if (BySix(last) is not { } whole || Made(whole, "Mul") is not { Inputs.Count: 2 } product)
        {
            return null;
        }

        nodes.Add(product);
        foreach (GraphValue? factor in product.Inputs)
        {
            if (factor is not null && Other(product, factor) is { } x && Made(factor, "Clip") is { } clip && Least(clip) == 0 && Most(clip) == 6
                && Made(clip.Inputs[0], "Add") is { } sum && WithScalar(sum) is { Scalar: 3f } shifted && shifted.Value == x)
            {
                nodes.AddRange([clip, sum]);
                return new Found("HardSwish", x);
            }
        }

        return null;
    }

    // What is divided by 6, or multiplied by a sixth.
    private static GraphValue? BySix(GraphNode node) => node.Op switch
    {
        "Div" when Is(node.Optional(1), 6) => node.Inputs[0],
        "Mul" when WithScalar(node) is { } sixth && Math.Abs(sixth.Scalar - (1.0 / 6)) < 1e-6 => sixth.Value,
        _ => null,
    };

    // x * Sigmoid(x)
    private static Found? SiLU(GraphNode last, List<GraphNode> nodes)
    {
        if (last.Op != "Mul" || Gated(last, "Sigmoid") is not { } sigmoid)
        {
            return null;
        }

        nodes.AddRange([last, sigmoid]);
        return new Found("SiLU", sigmoid.Input(0));
    }

    // x * Tanh(Softplus(x))
    private static Found? Mish(GraphNode last, List<GraphNode> nodes)
    {
        foreach (GraphValue? factor in last.Op == "Mul" ? last.Inputs : [])
        {
            if (Made(factor, "Tanh") is { } tanh && Made(tanh.Inputs[0], "Softplus") is { } softplus && softplus.Inputs[0] == Other(last, factor!))
            {
                nodes.AddRange([last, tanh, softplus]);
                return new Found("Mish", softplus.Input(0));
            }
        }

        return null;
    }

    // x * (1 + Erf(x / sqrt(2))) * 0.5, or x * (1 + Tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) * 0.5, in whatever order the factors stand.
    private static Found? Gelu(GraphNode last, List<GraphNode> nodes)
    {
        if (last.Op != "Mul" || Factors(last, nodes) is not { Count: 3 } factors
            || factors.Find(static factor => Is(factor, 0.5)) is not { } half
            || factors.Find(static factor => Made(factor, "Add") is { } sum && WithScalar(sum) is { Scalar: 1f }) is not { } gate
            || factors.Find(factor => factor != half && factor != gate) is not { } x
            || WithScalar(gate.Producer)?.Value.Producer is not { } function)
        {
            return null;
        }

        nodes.AddRange([gate.Producer!, function]);
        return function.Op == "Erf" && IsScaled(function.Input(0), x, nodes) ? new Found("Gelu", x)
            : function.Op == "Tanh" && IsWithCube(function.Input(0), x, nodes) ? new Found("Gelu", x, ("approximate", "tanh"))
            : null;
    }

    // x / sqrt(2)
    private static bool IsScaled(GraphValue value, GraphValue x, List<GraphNode> nodes)
    {
        if (value.Producer is not { } scaled)
        {
            return false;
        }

        nodes.Add(scaled);
        return scaled.Op == "Div" ? scaled.Inputs[0] == x && Is(scaled.Inputs[1], Math.Sqrt(2))
            : scaled.Op == "Mul" && WithScalar(scaled) is { } root && root.Value == x && Math.Abs(root.Scalar - Math.Sqrt(0.5)) < 1e-6;
    }

    // sqrt(2 / pi) * (x + 0.044715 * x^3)
    private static bool IsWithCube(GraphValue value, GraphValue x, List<GraphNode> nodes)
    {
        if (Made(value, "Mul") is not { } scaled || WithScalar(scaled) is not { } inner || Math.Abs(inner.Scalar - Math.Sqrt(2 / Math.PI)) > 1e-6
            || Made(inner.Value, "Add") is not { } sum || Made(Other(sum, x), "Mul") is not { } cubic)
        {
            return false;
        }

        nodes.AddRange([scaled, sum]);
        List<GraphValue> factors = Factors(cubic, nodes);
        int constants = factors.RemoveAll(static factor => Is(factor, 0.044715));
        if (factors.Count == 1 && Made(factors[0], "Pow") is { } power && Is(power.Optional(1), 3) && power.Inputs[0] == x)
        {
            nodes.Add(power);
            return constants == 1;
        }

        return constants == 1 && factors.Count == 3 && factors.TrueForAll(factor => factor == x);
    }

    // The factors of a product of several nodes, which are added to the others.
    private static List<GraphValue> Factors(GraphNode product, List<GraphNode> nodes)
    {
        const int mostNodes = 3;
        var factors = new List<GraphValue>();
        Collect(product, 1);
        return factors;

        void Collect(GraphNode node, int depth)
        {
            nodes.Add(node);
            foreach (GraphValue? factor in node.Inputs)
            {
                if (depth < mostNodes && Made(factor, "Mul") is { Inputs.Count: 2 } inner && IsOnlyOf(inner.Output, node))
                {
                    Collect(inner, depth + 1);
                }
                else if (factor is not null)
                {
                    factors.Add(factor);
                }
            }
        }

        static bool IsOnlyOf(GraphValue value, GraphNode node) => value.Consumers.Count == 1 && value.Consumers[0] == node;
    }

    // The node that makes one factor of the other one.
    private static GraphNode? Gated(GraphNode product, string op) => product.Inputs.Count != 2 ? null
        : product.Inputs.Select(factor => Made(factor, op)).FirstOrDefault(gate => gate is not null && gate.Inputs[0] == Other(product, gate.Output));

    private static Found Clipped(GraphValue input, float least, float most) => new("Clip", input, ("min", least), ("max", most));

    private static float Least(GraphNode clip) => UnaryOperators.Limit(clip, 1, "min", float.NegativeInfinity);

    private static float Most(GraphNode clip) => UnaryOperators.Limit(clip, 2, "max", float.PositiveInfinity);
}
