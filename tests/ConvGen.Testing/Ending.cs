using System.Globalization;

namespace ConvGen.Testing;

/// <summary>What follows the bias of a layer, in float64, and how far a result may be from that.</summary>
/// <param name="Activation">The function.</param>
/// <param name="Residual">Where a tensor of the output's shape is added.</param>
/// <param name="ScaleBefore">Times this before the function,</param>
/// <param name="ShiftBefore">plus this,</param>
/// <param name="ScaleAfter">times this after it,</param>
/// <param name="ShiftAfter">plus this.</param>
public sealed record Ending(
    Activation Activation, Residual Residual, float ScaleBefore = 1, float ShiftBefore = 0, float ScaleAfter = 1, float ShiftAfter = 0)
{
    /// <summary>Of LeakyRelu.</summary>
    public const float Slope = 0.125f;

    /// <summary>The limit of Clamp, on either side.</summary>
    public const float Limit = 0.75f;

    private const double U = Tolerance.UnitRoundoff;

    /// <summary>No function, no residual, nothing else.</summary>
    public static Ending None { get; } = new(Activation.None, Residual.None);

    /// <summary>The function has a parameter per channel.</summary>
    public bool HasSlopes => Activation is Activation.PRelu or Activation.Snake;

    /// <summary>What stands in the attribute; begins with a comma.</summary>
    public string AttributeText => this == None ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $", Activation = Activation.{Activation}, Residual = Residual.{Residual}, Slope = {Slope}f, Minimum = -{Limit}f, Maximum = {Limit}f, ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"ScaleBefore = {ScaleBefore}f, ShiftBefore = {ShiftBefore}f, ScaleAfter = {ScaleAfter}f, ShiftAfter = {ShiftAfter}f");

    /// <summary>The end of a sum, and how far a result may be from it where the sum may be off by <paramref name="bound"/>.</summary>
    /// <param name="sum">The sum and its bias.</param>
    /// <param name="bound">How far it may be off.</param>
    /// <param name="residual">What is added.</param>
    /// <param name="slope">The parameter of the channel.</param>
    public (double Value, double Bound) Of(double sum, double bound, double residual, double slope)
    {
        (double Value, double Bound) x = Scaled((sum, bound), ScaleBefore, ShiftBefore);
        x = Residual == Residual.BeforeActivation ? Sum(x, residual) : x;
        x = Function(x, slope);
        x = Scaled(x, ScaleAfter, ShiftAfter);
        return Residual == Residual.AfterActivation ? Sum(x, residual) : x;
    }

    // A product and a sum, rounded once or twice.
    private static (double Value, double Bound) Scaled((double Value, double Bound) x, double scale, double shift) =>
        (scale, shift) == (1, 0) ? x : Sum((x.Value * scale, Rounded(Math.Abs(scale) * x.Bound, x.Value * scale)), shift);

    private static (double Value, double Bound) Sum((double Value, double Bound) x, double other) =>
        (x.Value + other, Rounded(x.Bound, x.Value + other));

    // One rounding more, of a number that is off by so much already.
    private static double Rounded(double bound, double value, double roundings = 1) =>
        (bound * (1 + (roundings * U))) + (roundings * U * Math.Abs(value)) + Tolerance.Smallest;

    // The bound times the steepest slope of the function, then the errors of its own: a unit in the last place is two roundings at the most.
    private (double Value, double Bound) Function((double Value, double Bound) at, double slope)
    {
        double x = at.Value;
        (double value, double steepest, double roundings, double more) = Activation switch
        {
            Activation.None => (x, 1, 0, 0),
            Activation.Relu => (Math.Max(x, 0), 1, 0, 0),
            Activation.Relu6 => (Math.Clamp(x, 0, 6), 1, 0, 0),
            Activation.Clamp => (Math.Clamp(x, -Limit, Limit), 1, 0, 0),
            Activation.LeakyRelu => (x < 0 ? Slope * x : x, 1, 1, 0),
            Activation.PRelu => (x < 0 ? slope * x : x, Math.Max(1, Math.Abs(slope)), 1, 0),
            Activation.Sigmoid => (Sigmoid(x), 0.25, 4, 0),
            Activation.Tanh => (Math.Tanh(x), 1, 4, 0),
            // x (1 + x (1 - s)) s is 1.1 at the most.
            Activation.SiLU => (x * Sigmoid(x), 1.1, 5, 0),
            // Both are 1.13 at the most. 1 + f cancels: f is off by 4 roundings of 1, its argument by up to 6 that count for a half, the sum by one.
            Activation.Gelu => (x / 2 * (1 + FunctionReference.Erf(x / Math.Sqrt(2))), 1.13, 2, 8 * U / 2 * Math.Abs(x)),
            Activation.GeluTanh => (x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))), 1.13, 2, 8 * U / 2 * Math.Abs(x)),
            Activation.HardSwish => (x * Math.Clamp(x + 3, 0, 6) / 6, Math.Max(1.5, (Math.Abs(x) + at.Bound) / 6), 3, 0),
            Activation.HardSigmoid => (Math.Clamp(x + 3, 0, 6) / 6, 1.0 / 6, 2, 0),
            // 1 + sin(2 a x); the argument's rounding, the sine's four, twice, a square, and a quotient.
            _ => (x + (Math.Pow(Math.Sin(slope * x), 2) / slope), 2, 1, U * (Math.Abs(x) + (10 / Math.Abs(slope)))),
        };
        return (value, roundings == 0 ? steepest * at.Bound : Rounded(steepest * at.Bound, value, roundings) + more);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
