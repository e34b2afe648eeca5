using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

/// <summary>One axis in PyTorch's terms, and what the definition says of it, by trying everything.</summary>
internal readonly record struct AxisCase(int K, int S, int D, int P, int Op)
{
    /// <summary>The kernels of <see cref="WithKernel"/> that are worth trying.</summary>
    public static TheoryData<int> Kernels => [1, 2, 3, 4, 5, 6];

    public AxisGeometry Geometry => AxisGeometry.FromPyTorch(K, S, P, Op, D);

    /// <summary>Every legal axis of a small space.</summary>
    public static IEnumerable<AxisCase> WithKernel(int kernel) =>
        from s in Enumerable.Range(1, 5)
        from d in Enumerable.Range(1, 4)
        from p in Enumerable.Range(0, 9)
        from op in Enumerable.Range(0, Math.Max(s, d))
        select new AxisCase(kernel, s, d, p, op);

    public long OutputLength(long input) => ((input - 1) * S) - (2L * P) + ((long)D * (K - 1)) + Op + 1;

    /// <summary>The taps that reach an output, with the input that each multiplies there, by ascending input.</summary>
    public IEnumerable<(int Tap, int Input)> Products(int output, int input)
    {
        for (int tap = K - 1; tap >= 0; tap--)
        {
            int distance = output + P - (tap * D);
            if (distance >= 0 && distance % S == 0 && distance / S < input)
            {
                yield return (tap, distance / S);
            }
        }
    }
}
