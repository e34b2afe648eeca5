namespace ConvGen.WeightFiles;

/// <summary>The bytes of a file: in memory, or mapped so that the system reads what is looked at.</summary>
internal abstract class FileBytes(string title) : IDisposable
{
    private const int FirstChunk = 1 << 16;

    /// <summary>What messages call the file.</summary>
    public string Title => title;

    public abstract long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be opened.</exception>
    public static FileBytes Open(string path)
    {
        string name = Path.GetFileName(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!file.CanSeek || file.Length == 0)
        {
            using (file)
            {
                return Read(name, file);
            }
        }

        return new MappedBytes(name, file);
    }

    /// <summary>What is left of a stream.</summary>
    public static FileBytes Read(string title, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long known = stream.CanSeek ? stream.Length - stream.Position : FirstChunk;
        byte[] bytes = known <= Array.MaxLength ? Read(stream, [], Array.MaxLength, known) : [];
        return known <= Array.MaxLength && (bytes.Length < Array.MaxLength || stream.ReadByte() < 0)
            ? new ArrayBytes(title, bytes)
            : throw Refusal(title, FormattableString.Invariant($"it has more than {Array.MaxLength} bytes; longer ones are opened by their path"));
    }

    /// <summary>Reads a stream on to a length, or its end if that comes first; takes memory as bytes come, never more than twice as much.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="head">What was read of it before.</param>
    /// <param name="length">How many bytes, the head's included.</param>
    /// <param name="first">How many to expect at first, where something accounts for them.</param>
    public static byte[] Read(Stream stream, ReadOnlySpan<byte> head, long length, long first)
    {
        var bytes = new byte[Math.Min(length, Math.Max(head.Length, first))];
        head.CopyTo(bytes);
        int filled = head.Length;
        while (filled < length)
        {
            if (filled == bytes.Length)
            {
                // A stream that told its length right ends here.
                int next = stream.ReadByte();
                if (next < 0)
                {
                    break;
                }

                Array.Resize(ref bytes, (int)Math.Min(length, Math.Max(FirstChunk, 2L * bytes.Length)));
                bytes[filled++] = (byte)next;
            }

            int read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0 && filled < bytes.Length)
            {
                break;
            }

            filled += read;
        }

        Array.Resize(ref bytes, filled);
        return bytes;
    }

    /// <summary>The one kind of exception for files that break the rules of their format.</summary>
    public static InvalidDataException Refusal(string title, string cause, Exception? inner = null) => new($"{title}: {cause}.", inner);

    /// <summary>Elements from a byte on.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public abstract ReadOnlySpan<T> Span<T>(long offset, int count) where T : unmanaged;

    /// <summary>All bytes, for those who read on from one to the next.</summary>
    public abstract Stream Stream();

    public abstract void Dispose();
}
