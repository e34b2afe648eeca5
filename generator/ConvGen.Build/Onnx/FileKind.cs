using System.Text;

namespace ConvGen.Build.Onnx;

/// <summary>Says what a file is that is no ONNX model.</summary>
internal static class FileKind
{
    private const int Beginning = 64;

    /// <summary>What the file is, where it is something known; null otherwise.</summary>
    public static string? Of(ByteRange file)
    {
        string start = Encoding.GetEncoding(28591).GetString(file.Array, file.Start, Math.Min(file.Length, Beginning));
        return start switch
        {
            "" => "an empty file",
            _ when Begins("version https://git-lfs") => "a pointer of Git LFS, whose file was not fetched",
            _ when Begins("PK\u0003\u0004") => "a zip archive, as torch.save and TorchScript write: export it with torch.onnx.export",
            _ when start[0] == '\u0080' && start.Length > 1 && start[1] is >= '\u0002' and <= '\u0005' =>
                "a pickle, as older torch.save writes: export the model with torch.onnx.export",
            _ when start.Length > 8 && start.Substring(4, 4) == "ORTM" => "a model in the ORT format: take the ONNX file that it was made from",
            _ when start.Length > 8 && start.Substring(4, 4) == "TFL3" => "a TensorFlow Lite model",
            _ when Begins("\u0089HDF") => "an HDF5 file, as Keras writes",
            _ when start.Length > 8 && start.Substring(4, 5) == "\0\0\0\0{" => "a safetensors file: weights without a network",
            _ when start.All(static c => c is '\t' or '\r' or '\n' or (>= ' ' and <= '~') or '\u00EF' or '\u00BB' or '\u00BF') => "a text file",
            _ => null,
        };

        bool Begins(string mark) => start.StartsWith(mark, StringComparison.Ordinal);
    }
}
