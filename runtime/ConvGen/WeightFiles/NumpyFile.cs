using ConvGen.WeightFiles;

namespace ConvGen;

/// <summary>
/// Arrays of NumPy's: a <c>.npz</c>, whose arrays have names, or a <c>.npy</c>, a single array that is called as the file is. Float32, float16 and float64 are
/// read, in either byte order, row-major or column-major; arrays of other numbers are listed.
/// </summary>
public sealed class NumpyFile : WeightFile
{
    private readonly NpzArchive? _archive;
    private readonly WeightTensor? _array;

    private NumpyFile(FileBytes file, NpzArchive archive)
        : base(file.Title, archive.Names, archive)
    {
        _archive = archive;
    }

    private NumpyFile(FileBytes file, WeightTensor array)
        : base(file.Title, [array.Name], file)
    {
        _array = array;
    }

    /// <summary>Opens a file: a <c>.npy</c> is mapped into memory, arrays of a <c>.npz</c> are read when they are asked for.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It breaks the rules of its format.</exception>
    public static NumpyFile Open(string path) => Open(FileBytes.Open(path), Path.GetFileNameWithoutExtension(path));

    /// <summary>Reads a stream from where it stands to its end, 2 GB at the most; it may be closed thereafter.</summary>
    /// <param name="stream">The stream; the array of a <c>.npy</c> is called <c>arr_0</c>.</param>
    /// <exception cref="InvalidDataException">It breaks the rules of its format.</exception>
    public static NumpyFile Open(Stream stream) => Open(FileBytes.Read("The stream", stream), "arr_0");

    private protected override WeightTensor Read(int place) => _array ?? _archive!.Read(place, Names[place]);

    private static NumpyFile Open(FileBytes file, string array)
    {
        try
        {
            return OtherFormat.InsteadOfNumpy(file) is { } other ? throw FileBytes.Refusal(file.Title, other)
                : OtherFormat.IsArchive(file) ? new NumpyFile(file, new NpzArchive(file))
                : new NumpyFile(file, NpyHeader.Array(array, file));
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw;
        }
    }
}
