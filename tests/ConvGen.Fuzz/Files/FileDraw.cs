using System.IO.Compression;
using System.Text;

namespace ConvGen.Fuzz.Files;

/// <summary>Draws small legal weight files.</summary>
internal sealed class FileDraw(Random random)
{
    private readonly Dice _dice = new(random);

    public byte[] Draw(FileFormat format) => format switch
    {
        FileFormat.SafeTensors => SafeTensors(),
        FileFormat.Npy => Npy(),
        _ => Npz(),
    };

    private byte[] SafeTensors()
    {
        var data = new List<byte>();
        List<string> entries = _dice.Once(2) ? ["""
            "__metadata__":{"format":"pt"}
            """] : [];
        for (int tensor = _dice.Roll(0, 4); tensor > 0; tensor--)
        {
            (string type, int bytes) = _dice.Pick(("F32", 4), ("F64", 8), ("F16", 2), ("BF16", 2), ("I64", 8), ("U8", 1), ("BOOL", 1));
            int[] shape = Shape();
            int begin = data.Count;
            data.AddRange(Elements(shape, bytes));
            entries.Add(FormattableString.Invariant(
                $$"""
                "net.{{tensor}}.weight":{"dtype":"{{type}}","shape":[{{string.Join(",", shape)}}],"data_offsets":[{{begin}},{{data.Count}}]}
                """));
        }

        byte[] header = Encoding.ASCII.GetBytes("{" + string.Join(",", entries) + "}");
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. data];
    }

    private byte[] Npy()
    {
        (string type, int bytes) = _dice.Pick(("<f4", 4), (">f4", 4), ("<f8", 8), (">f8", 8), ("<f2", 2), (">f2", 2), ("<i8", 8), ("|b1", 1));
        int[] shape = Shape();
        string lengths = shape.Length == 1 ? FormattableString.Invariant($"{shape[0]},") : string.Join(", ", shape);
        string literal = $"{{'descr': '{type}', 'fortran_order': {_dice.Pick("True", "False")}, 'shape': ({lengths}), }}\n";
        byte[] header = Encoding.ASCII.GetBytes(literal);
        byte version = (byte)_dice.Roll(1, 3);
        byte[] length = BitConverter.GetBytes(header.Length)[..(version == 1 ? 2 : 4)];
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. header, .. Elements(shape, bytes)];
    }

    private byte[] Npz()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            for (int array = _dice.Roll(1, 3); array > 0; array--)
            {
                ZipArchiveEntry entry = archive.CreateEntry(
                    FormattableString.Invariant($"w{array}.npy"), _dice.Pick(CompressionLevel.NoCompression, CompressionLevel.Fastest));
                using Stream content = entry.Open();
                content.Write(Npy());
            }
        }

        return stream.ToArray();
    }

    private int[] Shape() => [.. Enumerable.Range(0, _dice.Roll(0, 4)).Select(_ => _dice.Roll(_dice.Once(20) ? 0 : 1, 4))];

    private byte[] Elements(int[] shape, int bytes)
    {
        var elements = new byte[shape.Aggregate(bytes, static (a, b) => a * b)];
        random.NextBytes(elements);
        return elements;
    }
}
