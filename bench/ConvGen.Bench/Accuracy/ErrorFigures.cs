namespace ConvGen.Bench.Accuracy;

/// <summary>How far an output lies from float64 sums.</summary>
/// <param name="Rms">The root of the mean square of the errors, each in units of its sum.</param>
/// <param name="Largest">The largest, in units of its sum.</param>
/// <param name="RelativeRms">The root of the mean square of the errors over that of the true values.</param>
/// <param name="PromiseShare">The largest share of what ConvGen promises that an error takes.</param>
internal sealed record ErrorFigures(double Rms, double Largest, double RelativeRms, double PromiseShare)
{
    public static ErrorFigures Of(SampledReference reference, ReadOnlySpan<float> output, Promise promise)
    {
        (double squaredUnits, double squaredErrors, double squaredValues) = (0, 0, 0);
        foreach (SampledSum sum in reference.Even)
        {
            double error = output[sum.Element] - sum.Value, units = Ratio(error, sum.Unit);
            squaredUnits += units * units;
            squaredErrors += error * error;
            squaredValues += sum.Value * sum.Value;
        }

        (double largest, double share) = (0, 0);
        foreach (SampledSum sum in reference.All)
        {
            double error = Math.Abs(output[sum.Element] - sum.Value);
            largest = Math.Max(largest, Ratio(error, sum.Unit));
            share = Math.Max(share, Ratio(error, promise.Bound(sum)));
        }

        return new ErrorFigures(
            Math.Sqrt(squaredUnits / reference.Even.Count), largest, Math.Sqrt(Ratio(squaredErrors, squaredValues)), share);
    }

    // Where nothing is added, nothing may be wrong.
    private static double Ratio(double error, double unit) => error == 0 ? 0 : error / unit;
}
