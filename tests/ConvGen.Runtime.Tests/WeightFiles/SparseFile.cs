namespace ConvGen.Runtime.Tests.WeightFiles;

/// <summary>A file of a length, whose zeros take no room on the disk; it goes with its user.</summary>
internal sealed class SparseFile : IDisposable
{
    public SparseFile(long length)
    {
        using FileStream file = File.Create(Path);
        file.SetLength(length);
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        using FileStream file = File.OpenWrite(Path);
        file.Position = offset;
        file.Write(bytes);
    }

    public void Dispose() => File.Delete(Path);
}
