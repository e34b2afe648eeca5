using System.IO.Compression;

namespace ConvGen.Conformance.Tests;

/// <summary>A folder of cases in the making, gone at the end of the test.</summary>
internal sealed class CaseFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("convgen-");

    public string Location => _folder.FullName;

    /// <summary>Writes cases.csv: the shipped header, then these rows.</summary>
    public CaseFolder WithRows(params string[] rows)
    {
        string header = File.ReadLines(Path.Combine(GoldenFolder.Location, "cases.csv")).First();
        File.WriteAllLines(Path.Combine(Location, "cases.csv"), [header, .. rows]);
        return this;
    }

    /// <summary>Writes the shipped row of a case as the only one, and its arrays.</summary>
    public CaseFolder WithGolden(string name) => WithRows(Row(name)).WithArrays(name, name);

    /// <summary>Copies the arrays of a shipped case.</summary>
    public CaseFolder WithArrays(string golden, string name)
    {
        File.Copy(Path.Combine(GoldenFolder.Location, golden + ".npz"), ArraysOf(name));
        return this;
    }

    /// <summary>Changes the bytes of one array of a case.</summary>
    public CaseFolder WithChanged(string name, string array, Action<byte[]> change)
    {
        using ZipArchive archive = ZipFile.Open(ArraysOf(name), ZipArchiveMode.Update);
        using Stream content = archive.GetEntry(array + ".npy")!.Open();
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        change(bytes);
        content.Position = 0;
        content.Write(bytes);
        return this;
    }

    public string ArraysOf(string name) => Path.Combine(Location, name + ".npz");

    /// <summary>The shipped row of a case.</summary>
    public static string Row(string name) => File.ReadLines(Path.Combine(GoldenFolder.Location, "cases.csv"))
        .Single(line => line.StartsWith(name + ",", StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);
}
