namespace ConvGen.Runtime.Tests.Operators;

/// <summary>A tensor as the references of operators read it: by the indices of its axes.</summary>
internal sealed class Sample
{
    private readonly int[] _shape;

    private Sample(float[] data, int[] shape) => (Data, _shape) = (data, shape);

    public float[] Data { get; }

    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The element at an index of a tensor that this one may be broadcast to.</summary>
    public double this[ReadOnlySpan<int> index]
    {
        get
        {
            int place = 0;
            index = index[(index.Length - _shape.Length)..];
            for (int axis = 0; axis < _shape.Length; axis++)
            {
                place = (place * _shape[axis]) + (_shape[axis] == 1 ? 0 : index[axis]);
            }

            return Data[place];
        }
    }

    /// <summary>Given numbers.</summary>
    public static Sample Of(float[] data, params int[] shape) => new(data, shape);

    /// <summary>Numbers from -3 to 3.</summary>
    public static Sample Random(int seed, params int[] shape)
    {
        var random = new Random(seed);
        return new Sample([.. Enumerable.Range(0, Count(shape)).Select(_ => (float)((random.NextDouble() * 6) - 3))], shape);
    }

    /// <summary>Every element by its indices.</summary>
    public static double[] Make(ReadOnlySpan<int> shape, Func<int[], double> element)
    {
        int[] sizes = shape.ToArray(), index = new int[sizes.Length];
        double[] elements = new double[Count(sizes)];
        for (int i = 0; i < elements.Length; i++)
        {
            for (int axis = sizes.Length - 1, rest = i; axis >= 0; rest /= sizes[axis], axis--)
            {
                index[axis] = rest % sizes[axis];
            }

            elements[i] = element(index);
        }

        return elements;
    }

    public static int Count(params int[] shape) => shape.Aggregate(1, static (count, size) => count * size);

    /// <summary>Requires numbers within a tolerance of the larger of 1 and their magnitude.</summary>
    public static void AssertNear(double[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double most = tolerance * Math.Max(1, Math.Abs(expected[i]));
            bool near = double.IsFinite(expected[i]) ? Math.Abs(actual[i] - expected[i]) <= most : ((double)actual[i]).Equals(expected[i]);
            Assert.True(near, $"{actual[i]} at {i}, not {expected[i]}");
        }
    }
}
