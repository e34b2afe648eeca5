using ConvGen.Build.Onnx;

namespace ConvGen.Build;

/// <summary>Files that a conversion reads and writes.</summary>
internal static class ModelFiles
{
    private const int CompareBytes = 1 << 16;

    /// <exception cref="ModelException">It cannot be opened.</exception>
    public static FileStream Open(string path) =>
        Reaching(path, "read", () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

    /// <summary>The next bytes of a file, as many as are asked for.</summary>
    /// <exception cref="ModelException">There are fewer.</exception>
    public static ByteRange Read(FileStream file, int length) => Reaching(file.Name, "read", () =>
    {
        var content = new byte[length];
        for (int done = 0, read; done < length; done += read)
        {
            read = file.Read(content, done, length - done);
            if (read == 0)
            {
                throw new EndOfStreamException("it became shorter while it was read");
            }
        }

        return ByteRange.Of(content);
    });

    /// <summary>Writes a file whole or not at all, and not where it has this content already: what is made from it then stays as it is.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ModelException">It cannot be written, or <paramref name="write"/> threw it.</exception>
    public static bool Write(string path, Action<Stream> write) => Reaching(path, "written", () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            using (FileStream stream = new(draft, FileMode.CreateNew))
            {
                write(stream);
            }

            if (HaveSameContent(path, draft))
            {
                return false;
            }

            File.Delete(path);
            File.Move(draft, path);
            return true;
        }
        finally
        {
            File.Delete(draft);
        }
    });

    /// <summary>Writes lines of text, though they be there already: the file is new then.</summary>
    /// <exception cref="ModelException">It cannot be written.</exception>
    public static void WriteStamp(string path, IEnumerable<string> lines) => Reaching(path, "written", () =>
    {
        File.WriteAllLines(path, lines);
        return true;
    });

    private static bool HaveSameContent(string path, string other)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using FileStream one = File.OpenRead(path);
        using FileStream two = File.OpenRead(other);
        var (ones, twos) = (new byte[CompareBytes], new byte[CompareBytes]);
        bool isSame = one.Length == two.Length;
        for (long left = one.Length; isSame && left > 0; left -= CompareBytes)
        {
            int length = (int)Math.Min(left, CompareBytes);
            isSame = Fill(one, ones, length) && Fill(two, twos, length) && ones.Take(length).SequenceEqual(twos.Take(length));
        }

        return isSame;
    }

    private static bool Fill(FileStream file, byte[] buffer, int length)
    {
        int done = 0;
        for (int read = 1; done < length && read > 0; done += read)
        {
            read = file.Read(buffer, done, length - done);
        }

        return done == length;
    }

    private static T Reaching<T>(string path, string verb, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ModelException.Unreachable($"{ModelException.Quote(path)} cannot be {verb}: {failure.Message.Split('\r', '\n')[0]}");
        }
    }
}
