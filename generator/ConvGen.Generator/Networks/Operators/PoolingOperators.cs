using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Greatest elements and means of windows.</summary>
internal static class PoolingOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("MaxPool", new OperatorRule(Infer, static node => Call(node, "Pooling.MaxPool"))),
        new("AveragePool", new OperatorRule(Infer, static node =>
            Call(node, "Pooling.AveragePool", node.Attributes.Integer("count_include_pad", 0) != 0))),
    ];

    private static OperatorCall Call(GraphNode node, string method, params object[] more)
    {
        var window = Window.Of(node);
        return new OperatorCall(method, [
            node.Input(0), node.Input(0).Shape, window.Kernel, window.Strides, (int[])[.. window.Begins, .. window.Ends], window.Dilations, .. more,
            node.Output, node.Output.Shape]);
    }

    private static void Infer(GraphNode node)
    {
        var window = Window.Of(node);
        OperatorRule.Require(
            node.Attributes.Integers("kernel_shape") is not null && window.Begins.Concat(window.Ends).All(static pad => pad >= 0),
            node,
            "lacks kernel_shape or has negative paddings");
        int[] shape = node.Input(0).Shape;
        bool ceils = node.Attributes.Integer("ceil_mode", 0) != 0;
        OperatorRule.SetShape(node, [shape[0], shape[1], .. window.Kernel.Select((_, axis) => window.OutputLength(axis, shape[axis + 2], ceils))]);
    }
}
