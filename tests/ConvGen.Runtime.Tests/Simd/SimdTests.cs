using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>The operations of one vector width, lane by lane against plain numbers.</summary>
public abstract class SimdTests<TSimd, TVector>
    where TSimd : struct, ISimd<float, TVector>
    where TVector : struct
{
    private const int Offsets = 5;

    protected abstract int Lanes { get; }

    /// <summary>What one lane makes of <c>a * b + c</c>, with its roundings.</summary>
    protected abstract float MultiplyAdd(float a, float b, float c);

    [Fact]
    public void Width_is_the_levels() => Assert.Equal(Lanes, TSimd.Lanes);

    [Fact]
    public void Load_and_store_move_lanes_at_any_alignment()
    {
        float[] source = [.. Enumerable.Range(0, Lanes + Offsets).Select(i => i + 0.5f)];
        for (int offset = 0; offset < Offsets; offset++)
        {
            var target = new GuardedBuffer(Lanes + Offsets);
            TSimd.Store(TSimd.Load(ref source[0], offset), ref target.Elements[Offsets], -offset);

            Assert.Equal(source.AsSpan(offset, Lanes), target.Elements.Slice(Offsets - offset, Lanes));
            Assert.Equal(Offsets, target.Elements.Count(float.NaN));
            Assert.True(target.IsIntact);
        }
    }

    [Fact]
    public void Broadcast_fills_all_lanes()
    {
        float[] source = [1, 2, 3];

        Assert.Equal(Enumerable.Repeat(3f, Lanes), Elements(TSimd.Broadcast(ref source[0], 2)));
        Assert.Equal(Enumerable.Repeat(1f, Lanes), Elements(TSimd.Broadcast(ref source[2], -2)));
    }

    [Fact]
    public void MultiplyAdd_rounds_as_plain_numbers_do()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            float[] a = Draw(random), b = Draw(random), c = Draw(random);

            Assert.Equal(Enumerable.Range(0, Lanes).Select(lane => MultiplyAdd(a[lane], b[lane], c[lane])), MultiplyAdd(a, b, c));
        }
    }

    [Fact]
    public void MultiplyAdd_keeps_signs_infinities_and_NaN()
    {
        (float A, float B, float C, float Sum)[] cases =
        [
            (0, float.PositiveInfinity, 1, float.NaN),
            (float.NaN, 0, 1, float.NaN),
            (1, 1, float.NegativeInfinity, float.NegativeInfinity),
            (float.PositiveInfinity, 1, float.NegativeInfinity, float.NaN),
            (-1, 0, -0f, -0f),
            (-1, 0, 0, 0),
            (1, -0f, -0f, -0f),
        ];
        foreach ((float a, float b, float c, float sum) in cases)
        {
            float[] sums = MultiplyAdd(Same(a), Same(b), Same(c));

            Assert.All(sums, value => Assert.Equal(sum, value));
            Assert.All(sums, value => Assert.True(float.IsNaN(sum) || float.IsNegative(value) == float.IsNegative(sum)));
        }

        float[] Same(float value) => [.. Enumerable.Repeat(value, Lanes)];
    }

    [Fact]
    public void Lanes_are_multiplied_added_and_subtracted_one_by_one()
    {
        var random = new Random(Lanes);
        (float[] a, float[] b) = (Draw(random), Draw(random));
        (TVector x, TVector y) = (TSimd.Load(ref a[0], 0), TSimd.Load(ref b[0], 0));

        Assert.Equal(a.Zip(b, static (p, q) => p * q), Elements(TSimd.Multiply(x, y)));
        Assert.Equal(a.Zip(b, static (p, q) => p + q), Elements(TSimd.Add(x, y)));
        Assert.Equal(a.Zip(b, static (p, q) => p - q), Elements(TSimd.Subtract(x, y)));
    }

    private static float[] MultiplyAdd(float[] a, float[] b, float[] c) =>
        Elements(TSimd.MultiplyAdd(TSimd.Load(ref a[0], 0), TSimd.Load(ref b[0], 0), TSimd.Load(ref c[0], 0)));

    private static float[] Elements(TVector vector)
    {
        var elements = new float[TSimd.Lanes];
        TSimd.Store(vector, ref elements[0], 0);
        return elements;
    }

    private float[] Draw(Random random) => [.. Enumerable.Range(0, Lanes).Select(_ => random.NextSingle() - 0.5f)];
}
