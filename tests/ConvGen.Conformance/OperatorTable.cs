using System.Text;

namespace ConvGen.Conformance;

/// <summary>The table of operators in the documentation, written from the tests that they passed.</summary>
internal static class OperatorTable
{
    private const string Begin = "<!-- operators: written by `verify FOLDER --table` -->";
    private const string End = "<!-- end of operators -->";

    /// <summary>Replaces the table between its marks; appends it where the file has none.</summary>
    public static void Write(string path, IReadOnlyCollection<TestOutcome> outcomes)
    {
        string text = File.Exists(path) ? File.ReadAllText(path) : "# Operators\n\n";
        string table = $"{Begin}\n{Table(outcomes)}{End}";
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, begin >= 0 && end > begin ? text[..begin] + table + text[(end + End.Length)..] : text + table + "\n");
    }

    // Models of several operators count for none of them.
    private static string Table(IReadOnlyCollection<TestOutcome> outcomes)
    {
        var rows = new StringBuilder("| operator | computed | with constants | known | first output | refused |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (IGrouping<string, TestOutcome> row in outcomes.Where(static outcome => outcome.Operators.Count == 1)
            .GroupBy(static outcome => outcome.Operators[0])
            .Where(static row => row.Any(static outcome => outcome.HasPassed))
            .OrderBy(static row => row.Key, StringComparer.Ordinal))
        {
            int Count(Verdict verdict) => row.Count(outcome => outcome.Verdict == verdict);
            rows.Append(FormattableString.Invariant(
                $"| {row.Key} | {Count(Verdict.Passed)} | {Count(Verdict.PassedWithConstants)} | {Count(Verdict.PassedKnown)} | {Count(Verdict.PassedFirstOutput)} | {Count(Verdict.Refused)} |\n"));
        }

        return rows.ToString();
    }
}
