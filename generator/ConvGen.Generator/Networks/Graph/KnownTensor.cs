namespace ConvGen.Generator.Networks.Graph;

/// <summary>A tensor whose elements are known when code is generated: sizes, axes, scalars.</summary>
/// <param name="Shape">The lengths of its axes; none of a scalar.</param>
/// <param name="Integers">Whole numbers and booleans, row-major; null of real ones.</param>
/// <param name="Reals">Real numbers, row-major; null of whole ones.</param>
internal sealed record KnownTensor(int[] Shape, long[]? Integers, float[]? Reals)
{
    /// <summary>How many elements.</summary>
    public int Count => Integers?.Length ?? Reals!.Length;

    /// <summary>A list of whole numbers.</summary>
    public static KnownTensor List(IEnumerable<long> numbers)
    {
        long[] list = [.. numbers];
        return new KnownTensor([list.Length], list, null);
    }

    /// <summary>Whole numbers of a shape.</summary>
    public static KnownTensor Of(int[] shape, long[] numbers) => new(shape, numbers, null);

    /// <summary>The tensor of another shape whose elements are some of this one's.</summary>
    /// <param name="shape">The other shape.</param>
    /// <param name="source">For each of its elements the number of this one's.</param>
    public KnownTensor Pick(int[] shape, Func<int, int> source)
    {
        int count = Shapes.Count(shape);
        return new KnownTensor(
            shape,
            Integers is null ? null : [.. Enumerable.Range(0, count).Select(i => Integers[source(i)])],
            Reals is null ? null : [.. Enumerable.Range(0, count).Select(i => Reals[source(i)])]);
    }

    /// <summary>The same elements in another shape.</summary>
    public KnownTensor Reshape(int[] shape) => this with { Shape = shape };

    /// <summary>An element as a real number.</summary>
    public double Number(int index) => Integers is null ? Reals![index] : Integers[index];
}
