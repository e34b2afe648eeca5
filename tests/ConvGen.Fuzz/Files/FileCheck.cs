namespace ConvGen.Fuzz.Files;

/// <summary>Opens a file and reads all of it.</summary>
internal static class FileCheck
{
    // Exceptions with their traces, streams, the archive's tables: what any file takes.
    private const long LeastBytes = 1 << 19;

    // Names, shapes, and elements of two bytes as float32; arrays of archives may be inflated, and memory doubled on the way there.
    private const int BytesPerByte = 64;
    private const int BytesPerDeflatedByte = 4 * 1032;

    /// <summary>Reads a file.</summary>
    /// <returns>Whether it was read whole, and what is wrong with how it was read or refused, if anything.</returns>
    public static (bool IsRead, string? Finding) Run(FileFormat format, byte[] bytes, string? path)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isRead = false;
        try
        {
            using WeightFile file = Open(format, bytes, path);
            isRead = file.Names.Count(name => Read(file, name)) == file.Names.Count;
        }
        catch (InvalidDataException)
        {
        }
        catch (Exception unexpected)
        {
            return (false, unexpected.ToString());
        }

        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        long most = LeastBytes + ((long)bytes.Length * (format == FileFormat.Npz ? BytesPerDeflatedByte : BytesPerByte));
        return (isRead, taken > most ? FormattableString.Invariant($"{taken} bytes were allocated for a file of {bytes.Length}; legal are {most}") : null);
    }

    private static WeightFile Open(FileFormat format, byte[] bytes, string? path)
    {
        if (path is not null)
        {
            File.WriteAllBytes(path, bytes);
            return format == FileFormat.SafeTensors ? SafeTensors.Open(path) : NumpyFile.Open(path);
        }

        return format == FileFormat.SafeTensors ? SafeTensors.Open(new MemoryStream(bytes)) : NumpyFile.Open(new MemoryStream(bytes));
    }

    // One refused array does not keep others from being read.
    private static bool Read(WeightFile file, string name)
    {
        try
        {
            WeightTensor tensor = file[name];
            long count = 1;
            foreach (int length in tensor.Shape)
            {
                count *= length;
            }

            return tensor.AsSpan().Length == count
                ? true
                : throw new InvalidOperationException(FormattableString.Invariant($"{tensor} has {tensor.AsSpan().Length} elements"));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
