extern alias generator;

using System.Globalization;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>What became of a network, a line a node: <c>output = operator inputs; what became part of it</c>.</summary>
internal static class GraphText
{
    public static NetworkPlan Plan(ModelText model, params int[] sizes) => NetworkPlan.Create(model.ToString(), sizes, RequestedAlgorithm.Auto);

    public static string[] Of(ModelText model) => [.. Plan(model).Graph.Nodes.Select(Line)];

    private static string Line(GraphNode node)
    {
        string outputs = string.Join(' ', node.Outputs.Select(static output => output.Name));
        return $"{outputs} = {node.Op} {(node is LayerNode layer ? Layer(layer) : Names(node.Inputs))}";
    }

    private static string Layer(LayerNode layer)
    {
        EpilogueSpec epilogue = layer.Epilogue;
        var parts = new List<string> { Names([layer.Data, layer.Weight, layer.Bias]) };
        parts.AddRange(layer.Folds.Select(static fold => $"{fold.Method} {Names(fold.Values)}"));
        Add((epilogue.ScaleBefore, epilogue.ShiftBefore) != (1f, 0f), $"* {Text(epilogue.ScaleBefore)} + {Text(epilogue.ShiftBefore)}");
        Add(epilogue.Residual == generator::ConvGen.Residual.BeforeActivation, "+ " + layer.Residual?.Name);
        Add(epilogue.Activation != generator::ConvGen.Activation.None, epilogue.Activation + (layer.Slope is { } slope ? " " + slope.Name : ""));
        Add((epilogue.ScaleAfter, epilogue.ShiftAfter) != (1f, 0f), $"* {Text(epilogue.ScaleAfter)} + {Text(epilogue.ShiftAfter)}");
        Add(epilogue.Residual == generator::ConvGen.Residual.AfterActivation, "+ " + layer.Residual?.Name);
        return string.Join("; ", parts);

        void Add(bool holds, string part)
        {
            if (holds)
            {
                parts.Add(part);
            }
        }
    }

    private static string Text(float number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<GraphValue?> values) => string.Join(' ', values.Select(static value => value?.Name ?? "").Where(static name => name.Length > 0));
}
