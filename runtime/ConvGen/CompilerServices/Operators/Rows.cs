using System.Numerics;

namespace ConvGen.CompilerServices;

/// <summary>A function of one number, in lanes.</summary>
internal interface IUnary
{
    TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct;
}

/// <summary>A function of two numbers, in lanes.</summary>
internal interface IBinary
{
    TVector Apply<TSimd, TVector>(TVector a, TVector b)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct;
}

/// <summary>
/// What operators do to numbers that lie next to each other, at the vector width of the process. What does not fill a vector goes through one
/// all the same, so that no result depends on its place.
/// </summary>
internal static class Rows
{
    private const int MostLanes = 16;

    /// <summary><c>y = op(x)</c>; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Map<TUnary>(TUnary op, ReadOnlySpan<float> x, Span<float> y)
        where TUnary : struct, IUnary => Zip(new First<TUnary>(op), x, x, y);

    /// <summary><c>y = op(a, b)</c> of equal lengths; <paramref name="y"/> may be one of them.</summary>
    public static void Zip<TBinary>(TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
        where TBinary : struct, IBinary
    {
        a = a[..y.Length];
        b = b[..y.Length];
        switch (SimdSupport.Widest)
        {
            case SimdLevel.Vector512:
                Zip<TBinary, Simd512, Vector512<float>>(op, a, b, y);
                break;
            case SimdLevel.Vector256:
                Zip<TBinary, Simd256, Vector256<float>>(op, a, b, y);
                break;
            case SimdLevel.Vector128:
                Zip<TBinary, Simd128, Vector128<float>>(op, a, b, y);
                break;
            default:
                Zip<TBinary, SimdScalar, float>(op, a, b, y);
                break;
        }
    }

    /// <summary>All numbers in one by a function whose order does not matter; <paramref name="start"/> changes nothing in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Fold<TBinary>(TBinary op, float start, ReadOnlySpan<float> x)
        where TBinary : struct, IBinary
    {
        Span<float> lanes = stackalloc float[4 * MostLanes];
        lanes.Fill(start);
        for (; x.Length >= lanes.Length; x = x[lanes.Length..])
        {
            Zip(op, lanes, x[..lanes.Length], lanes);
        }

        Zip(op, lanes[..x.Length], x, lanes[..x.Length]);
        for (int half = lanes.Length / 2; half > 0; half /= 2)
        {
            Zip(op, lanes[..half], lanes.Slice(half, half), lanes[..half]);
        }

        return lanes[0];
    }

    /// <summary>The sum of <c>(x - shift)^power</c> for a power of 1 or 2, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<float> x, double shift = 0, int power = 1)
    {
        var (sum, shifts) = (Vector<double>.Zero, new Vector<double>(shift));
        while (x.Length >= Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(x), out Vector<double> low, out Vector<double> high);
            (low, high) = (low - shifts, high - shifts);
            sum += power == 1 ? low + high : (low * low) + (high * high);
            x = x[Vector<float>.Count..];
        }

        double total = Vector.Sum(sum);
        foreach (float number in x)
        {
            total += power == 1 ? number - shift : (number - shift) * (number - shift);
        }

        return total;
    }

    /// <summary>Adds <c>(x - shift)^power</c> to sums, place by place, for a power of 1 or 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<double> sums, ReadOnlySpan<float> x, ReadOnlySpan<double> shifts, int power)
    {
        int i = 0, half = Vector<double>.Count;
        for (; i + (2 * half) <= sums.Length; i += 2 * half)
        {
            Vector.Widen(new Vector<float>(x[i..]), out Vector<double> low, out Vector<double> high);
            (low, high) = (low - new Vector<double>(shifts[i..]), high - new Vector<double>(shifts[(i + half)..]));
            (low, high) = power == 1 ? (low, high) : (low * low, high * high);
            (new Vector<double>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<double>(sums[(i + half)..]) + high).CopyTo(sums[(i + half)..]);
        }

        for (; i < sums.Length; i++)
        {
            double number = x[i] - shifts[i];
            sums[i] += power == 1 ? number : number * number;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Zip<TBinary, TSimd, TVector>(TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
        where TBinary : struct, IBinary
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        ref float first = ref MemoryMarshal.GetReference(a);
        ref float second = ref MemoryMarshal.GetReference(b);
        ref float target = ref MemoryMarshal.GetReference(y);
        int whole = y.Length - (y.Length % TSimd.Lanes);
        for (nint i = 0; i < whole; i += TSimd.Lanes)
        {
            TSimd.Store(op.Apply<TSimd, TVector>(TSimd.Load(ref first, i), TSimd.Load(ref second, i)), ref target, i);
        }

        if (whole < y.Length)
        {
            ZipRest<TBinary, TSimd, TVector>(op, a[whole..], b[whole..], y[whole..]);
        }
    }

    // A method of its own: memory on the stack makes the call of a method dear, and rows are short.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ZipRest<TBinary, TSimd, TVector>(TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
        where TBinary : struct, IBinary
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        Span<float> rest = stackalloc float[2 * MostLanes];
        rest.Clear();
        a.CopyTo(rest);
        b.CopyTo(rest[MostLanes..]);
        TSimd.Store(op.Apply<TSimd, TVector>(TSimd.Load(ref rest[0], 0), TSimd.Load(ref rest[MostLanes], 0)), ref rest[0], 0);
        rest[..y.Length].CopyTo(y);
    }

    private readonly struct First<TUnary>(TUnary op) : IBinary
        where TUnary : struct, IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => op.Apply<TSimd, TVector>(a);
    }
}

/// <summary>A binary function whose second argument is one number.</summary>
internal readonly struct WithSecond<TBinary>(TBinary op, float b) : IUnary
    where TBinary : struct, IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IUnary.Apply<TSimd, TVector>(TVector x) => op.Apply<TSimd, TVector>(x, TSimd.Create(b));
}

/// <summary>A binary function whose first argument is one number.</summary>
internal readonly struct WithFirst<TBinary>(TBinary op, float a) : IUnary
    where TBinary : struct, IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IUnary.Apply<TSimd, TVector>(TVector x) => op.Apply<TSimd, TVector>(TSimd.Create(a), x);
}
