namespace ConvGen.Fuzz;

/// <summary>Tells the process that watches which cases run: kernels that read far outside of memory end the one that runs them.</summary>
/// <param name="output">Is flushed with every line.</param>
public sealed class FuzzJournal(TextWriter output)
{
    /// <summary>Begins the line of a case that begins; its name follows.</summary>
    internal const char BeginMark = '>';

    /// <summary>Begins the line of a case that is done; its name follows.</summary>
    internal const char EndMark = '<';

    /// <summary>A case begins.</summary>
    public void Begin(string name) => Write(BeginMark, name);

    /// <summary>A case is done.</summary>
    public void End(string name) => Write(EndMark, name);

    private void Write(char mark, string name)
    {
        output.WriteLine(mark + name);
        output.Flush();
    }
}
