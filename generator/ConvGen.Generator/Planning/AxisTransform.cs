namespace ConvGen.Generator.Planning;

/// <summary>
/// The transform F(outputs, taps) of a fast form along an axis: as many neighbouring outputs of a phase, y, from products m of transformed
/// inputs v and weights u, one for each of <see cref="Points"/>. Its matrices follow from the points.
/// </summary>
/// <remarks>
/// Toom and Cook's method, transposed: Winograd, "Arithmetic complexity of computations" (1980); Lavin and Gray, "Fast algorithms for
/// convolutional neural networks" (2015), where rows differ in sign. Of the fourth and fifth finite point, 2 and -1/2 err less than 2 and -2:
/// Barabasz, Anderson, Soodhalter and Gregg, "Error analysis and improving the accuracy of Winograd convolution for deep neural networks" (2020).
/// </remarks>
/// <param name="Outputs">Outputs of a patch.</param>
/// <param name="Taps">Taps of a phase.</param>
/// <param name="HasRaw">Phases of a tap less meet inputs as they are: those follow the points.</param>
internal sealed record AxisTransform(int Outputs, int Taps, bool HasRaw)
{
    // Infinity comes after those that are used.
    private static readonly double[] s_points = [0, 1, -1, 2, -0.5];

    /// <summary>Its name in emitted code.</summary>
    public string Name => $"{Outputs}x{Taps}{(HasRaw ? "Raw" : "")}";

    /// <summary>Points, and products of a patch.</summary>
    public int Points => Outputs + Taps - 1;

    /// <summary>The finite points.</summary>
    public IReadOnlyList<double> FinitePoints => new ArraySegment<double>(s_points, 0, Points - 1);

    /// <summary>The transform of an axis of a fast form.</summary>
    public static AxisTransform Of(WinogradAxis axis) => new(axis.Patch, axis.Taps, axis.HasRawPhases);

    /// <summary>Of a point, its inputs' factors: the polynomial with the other points as roots, positive where <see cref="Divisor"/> is.</summary>
    public double[] InputFactors(int point)
    {
        double[] polynomial = [1];
        for (int other = 0; other < Points - 1; other++)
        {
            if (other != point)
            {
                polynomial = TimesRoot(polynomial, s_points[other]);
            }
        }

        int sign = point < Points - 1 && Value(point) < 0 ? -1 : 1;
        return [.. Enumerable.Range(0, Points).Select(input => input < polynomial.Length ? sign * polynomial[input] : 0)];
    }

    /// <summary>Of a point, its weights' factors, before they are divided by <see cref="Divisor"/>.</summary>
    public double[] WeightFactors(int point) => [.. Enumerable.Range(0, Taps).Select(tap => Power(point, tap, Taps))];

    /// <summary>Of an output, the factors of its products.</summary>
    public double[] OutputFactors(int output) => [.. Enumerable.Range(0, Points).Select(point => Power(point, output, Outputs))];

    /// <summary>What the weights of a point are divided by.</summary>
    public double Divisor(int point) => point == Points - 1 ? 1 : Math.Abs(Value(point));

    // Of infinity, only the highest power counts.
    private double Power(int point, int exponent, int length)
    {
        if (point == Points - 1)
        {
            return exponent == length - 1 ? 1 : 0;
        }

        double power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= s_points[point];
        }

        return power;
    }

    private double Value(int point)
    {
        double value = 1;
        for (int other = 0; other < Points - 1; other++)
        {
            value *= other == point ? 1 : s_points[point] - s_points[other];
        }

        return value;
    }

    private static double[] TimesRoot(double[] polynomial, double root)
    {
        var product = new double[polynomial.Length + 1];
        for (int i = 0; i < polynomial.Length; i++)
        {
            product[i + 1] += polynomial[i];
            product[i] -= root * polynomial[i];
        }

        return product;
    }
}
