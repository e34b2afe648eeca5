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
    public void Begin(FuzzCase one) => Write(BeginMark, one);

    /// <summary>A case is done.</summary>
    public void End(FuzzCase one) => Write(EndMark, one);

    private void Write(char mark, FuzzCase one)
    {
        output.WriteLine(mark + one.Layer.Name);
        output.Flush();
    }
}
