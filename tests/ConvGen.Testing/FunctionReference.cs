namespace ConvGen.Testing;

/// <summary>Functions that .NET has not got, in float64.</summary>
public static class FunctionReference
{
    /// <summary>The error function: a series near zero, a continued fraction of the complement far from it.</summary>
    public static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || magnitude > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        if (magnitude < 3)
        {
            (double term, double sum) = (x, x);
            for (int n = 1; n < 200 && term != 0; n++)
            {
                term *= -x * x / n;
                sum += term / ((2 * n) + 1);
            }

            return 2 / Math.Sqrt(Math.PI) * sum;
        }

        double fraction = 0;
        for (int k = 80; k >= 1; k--)
        {
            fraction = k / 2.0 / (magnitude + fraction);
        }

        double complement = Math.Exp(-magnitude * magnitude) / Math.Sqrt(Math.PI) / (magnitude + fraction);
        return x > 0 ? 1 - complement : complement - 1;
    }
}
