using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;

namespace ConvGen.Testing;

/// <summary>How far the functions of activations are from the truth, over all floats or some of them.</summary>
public static class FunctionScan
{
    /// <summary>The names of the functions.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Exp", "Sigmoid", "Tanh", "Erf", "Sin", "Cos"];

    /// <summary>The largest error of a function at a vector width, in units in the last place, and where it is.</summary>
    /// <param name="name">The function.</param>
    /// <param name="level">The width.</param>
    /// <param name="step">1 for all floats, n for every n-th bit pattern.</param>
    public static (double Ulps, float At) Worst(string name, SimdLevel level, uint step) => level switch
    {
        SimdLevel.Vector512 => Worst<Simd512, Vector512<float>>(name, step),
        SimdLevel.Vector256 => Worst<Simd256, Vector256<float>>(name, step),
        SimdLevel.Vector128 => Worst<Simd128, Vector128<float>>(name, step),
        _ => Worst<SimdScalar, float>(name, step),
    };

    /// <summary>The value of a function, by the vectors that hold it.</summary>
    public static float Value(string name, SimdLevel level, float x) => level switch
    {
        SimdLevel.Vector512 => First<Simd512, Vector512<float>>(name, x),
        SimdLevel.Vector256 => First<Simd256, Vector256<float>>(name, x),
        SimdLevel.Vector128 => First<Simd128, Vector128<float>>(name, x),
        _ => First<SimdScalar, float>(name, x),
    };

    private static float First<TSimd, TVector>(string name, float x)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        float[] values = new float[TSimd.Lanes];
        TSimd.Store(Function<TSimd, TVector>(name)(TSimd.Create(x)), ref values[0], 0);
        return values[0];
    }

    private static (double Ulps, float At) Worst<TSimd, TVector>(string name, uint step)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        Func<TVector, TVector> function = Function<TSimd, TVector>(name);
        Func<double, double> truth = Truth(name);
        float most = name is "Sin" or "Cos" ? 10_000 : float.MaxValue;
        (double worst, float at) = (0, 0);
        float[] x = new float[TSimd.Lanes], y = new float[TSimd.Lanes];
        for (ulong first = 0; first <= uint.MaxValue; first += (ulong)step * (ulong)x.Length)
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = BitConverter.UInt32BitsToSingle((uint)(first + ((ulong)i * step)));
            }

            TSimd.Store(function(TSimd.Load(ref x[0], 0)), ref y[0], 0);
            for (int i = 0; i < x.Length; i++)
            {
                double error = MathF.Abs(x[i]) <= most ? Ulps(y[i], truth(x[i])) : 0;
                (worst, at) = error > worst ? (error, x[i]) : (worst, at);
            }
        }

        return (worst, at);
    }

    private static Func<TVector, TVector> Function<TSimd, TVector>(string name)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct => name switch
        {
            "Exp" => Functions<TSimd, TVector>.Exp,
            "Sigmoid" => Functions<TSimd, TVector>.Sigmoid,
            "Tanh" => Functions<TSimd, TVector>.Tanh,
            "Erf" => Functions<TSimd, TVector>.Erf,
            "Cos" => Functions<TSimd, TVector>.Cos,
            _ => Functions<TSimd, TVector>.Sin,
        };

    private static Func<double, double> Truth(string name) => name switch
    {
        "Exp" => Math.Exp,
        "Sigmoid" => static x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
        "Tanh" => Math.Tanh,
        "Erf" => FunctionReference.Erf,
        "Cos" => Math.Cos,
        _ => Math.Sin,
    };

    private static double Ulps(float actual, double truth)
    {
        var rounded = (float)truth;
        if (!float.IsFinite(rounded) || !float.IsFinite(actual))
        {
            return actual == rounded ? 0 : double.PositiveInfinity;
        }

        int exponent = truth == 0 ? -126 : Math.Max(Math.ILogB(truth), -126);
        return Math.Abs(actual - truth) / Math.ScaleB(1, exponent - 23);
    }
}
