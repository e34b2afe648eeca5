using ConvGen.Testing;

namespace ConvGen.Fuzz.Files;

/// <summary>Opens damaged weight files of every format and reports what is wrong with how they are read or refused.</summary>
/// <param name="output">Where the report goes.</param>
public sealed class FileRun(TextWriter output)
{
    // Every so many files are opened by their path: those are mapped.
    private const int Mapped = 16;

    // What undamaged files are told by: as many again go through the same checks.
    private const int Undamaged = 50;

    /// <summary>What the files are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many of each format.</summary>
    public int Count { get; init; } = 10_000;

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0 if nothing was wrong, else 1.</returns>
    public int Execute() => Enum.GetValues<FileFormat>().Sum(Run) == 0 ? 0 : 1;

    private int Run(FileFormat format)
    {
        using var folder = new TemporaryFolder();
        (int read, int findings) = (0, 0);
        for (int index = 0; index < Count; index++)
        {
            var random = new Random(HashCode(Seed, (int)format, index));
            byte[] file = new FileDraw(random).Draw(format);
            byte[] damaged = index % Undamaged == 0 ? file : new FileMutation(random).Mutate(file);
            (bool isRead, string? finding) = FileCheck.Run(format, damaged, index % Mapped == 0 ? folder.File("damaged") : null);
            read += isRead ? 1 : 0;
            if (finding is not null)
            {
                findings++;
                output.WriteLine(FormattableString.Invariant($"{format} {index} of seed {Seed}: {finding}"));
                output.WriteLine(Convert.ToBase64String(damaged));
            }
        }

        output.WriteLine(FormattableString.Invariant($"{format}: {Count} files, {read} read, {Count - read - findings} refused, {findings} findings (seed {Seed})"));
        return findings;
    }

    // The same on every machine and in every process.
    private static int HashCode(int seed, int format, int index) => unchecked((((seed * 31) + format) * 1_000_003) + index);
}
