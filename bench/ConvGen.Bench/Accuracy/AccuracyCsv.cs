using System.Globalization;

namespace ConvGen.Bench.Accuracy;

/// <summary>A row for each layer, kind of arguments and form.</summary>
internal static class AccuracyCsv
{
    private const string Header = "layer,arguments,form,algorithm,rms,max,relative_rms,percent_of_promise";

    public static IEnumerable<string> Lines(IEnumerable<AccuracyResult> results) => results.Select(Line).Prepend(Header);

    private static string Line(AccuracyResult result)
    {
        ErrorFigures figures = result.Figures;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Layer.Name},{result.Kind.Name},{result.Form},{result.Algorithm?.ToString()},")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Rms:G4},{figures.Largest:G4},{figures.RelativeRms:G4},{100 * figures.PromiseShare:G4}");
    }
}
