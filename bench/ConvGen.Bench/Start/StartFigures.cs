using System.Globalization;

namespace ConvGen.Bench.Start;

/// <summary>What a process measured that has just started.</summary>
/// <param name="Load">Milliseconds until a network can be run: its weights loaded and packed, or its session made.</param>
/// <param name="First">Milliseconds of the first run.</param>
/// <param name="Later">Milliseconds of the fastest of the next ones.</param>
/// <param name="PeakMegabytes">The most memory that the process ever had resident, in units of 2^20 bytes.</param>
internal sealed record StartFigures(double Load, double First, double Later, double PeakMegabytes)
{
    public static StartFigures Parse(string line)
    {
        double[] fields = [.. line.Split(' ', StringSplitOptions.TrimEntries).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        return new StartFigures(fields[0], fields[1], fields[2], fields[3]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Load} {First} {Later} {PeakMegabytes}");
}
