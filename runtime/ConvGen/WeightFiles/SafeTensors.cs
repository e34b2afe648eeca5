using ConvGen.WeightFiles;

namespace ConvGen;

/// <summary>
/// A file of the safetensors format, as <c>safetensors.torch.save_file(model.state_dict(), path)</c> writes it: float32, float16, bfloat16 and float64 are
/// read; tensors of other types are listed.
/// </summary>
public sealed class SafeTensors : WeightFile
{
    private readonly WeightTensor[] _tensors;

    private SafeTensors(FileBytes file, SafeTensorsHeader header)
        : base(file.Title, [.. header.Tensors.Select(static tensor => tensor.Name)], file)
    {
        _tensors = [.. header.Tensors];
        Metadata = header.Metadata;
    }

    /// <summary>The texts that whoever wrote the file put beside the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Maps a file into memory: only what is used is read, tensors are shown without a copy where they are float32.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It breaks the rules of the format.</exception>
    public static SafeTensors Open(string path) => Open(FileBytes.Open(path));

    /// <summary>Reads a stream from where it stands to its end, 2 GB at the most; it may be closed thereafter.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="InvalidDataException">It breaks the rules of the format.</exception>
    public static SafeTensors Open(Stream stream) => Open(FileBytes.Read("The stream", stream));

    private protected override WeightTensor Read(int place) => _tensors[place];

    private static SafeTensors Open(FileBytes file)
    {
        try
        {
            return new SafeTensors(file, SafeTensorsHeader.Read(file));
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw;
        }
    }
}
