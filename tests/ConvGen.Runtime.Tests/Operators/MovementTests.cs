using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests.Operators;

/// <summary>Copies are exact: every element is compared with the one of the input that it must be.</summary>
public class MovementTests
{
    [Theory]
    [InlineData(new[] { 2, 3, 5, 7 }, new[] { 0, 2, 3, 1 })]
    [InlineData(new[] { 2, 33, 17, 9 }, new[] { 0, 2, 3, 1 })]
    [InlineData(new[] { 2, 17, 9, 33 }, new[] { 0, 3, 1, 2 })]
    [InlineData(new[] { 40, 50 }, new[] { 1, 0 })]
    [InlineData(new[] { 1, 50 }, new[] { 1, 0 })]
    [InlineData(new[] { 2, 3, 4, 5, 6 }, new[] { 4, 3, 2, 1, 0 })]
    [InlineData(new[] { 1, 2, 2, 3, 4, 5 }, new[] { 0, 3, 4, 1, 5, 2 })]
    [InlineData(new[] { 4, 9, 12, 16 }, new[] { 0, 2, 1, 3 })]
    [InlineData(new[] { 4, 9, 12, 16 }, new[] { 3, 1, 2, 0 })]
    [InlineData(new[] { 2, 0, 3 }, new[] { 2, 1, 0 })]
    [InlineData(new[] { 2, 1, 3, 1, 2, 2, 2, 9 }, new[] { 7, 1, 5, 3, 0, 2, 6, 4 })]
    [InlineData(new int[0], new int[0])]
    public void Transpose_permutes_axes(int[] shape, int[] perm)
    {
        Sample x = Sample.Random(1, shape);
        int[] outShape = [.. perm.Select(axis => shape[axis])];
        float[] y = new float[x.Data.Length];

        Movement.Transpose(x.Data, shape, perm, y);

        AssertSame(x, outShape, index => [.. Enumerable.Range(0, perm.Length).Select(axis => index[Array.IndexOf(perm, axis)])], y);
    }

    [Theory]
    [InlineData(new[] { 2, 3, 5, 7 }, new[] { 0, 1, 2, 3 }, new[] { 1, 1, 1, 1 }, new[] { 2, 2, 3, 4 })]
    [InlineData(new[] { 2, 3, 5, 7 }, new[] { 0, 0, 0, 0 }, new[] { 1, 1, 1, 1 }, new[] { 2, 2, 5, 7 })]
    [InlineData(new[] { 2, 3, 5, 7 }, new[] { 1, 2, 4, 6 }, new[] { -1, -1, -2, -3 }, new[] { 2, 3, 3, 3 })]
    [InlineData(new[] { 1, 3, 8, 8 }, new[] { 0, 0, 1, 0 }, new[] { 1, 1, 2, 2 }, new[] { 1, 3, 4, 4 })]
    [InlineData(new[] { 9 }, new[] { 8 }, new[] { -4 }, new[] { 3 })]
    [InlineData(new[] { 4, 5 }, new[] { 4, 0 }, new[] { 1, 1 }, new[] { 0, 5 })]
    public void Slice_takes_every_so_many(int[] shape, int[] starts, int[] steps, int[] outShape)
    {
        Sample x = Sample.Random(2, shape);
        float[] y = new float[Sample.Count(outShape)];

        Movement.Slice(x.Data, shape, starts, steps, y, outShape);

        AssertSame(x, outShape, index => [.. index.Select((place, axis) => starts[axis] + (place * steps[axis]))], y);
    }

    [Theory]
    [InlineData(new[] { 3, 1, 1 }, new[] { 2, 3, 5, 7 })]
    [InlineData(new[] { 1, 3, 1, 7 }, new[] { 2, 3, 5, 7 })]
    [InlineData(new int[0], new[] { 4, 3 })]
    [InlineData(new[] { 5, 3 }, new[] { 5, 3 })]
    public void Expand_repeats(int[] shape, int[] outShape)
    {
        Sample x = Sample.Random(3, shape);
        float[] y = new float[Sample.Count(outShape)];

        Movement.Expand(x.Data, shape, y, outShape);

        AssertSame(x, outShape, static index => index, y);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Concat_puts_inputs_in_a_row_and_Split_takes_them_out(int axis)
    {
        int[] lengths = [2, 0, 5], starts = [0, 2, 2], whole = [3, 4, 2, 5];
        whole[axis] = 7;
        float[] y = new float[Sample.Count(whole)];
        Sample[] parts = [.. lengths.Select((length, i) => Sample.Random(4 + i, [.. whole.Select((size, a) => a == axis ? length : size)]))];
        for (int i = 0; i < parts.Length; i++)
        {
            Movement.Concat(parts[i].Data, parts[i].Shape, axis, starts[i], y, whole);
        }

        double[] expected = Sample.Make(whole, index =>
        {
            int part = index[axis] < 2 ? 0 : 2;
            return parts[part][[.. index.Select((place, a) => a == axis ? place - starts[part] : place)]];
        });
        Sample.AssertNear(expected, y, 0);
        for (int i = 0; i < parts.Length; i++)
        {
            float[] part = new float[parts[i].Data.Length];
            Movement.Split(y, whole, axis, starts[i], part, parts[i].Shape);
            Assert.Equal(parts[i].Data, part);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Gather_takes_elements_from_either_end(int axis)
    {
        int[] shape = [4, 5, 6], indices = [3, 0, -1, 0, -4];
        Sample x = Sample.Random(5, shape);
        int[] outShape = [.. shape.Select((size, a) => a == axis ? indices.Length : size)];
        float[] y = new float[Sample.Count(outShape)];

        Movement.Gather(x.Data, shape, axis, indices, y);

        AssertSame(x, outShape, index => [.. index.Select((place, a) => a == axis ? (indices[place] + shape[axis]) % shape[axis] : place)], y);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 5, 6 }, new[] { 0, 0, 2, 3 }, new[] { 0, 0, 1, 4 })]
    [InlineData(new[] { 2, 3, 4 }, new[] { 1, 0, 3 }, new[] { 1, 2, 2 })]
    [InlineData(new[] { 3, 5 }, new[] { -1, 2 }, new[] { 2, -3 })]
    [InlineData(new[] { 3, 5 }, new[] { -1, -1 }, new[] { -1, -2 })]
    [InlineData(new[] { 6 }, new[] { 0 }, new[] { 5 })]
    [InlineData(new[] { 6 }, new[] { 5 }, new[] { 0 })]
    [InlineData(new[] { 2, 4, 2, 5, 2 }, new[] { 0, 0, 1, 0, 0 }, new[] { 1, 0, 0, 0, 1 })]
    [InlineData(new[] { 3, 2 }, new[] { -1, -2 }, new[] { 0, 1 })]
    public void Pad_continues_the_tensor(int[] shape, int[] begins, int[] ends)
    {
        Sample x = Sample.Random(6, shape);
        int[] outShape = [.. shape.Select((size, axis) => size + begins[axis] + ends[axis])];
        foreach (PadMode mode in Enum.GetValues<PadMode>())
        {
            float[] y = new float[Sample.Count(outShape)];

            Movement.Pad(x.Data, shape, begins, mode, 1.5f, y, outShape);

            double[] expected = Sample.Make(outShape, index =>
            {
                int[] places = [.. index.Select((place, axis) => Source(mode, place - begins[axis], shape[axis]))];
                return places.Contains(-1) ? 1.5 : x[places];
            });
            Sample.AssertNear(expected, y, 0);
        }
    }

    [Fact]
    public void Pad_reflects_as_the_specification_shows()
    {
        float[] y = new float[12];
        Movement.Pad([1f, 1.2f, 2.3f, 3.4f, 4.5f, 5.7f], [3, 2], [0, 2], PadMode.Edge, 0, y, [3, 4]);
        Assert.Equal([1f, 1f, 1f, 1.2f, 2.3f, 2.3f, 2.3f, 3.4f, 4.5f, 4.5f, 4.5f, 5.7f], y);
        float[] z = new float[6];
        Movement.Pad([1f, 2f, 3f], [1, 3], [0, 2], PadMode.Reflect, 0, z, [1, 6]);
        Assert.Equal([3f, 2f, 1f, 2f, 3f, 2f], z);
    }

    private static int Source(PadMode mode, int place, int length)
    {
        while (place < 0 || place >= length)
        {
            if (mode == PadMode.Constant)
            {
                return -1;
            }

            place = mode switch
            {
                PadMode.Edge => place < 0 ? 0 : length - 1,
                PadMode.Wrap => place < 0 ? place + length : place - length,
                _ => place < 0 ? -place : (2 * (length - 1)) - place,
            };
        }

        return place;
    }

    private static void AssertSame(Sample x, int[] outShape, Func<int[], int[]> source, float[] y) =>
        Sample.AssertNear(Sample.Make(outShape, index => x[source(index)]), y, 0);
}
