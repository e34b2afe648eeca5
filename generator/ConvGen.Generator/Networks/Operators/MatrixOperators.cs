using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Products of matrices.</summary>
internal static class MatrixOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("Gemm", new OperatorRule(InferGemm, static node => new OperatorCall(
            "Matrices.Gemm",
            node.Input(0), node.Input(0).Shape, IsTransposed(node, "transA"),
            node.Input(1), node.Input(1).Shape, IsTransposed(node, "transB"),
            (object?)node.Optional(2) ?? "default", node.Optional(2)?.Shape ?? [],
            node.Attributes.Real("alpha", 1), node.Attributes.Real("beta", 1), node.Output, node.Output.Shape))),
        new("MatMul", new OperatorRule(InferMatMul, static node =>
        {
            (int[] left, int[] right, int[] whole) = Matrices(node);
            return new OperatorCall("Matrices.MatMul", node.Input(0), left, node.Input(1), right, node.Output, whole);
        })),
    ];

    // A list is a row on the left and a column on the right.
    private static (int[] Left, int[] Right, int[] Whole) Matrices(GraphNode node)
    {
        (int[] a, int[] b) = (node.Input(0).Shape, node.Input(1).Shape);
        Fits(node, a.Length > 0 && b.Length > 0, a, b);
        int[] left = a.Length == 1 ? [1, .. a] : a;
        int[] right = b.Length == 1 ? [.. b, 1] : b;
        Fits(node, left[left.Length - 1] == right[right.Length - 2], a, b);
        int[]? lead = Shapes.Broadcast([.. left.Take(left.Length - 2)], [.. right.Take(right.Length - 2)]);
        Fits(node, lead is not null, a, b);
        return (left, right, [.. lead!, left[left.Length - 2], right[right.Length - 1]]);
    }

    private static bool IsTransposed(GraphNode node, string attribute) => node.Attributes.Integer(attribute, 0) != 0;

    private static void InferGemm(GraphNode node)
    {
        (int[] a, int[] b) = (node.Input(0).Shape, node.Input(1).Shape);
        OperatorRule.Require(a.Length == 2 && b.Length == 2, node, $"multiplies {Shapes.Text(a)} and {Shapes.Text(b)}, which are no matrices");
        (int rows, int inner) = IsTransposed(node, "transA") ? (a[1], a[0]) : (a[0], a[1]);
        (int other, int columns) = IsTransposed(node, "transB") ? (b[1], b[0]) : (b[0], b[1]);
        Fits(node, inner == other, a, b);
        OperatorRule.SetShape(node, rows, columns);
        OperatorRule.Require(
            node.Optional(2) is not { } added || Shapes.Broadcast(added.Shape, node.Output.Shape)?.SequenceEqual(node.Output.Shape) == true,
            node,
            "adds a tensor that does not fit");
    }

    private static void InferMatMul(GraphNode node)
    {
        int[] whole = Matrices(node).Whole;
        bool isRow = node.Input(0).Shape.Length > 1;
        bool isColumn = node.Input(1).Shape.Length > 1;
        OperatorRule.SetShape(node, [
            .. whole.Take(whole.Length - 2),
            .. isRow ? (int[])[whole[whole.Length - 2]] : [],
            .. isColumn ? (int[])[whole[whole.Length - 1]] : []]);
    }

    private static void Fits(GraphNode node, bool holds, int[] a, int[] b) =>
        OperatorRule.Require(holds, node, $"multiplies {Shapes.Text(a)} and {Shapes.Text(b)}, which do not fit");
}
