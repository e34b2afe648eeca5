using System.IO.Compression;

namespace ConvGen.WeightFiles;

/// <summary>
/// The arrays of a <c>.npz</c>, a zip archive. One is read when it is asked for: as many bytes as its own header declares, which must be what the archive
/// says; memory is taken as they come, so that a false declaration takes no more than twice what was really inflated, or twice the archive.
/// </summary>
internal sealed class NpzArchive : IDisposable
{
    private const string Extension = ".npy";

    // What deflate can make of a byte at the most, and some for an archive of nearly none.
    private const int MostInflation = 1032;
    private const int InflationSlack = 4096;

    private readonly FileBytes _file;
    private readonly ZipArchive _archive;
    private readonly ZipArchiveEntry[] _entries;
    private readonly WeightTensor?[] _tensors;
    private readonly object _lock = new();
    private bool _isDisposed;

    public NpzArchive(FileBytes file)
    {
        _file = file;
        (_archive, _entries) = Guarded(file.Title, () =>
        {
            var archive = new ZipArchive(file.Stream(), ZipArchiveMode.Read);
            ZipArchiveEntry[] arrays = [.. archive.Entries.Where(static entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal))];
            return (archive, arrays);
        });
        _tensors = new WeightTensor?[_entries.Length];
    }

    public string[] Names => Array.ConvertAll(_entries, static entry => entry.FullName[..^Extension.Length]);

    /// <exception cref="InvalidDataException">The array, or its place in the archive, breaks a rule of its format.</exception>
    public WeightTensor Read(int place, string name)
    {
        lock (_lock)
        {
            if (_tensors[place] is { } tensor)
            {
                return tensor;
            }

            ObjectDisposedException.ThrowIf(_isDisposed, typeof(WeightFile));
            string title = $"{_file.Title}, array '{name}'";
            return _tensors[place] = Guarded(title, () => Inflate(_entries[place], name, title));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _archive.Dispose();
            _file.Dispose();
        }
    }

    private WeightTensor Inflate(ZipArchiveEntry entry, string name, string title)
    {
        using Stream content = entry.Open();
        scoped Span<byte> start = stackalloc byte[NpyHeader.MostBytes];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        NpyHeader header = NpyHeader.Read(start, title);
        long length = header.Length + header.ElementBytes;
        if (length != entry.Length || length > Array.MaxLength || length - InflationSlack > MostInflation * entry.CompressedLength || start.Length > length)
        {
            throw FileBytes.Refusal(
                title,
                FormattableString.Invariant($"its header declares {length} bytes, the archive has {entry.Length} in {entry.CompressedLength}"));
        }

        byte[] bytes = FileBytes.Read(content, start, length, first: 2 * _file.Length);
        return bytes.Length == length && content.ReadByte() < 0
            ? header.Tensor(name, new ArrayBytes(title, bytes))
            : throw FileBytes.Refusal(title, FormattableString.Invariant($"it does not inflate to the {length} bytes that it declares"));
    }

    // What broken archives make the framework throw is told as all that is broken.
    private static T Guarded<T>(string title, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw broken is InvalidDataException && broken.Message.StartsWith(title, StringComparison.Ordinal) ? broken
                : FileBytes.Refusal(title, $"its zip archive is broken: {broken.Message.TrimEnd('.')}", broken);
        }
    }
}
