namespace ConvGen.Build.Onnx;

/// <summary>Files beside a model that hold tensors of it. None outside the model's folder is touched, not by way of links either.</summary>
internal sealed class ExternalFiles(string folder)
{
    private static readonly char[] s_separators = ['/', '\\'];

    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The full paths of all that were read.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>Reads the elements of a tensor.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="location">The file, from the model's folder.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="length">How many bytes the model says they have; null for the rest of the file.</param>
    /// <param name="size">How many bytes they need.</param>
    /// <exception cref="ModelException">The file is elsewhere, is not there, or has fewer bytes.</exception>
    public ByteRange Read(string tensor, string location, long offset, long? length, long size)
    {
        string path = Resolve(tensor, location);
        _paths.Add(path);
        using FileStream file = ModelFiles.Open(path);
        if (offset > file.Length || (length ?? file.Length - offset) != size || size > file.Length - offset)
        {
            throw ModelException.ExternalData(
                $"The tensor {ModelException.Quote(tensor)} needs {size} bytes at {offset} of {ModelException.Quote(location)}; the model gives it {length ?? file.Length - offset}, and the file has {file.Length}");
        }

        ModelLimits.Check(size, ModelLimits.FileBytes, "bytes in one tensor");
        file.Position = offset;
        return ModelFiles.Read(file, (int)size);
    }

    private string Resolve(string tensor, string location)
    {
        string path = folder;
        foreach (string part in location.Split(s_separators))
        {
            // A colon begins a stream of a file, or what follows a drive; an empty part would stand for the root.
            if (part is "" or ".." || part.IndexOf(':') >= 0 || part.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            {
                throw ModelException.ExternalData(
                    $"The tensor {ModelException.Quote(tensor)} lies in {ModelException.Quote(location)}, which is no path within the model's folder");
            }

            path = part == "." ? path : Path.Combine(path, part);
            if (part != "." && IsLink(path))
            {
                throw ModelException.ExternalData(
                    $"The tensor {ModelException.Quote(tensor)} lies in {ModelException.Quote(location)}, which leads over a link: the file itself must be in the model's folder");
            }
        }

        return path;
    }

    private static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            // Opening it says more.
            return false;
        }
    }
}
