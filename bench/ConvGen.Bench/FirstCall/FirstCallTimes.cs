using System.Globalization;

namespace ConvGen.Bench.FirstCall;

/// <summary>What a new process measured, in milliseconds.</summary>
/// <param name="First">The first Pack and Forward.</param>
/// <param name="Later">The fastest of the next ones.</param>
/// <param name="Jit">Time that the JIT took during the first ones.</param>
/// <param name="Methods">How many methods it compiled then.</param>
internal sealed record FirstCallTimes(double First, double Later, double Jit, int Methods)
{
    public static FirstCallTimes Parse(string line)
    {
        string[] fields = line.Split(' ', StringSplitOptions.TrimEntries);
        return new FirstCallTimes(Number(fields[0]), Number(fields[1]), Number(fields[2]), (int)Number(fields[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First} {Later} {Jit} {Methods}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
