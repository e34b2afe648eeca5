using System.IO.Compression;

namespace ConvGen.Testing;

/// <summary>A <c>.npz</c> file: named NumPy arrays in a zip archive. Arrays are read when asked for.</summary>
public sealed class NpzFile : IDisposable
{
    private readonly string _name;
    private readonly ZipArchive _archive;

    private NpzFile(string name, ZipArchive archive)
    {
        (_name, _archive) = (name, archive);
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static NpzFile Open(string path)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{name} is missing.", path);
        }

        try
        {
            return new NpzFile(name, ZipFile.OpenRead(path));
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{name} is no zip archive: {broken.Message}", broken);
        }
    }

    /// <summary>Whether the file has an array of this name.</summary>
    public bool Contains(string array) => _archive.GetEntry(array + ".npy") is not null;

    /// <summary>Reads an array.</summary>
    /// <exception cref="InvalidDataException">The file has no such array, or it is broken; the message names file and array.</exception>
    public NpyArray Read(string array)
    {
        ZipArchiveEntry entry = _archive.GetEntry(array + ".npy") ?? throw new InvalidDataException($"{_name} has no array '{array}'.");
        try
        {
            using Stream content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return NpyArray.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{_name}: the array '{array}' cannot be read: {broken.Message}.", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
