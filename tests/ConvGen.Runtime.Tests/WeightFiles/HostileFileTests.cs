using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ConvGen.Runtime.Tests.WeightFiles;

/// <summary>Files that lie.</summary>
[Trait("Level", "Any")]
public class HostileFileTests
{
    private const string Header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n";

    [Theory]
    [InlineData("types.safetensors")]
    [InlineData("types.npz")]
    [InlineData("deflated.npz")]
    [InlineData("plain.npy")]
    [InlineData("version2.npy")]
    public void File_cut_at_any_byte_is_refused(string name)
    {
        byte[] whole = Fixtures.Bytes(name);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Fixtures.Open(name, whole[..length]));
        }
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2)}", 8)]
    [InlineData("{ 'shape':(2,),'fortran_order' : True,'descr':'<f4' }  \n", 8)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': ()}", 4)]
    public void Header_is_read_however_it_is_spaced(string header, int bytes) => Npy(header, bytes).Dispose();

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2,)}", "its header is not understood: {'descr': '<f4', 'fortran_order': Maybe")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", "its header is not understood: ")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3000000000,)}", "its header is not understood: ")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'shape': (2,)}", "its header is not understood: ")]
    [InlineData("{'descr': '<f4', 'shape': (2,)}", "its header is not understood: ")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} or 1", "its header is not understood: ")]
    [InlineData("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)}", "its header is not understood: ")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (2,)}", "its elements are '<f3', which is no type of numbers; ")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}", "its shape (3) takes 12 bytes, it has 8")]
    [InlineData(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536)}",
        "its shape (65536, 65536, 65536, 65536) takes more bytes than any file has")]
    public void Header_that_is_wrong_is_told(string header, string cause) => Assert.StartsWith(
        "The stream: " + cause, Assert.Throws<InvalidDataException>(() => Npy(header, 8)).Message, StringComparison.Ordinal);

    [Fact]
    public void Array_that_inflates_to_another_length_than_the_archive_says_is_refused()
    {
        byte[] archive = Zip(Array(Header, 8));
        // The uncompressed size in the central directory, 24 bytes from its beginning.
        int directory = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(directory + 24), 1 << 30);

        Assert.Contains("the archive has 1073741824 in", Refusal(archive), StringComparison.Ordinal);
    }

    [Fact]
    public void Bomb_is_refused_before_it_goes_off()
    {
        // What a header of 1 GB would need, and what a small one hides.
        byte[] huge = Zip(Array("{'descr': '<f4', 'fortran_order': False, 'shape': (268435456,), }\n", 8));
        byte[] hidden = Zip(Array(Header, 20_000_000));
        foreach (byte[] archive in (byte[][])[huge, hidden])
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Refusal(archive);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
        }
    }

    [Fact]
    public void Bomb_whose_declarations_agree_takes_no_more_than_it_inflates()
    {
        byte[] archive = Zip(Array("{'descr': '<f4', 'fortran_order': False, 'shape': (268435456,), }\n", 4_000_000));
        long length = Array("{'descr': '<f4', 'fortran_order': False, 'shape': (268435456,), }\n", 0).Length + (4L << 28);
        int directory = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(directory + 24), (int)length);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(directory + 20), 1 << 22);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(archive);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 4_000_000);
    }

    [Fact]
    public void Two_arrays_of_a_name_are_refused() =>
        Assert.Equal("The stream: it has two tensors 'a'.", Refusal(Zip(Array(Header, 8), Array(Header, 8))));

    private static string Refusal(byte[] archive) => Assert.Throws<InvalidDataException>(() =>
    {
        using NumpyFile file = NumpyFile.Open(new MemoryStream(archive));
        file["a"].AsSpan();
    }).Message;

    private static NumpyFile Npy(string header, int bytes) => NumpyFile.Open(new MemoryStream(Array(header, bytes)));

    private static byte[] Array(string header, int bytes) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. new byte[bytes]];

    private static byte[] Zip(params byte[][] arrays)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (byte[] array in arrays)
            {
                using Stream entry = archive.CreateEntry("a.npy").Open();
                entry.Write(array);
            }
        }

        return stream.ToArray();
    }
}
