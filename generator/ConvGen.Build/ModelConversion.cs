using System.Security.Cryptography;
using System.Text;
using ConvGen.Build.Manifest;
using ConvGen.Build.Onnx;

namespace ConvGen.Build;

/// <summary>An ONNX model as a manifest, for the generator, and weights, for the network that it writes. The same bytes make the same bytes.</summary>
internal sealed class ModelConversion
{
    private readonly ModelContents _contents;
    private readonly ExternalFiles _files;

    private ModelConversion(string manifest, ModelContents contents, ExternalFiles files)
    {
        (Manifest, _contents, _files) = (manifest, contents, files);
    }

    /// <summary>The manifest.</summary>
    public string Manifest { get; }

    /// <summary>The full paths of other files that were read.</summary>
    public IReadOnlyCollection<string> ExternalPaths => _files.Paths;

    /// <summary>Reads a model file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="name">What users call it.</param>
    /// <exception cref="ModelException">It is not converted.</exception>
    public static ModelConversion Read(string path, string name)
    {
        using FileStream file = ModelFiles.Open(path);
        ModelLimits.Check(file.Length, ModelLimits.FileBytes, "bytes in its file");
        return Read(ModelFiles.Read(file, (int)file.Length), name, Path.GetDirectoryName(path)!);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">Its file.</param>
    /// <param name="name">What users call it.</param>
    /// <param name="folder">The full path of the folder that the file lies in.</param>
    /// <exception cref="ModelException">It is not converted.</exception>
    public static ModelConversion Read(ByteRange bytes, string name, string folder)
    {
        var files = new ExternalFiles(folder);
        OnnxModel model = ReadModel(bytes, files);
        ModelContents contents = ModelContents.Of(model.Graph);
        return new ModelConversion(ManifestWriter.Write(name, Hash(bytes), model, contents), contents, files);
    }

    /// <summary>Writes the weights in the safetensors format.</summary>
    /// <exception cref="ModelException">A tensor cannot be read.</exception>
    public void WriteWeights(Stream stream) => WeightsFile.Write(_contents.Tensors, stream);

    /// <summary>Writes both files, or neither where one cannot be made; files that have this content already stay as they are.</summary>
    /// <exception cref="ModelException">A tensor cannot be read, or a file not written.</exception>
    public void Save(string manifestPath, string weightsPath)
    {
        ModelFiles.Write(weightsPath, WriteWeights);
        byte[] manifest = Encoding.UTF8.GetBytes(Manifest);
        ModelFiles.Write(manifestPath, stream => stream.Write(manifest, 0, manifest.Length));
    }

    private static OnnxModel ReadModel(ByteRange bytes, ExternalFiles files)
    {
        try
        {
            return ModelReader.Read(bytes, files);
        }
        catch (ModelException) when (FileKind.Of(bytes) is { } kind)
        {
            throw ModelException.NoModel("This is no ONNX model but " + kind);
        }
    }

    private static string Hash(ByteRange bytes)
    {
        using SHA256 sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(bytes.Array, bytes.Start, bytes.Length).Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
