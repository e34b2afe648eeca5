using System.Globalization;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Measures a list of layers and writes the table.</summary>
internal sealed class BenchRun(Algorithm algorithm, double seconds, TextWriter output)
{
    // The share of the time of a layer that is measured at a stretch, before the next one's turn: a disturbance hits no layer alone.
    private const int Turns = 3;

    private readonly Processor _processor = new();

    public void Run(FileInfo file, string only, FileInfo? csv)
    {
        Processor.Pin(Environment.ProcessorCount - 1);
        LayerCase[] layers = [.. LayerCaseFile.Read(file.FullName).Where(layer => layer.Name.Contains(only, StringComparison.Ordinal))];
        if (layers.Length == 0)
        {
            throw new InvalidDataException($"{file.Name} has no layer whose name contains '{only}'.");
        }

        LayerBench[] benches =
            [.. CompiledLayer.Compile([.. layers.Select(layer => new LayerRequest(layer, algorithm))]).Select(layer => new LayerBench(layer))];
        for (int turn = 0; turn < Turns; turn++)
        {
            foreach (LayerBench bench in benches)
            {
                _processor.Measure();
                bench.Measure(seconds / Turns);
            }
        }

        Report(benches);
        if (csv is not null)
        {
            File.WriteAllLines(csv.FullName, benches.Select(Row).Prepend("layer,threads,algorithm,convgen_ms,convgen_median_ms,percent_of_peak"));
        }
    }

    private void Report(LayerBench[] benches)
    {
        Line($"FMA peak {_processor.Peak:F1} GFLOP/s; two ports at the measured clock of {_processor.Clock:F2} GHz give {_processor.TwoPorts:F1}. One thread.");
        Line($"{"layer",-20} {"algorithm",-15} {"level",-10} {"min ms",9} {"median ms",9} {"GFLOP/s",8} {"of peak",8} {"of limit",9}");
        foreach (LayerBench bench in benches)
        {
            double limit = 20 * bench.ArithmeticSeconds(_processor.Peak) + (2 * bench.TrafficSeconds(gigabytes: 10));
            Line($"{bench.Layer.Name,-20} {bench.Weights.Algorithm,-15} {bench.Weights.Level,-10} {bench.Timing.Minimum,9:F3} {bench.Timing.Median,9:F3} {bench.Rate,8:F1} {bench.Rate / _processor.Peak,8:P1} {bench.Timing.Minimum / 1e3 / limit,9:P1}");
        }

        Line($"limit = 20 x arithmetic at peak + 2 x memory traffic at 10 GB/s");
        double mean = Math.Exp(benches.Average(bench => Math.Log(bench.Rate / _processor.Peak)));
        Line($"geometric mean {mean:P1} of peak");
    }

    private string Row(LayerBench bench) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bench.Layer.Name},1,{bench.Weights.Algorithm},{bench.Timing.Minimum:F4},{bench.Timing.Median:F4},{100 * bench.Rate / _processor.Peak:F1}");

    private void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
