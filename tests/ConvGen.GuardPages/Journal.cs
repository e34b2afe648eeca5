namespace ConvGen.GuardPages;

/// <summary>
/// What a process that may die at any step tells the one that watches it: a line each, whose first character says what it is.
/// </summary>
/// <param name="output">Is flushed with every line.</param>
internal sealed class Journal(TextWriter output)
{
    /// <summary>Begins lines of steps that are about to be taken.</summary>
    public const char StepMark = '>';

    /// <summary>Begins lines of what went wrong.</summary>
    public const char FindingMark = '!';

    /// <summary>Is the line of a placement that is done.</summary>
    public const char PlacedMark = '=';

    /// <summary>A case begins.</summary>
    public const char CaseMark = '#';

    public void Case(int index) => Write(CaseMark, FormattableString.Invariant($"{index}"));

    public void Step(string text) => Write(StepMark, text);

    public void Finding(string text) => Write(FindingMark, text.ReplaceLineEndings(" "));

    public void Placed() => Write(PlacedMark, "");

    private void Write(char mark, string text)
    {
        output.Write(mark + text + "\n");
        output.Flush();
    }
}
