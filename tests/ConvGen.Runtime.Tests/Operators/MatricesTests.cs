using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests.Operators;

public class MatricesTests
{
    public static TheoryData<int[], int[], int[]> Products => new()
    {
        { [3, 4], [4, 5], [3, 5] },
        { [1, 1], [1, 1], [1, 1] },
        { [37, 65], [65, 70], [37, 70] },
        { [2, 3, 9, 16], [2, 3, 16, 33], [2, 3, 9, 33] },
        { [2, 3, 9, 16], [16, 33], [2, 3, 9, 33] },
        { [2, 1, 5, 7], [3, 7, 1], [2, 3, 5, 1] },
        { [5, 7], [2, 2, 7, 3], [2, 2, 5, 3] },
        { [2, 1, 2, 5, 7], [1, 3, 1, 7, 3], [2, 3, 2, 5, 3] },
        { [2, 0], [0, 3], [2, 3] },
        { [0, 2], [2, 3], [0, 3] },
    };

    [Theory]
    [MemberData(nameof(Products))]
    public void Matrices_are_multiplied(int[] aShape, int[] bShape, int[] outShape)
    {
        Sample a = Sample.Random(1, aShape), b = Sample.Random(2, bShape);
        float[] y = [.. Enumerable.Repeat(float.NaN, Sample.Count(outShape))];

        Matrices.MatMul(a.Data, aShape, b.Data, bShape, y, outShape);

        double[] expected = Sample.Make(outShape, index =>
            Enumerable.Range(0, aShape[^1]).Sum(k => a[[.. index[..^1], k]] * b[[.. index[..^2], k, index[^1]]]));
        Sample.AssertNear(expected, y, Tolerance.Bound(aShape[^1], 9 * aShape[^1], 0));
    }

    [Theory]
    [InlineData(5, 6, 7)]
    [InlineData(1, 40, 33)]
    [InlineData(34, 9, 1)]
    [InlineData(20, 1, 40)]
    [InlineData(33, 70, 65)]
    public void Factors_may_be_transposed(int rows, int inner, int columns)
    {
        foreach ((bool transA, bool transB) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            Sample a = Sample.Random(1, transA ? [inner, rows] : [rows, inner]), b = Sample.Random(2, transB ? [columns, inner] : [inner, columns]);
            foreach (int[] cShape in new int[][] { [], [columns], [rows, 1], [1, columns], [rows, columns] })
            {
                Sample c = Sample.Random(3, cShape);
                float[] y = new float[rows * columns];

                Matrices.Gemm(a.Data, a.Shape, transA, b.Data, b.Shape, transB, c.Data, cShape, 0.5f, -2f, y, [rows, columns]);

                double[] product = Sample.Make([rows, columns], index => 0.5 * Enumerable.Range(0, inner).Sum(k =>
                    a[transA ? [k, index[0]] : [index[0], k]] * b[transB ? [index[1], k] : [k, index[1]]]));
                double[] added = Sample.Make([rows, columns], index => -2 * c[index]);
                double tolerance = Tolerance.Bound(inner, 9 * inner, 0);
                Sample.AssertNear([.. product.Zip(added, static (p, s) => p + s)], y, tolerance);
                Matrices.Gemm(a.Data, a.Shape, transA, b.Data, b.Shape, transB, [], [], 0.5f, -2f, y, [rows, columns]);
                Sample.AssertNear(product, y, tolerance);
            }
        }
    }
}
