using System.Text;
using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>
/// Writes all real tensors of a model in the safetensors format: the length of a JSON header in eight bytes, the header padded with spaces to a multiple of eight,
/// and the elements as float32, sorted by name and without holes.
/// </summary>
internal static class WeightsFile
{
    private const int Alignment = 8;

    // The format's own limit.
    private const int LongestHeader = 100_000_000;

    // The format keeps this name for notes.
    private const string Reserved = "__metadata__";

    /// <exception cref="ModelException">There are too many, one has the reserved name, or one cannot be read.</exception>
    public static void Write(IEnumerable<Tensor> tensors, Stream stream)
    {
        Tensor[] sorted = [.. tensors.Where(static tensor => tensor.IsReal).OrderBy(static tensor => tensor.Name, StringComparer.Ordinal)];
        byte[] header = Encoding.UTF8.GetBytes(Header(sorted));
        ModelLimits.Check(header.Length, LongestHeader, "characters in the names of its weights");
        var writer = new BinaryWriter(stream);
        writer.Write((long)header.Length);
        writer.Write(header);
        writer.Flush();
        foreach (Tensor tensor in sorted)
        {
            TensorValues.WriteSingles(tensor, stream);
        }
    }

    private static string Header(Tensor[] tensors)
    {
        var json = new StringBuilder("{");
        long end = 0;
        foreach (Tensor tensor in tensors)
        {
            if (tensor.Name == Reserved)
            {
                throw ModelException.Unsupported($"A tensor is named {Reserved}, which files of weights use themselves");
            }

            long start = end;
            end += (long)tensor.Count * sizeof(float);
            ModelLimits.Check(end, ModelLimits.FileBytes, "bytes of weights");
            AppendQuoted(json.Append(json.Length > 1 ? "," : ""), tensor.Name);
            json.Append(":{\"dtype\":\"F32\",\"shape\":[").Append(string.Join(",", tensor.Dimensions.Select(static length => ManifestText.Of(length))))
                .Append("],\"data_offsets\":[").Append(ManifestText.Of(start)).Append(',').Append(ManifestText.Of(end)).Append("]}");
        }

        json.Append('}');
        int length = Encoding.UTF8.GetByteCount(json.ToString());
        return json.Append(' ', (Alignment - (length % Alignment)) % Alignment).ToString();
    }

    private static void AppendQuoted(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(c);
            }
        }

        json.Append('"');
    }
}
