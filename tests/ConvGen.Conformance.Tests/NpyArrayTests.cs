using System.Buffers.Binary;
using System.Text;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

public class NpyArrayTests
{
    [Theory]
    [InlineData("<f4", 4)]
    [InlineData("<f8", 8)]
    [InlineData("<i8", 8)]
    public void Numbers_are_read_as_float32(string type, int size)
    {
        var data = new byte[6 * size];
        for (int i = 0; i < 6; i++)
        {
            Span<byte> element = data.AsSpan(i * size);
            switch (type)
            {
                case "<f4":
                    BinaryPrimitives.WriteSingleLittleEndian(element, i - 2);
                    break;
                case "<f8":
                    BinaryPrimitives.WriteDoubleLittleEndian(element, i - 2);
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(element, i - 2);
                    break;
            }
        }

        NpyArray array = NpyArray.Parse(Bytes(Header(type, "(2, 3)"), data));

        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([-2, -1, 0, 1, 2, 3], array.Values);
    }

    [Theory]
    [InlineData("()", 1)]
    [InlineData("(0,)", 0)]
    [InlineData("(5,)", 5)]
    public void Shapes_of_any_rank_are_read(string shape, int count) =>
        Assert.Equal(count, NpyArray.Parse(Bytes(Header("<f4", shape), new byte[4 * count])).Values.Length);

    [Fact]
    public void Long_header_of_version_two_is_read()
    {
        byte[] one = Bytes(Header("<f4", "(1,)"), new byte[4]);
        byte[] two = [.. one[..6], 2, 0, one[8], one[9], 0, 0, .. one[10..]];

        Assert.Equal([0f], NpyArray.Parse(two).Values);
    }

    [Theory]
    [InlineData("<f2", "False", "(2,)", 8, "its elements are '<f2'; '<f4', '<f8' and '<i8' are read")]
    [InlineData("<f4", "True", "(2,)", 8, "it is in Fortran order; only C order is read")]
    [InlineData("<f4", "False", "(3,)", 8, "its shape (3) takes 12 bytes, it has 8")]
    [InlineData("<f4", "False", "(65536, 65536, 65536, 65536)", 0, "takes 7.378697629483821E+19 bytes, it has 0")]
    [InlineData("<f4", "False", "(-1,)", 8, "its shape (-1,) is not a list of lengths")]
    [InlineData("<f4", "Maybe", "(2,)", 8, "its header is not understood")]
    public void Unreadable_array_is_refused(string type, string order, string shape, int bytes, string reason)
    {
        byte[] file = Bytes(Header(type, shape, order), new byte[bytes]);

        Assert.Contains(reason, Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Something_else_is_refused() => Assert.Contains("magic", Refusal(new byte[200]), StringComparison.Ordinal);

    [Fact]
    public void Truncated_header_is_refused() =>
        Assert.Contains("ends inside its header", Refusal(Bytes(Header("<f4", "(1,)"), [])[..40]), StringComparison.Ordinal);

    private static string Refusal(byte[] file) => Assert.Throws<InvalidDataException>(() => NpyArray.Parse(file)).Message;

    private static string Header(string type, string shape, string order = "False") =>
        $"{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}\n";

    private static byte[] Bytes(string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. data];
}
