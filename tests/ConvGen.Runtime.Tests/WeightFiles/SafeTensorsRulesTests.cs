using System.Buffers.Binary;
using System.Text;

namespace ConvGen.Runtime.Tests.WeightFiles;

/// <summary>The rules of the safetensors format, one broken at a time.</summary>
[Trait("Level", "Any")]
public class SafeTensorsRulesTests
{
    private const string Tensor = """ "dtype":"F32","shape":[2],"data_offsets":[0,8] """;

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{}   \n", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8)]
    [InlineData("""{"b":{"shape":[1,2],"data_offsets":[8,16],"dtype":"F32"},"a":{"dtype":"F32","shape":[0,9],"data_offsets":[8,8]},"c":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}""", 16)]
    [InlineData("""{"a":{"dtype":"F4","shape":[3,2],"data_offsets":[0,3]},"__metadata__":{"a":"b","\u0061b":""}}""", 3)]
    public void Legal_header_is_read(string header, int bytes) => Open(header, bytes).Dispose();

    [Theory]
    [InlineData("", 0, "its header does not begin with '{'")]
    [InlineData(" {}", 0, "its header does not begin with '{'")]
    [InlineData("[]", 0, "its header does not begin with '{'")]
    [InlineData("{", 0, "its header is no valid JSON: ")]
    [InlineData("{}{}", 0, "its header is no valid JSON: ")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""", 8, "its header is no valid JSON: ")]
    [InlineData("""{"\ud800":{}}""", 0, "its header is no valid JSON: ")]
    [InlineData("""{"a":[]}""", 0, "'a' of its header must have an object")]
    [InlineData("{\"a\":{" + Tensor + "},\"\\u0061\":{" + Tensor + "}}", 8, "its header has two entries 'a'")]
    [InlineData("{\"a\":{" + Tensor + ",\"dtype\":\"F32\"}}", 8, "'a' has two fields 'dtype'")]
    [InlineData("{\"a\":{" + Tensor + ",\"shape\":[2]}}", 8, "'a' has two fields 'shape'")]
    [InlineData("{\"a\":{" + Tensor + ",\"data_offsets\":[0,8]}}", 8, "'a' has two fields 'data_offsets'")]
    [InlineData("{\"a\":{" + Tensor + ",\"order\":\"F\"}}", 8, "'a' has the field 'order'; legal are dtype, shape and data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "'a' lacks one of dtype, shape and data_offsets")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "'__metadata__' of its header must have texts only")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", 0, "its metadata has two entries 'a'")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "its header has two entries '__metadata__'")]
    [InlineData("""{"a":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}""", 8, "'a' has the unknown dtype 'F33'")]
    [InlineData("""{"a":{"dtype":32,"shape":[2],"data_offsets":[0,8]}}""", 8, "'a' of its header must have a text as dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "'a' has a shape that is no list of whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", 8, "'a' has a shape that is no list of whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", 8, "'a' has a shape that is no list of whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}}""", 8, "'a' has a shape that is no list of whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", 8, "'a' of its header must have a list as shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3000000000],"data_offsets":[0,8]}}""", 8, "'a' has an axis of more than 2147483647 elements")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "'a' of F32 (2) has data_offsets [0, 4], which are not its length")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "'a' of F32 (2) has data_offsets [8, 0], which are not its length")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", 8, "'a' of F32 (2) has data_offsets [0, 8, 8], which are not its length")]
    [InlineData("""{"a":{"dtype":"F4","shape":[1],"data_offsets":[0,1]}}""", 1, "'a' of F4 (1) has data_offsets [0, 1], which are not its length")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2147483647,2147483647,4],"data_offsets":[0,0]}}""",
        0,
        "'a' of F32 (2147483647, 2147483647, 4) has data_offsets [0, 0], which are not its length")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "its tensors take 8 bytes, it has 9 for them")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "its tensors take 8 bytes, it has 7 for them")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}}""", 9, "its data_offsets leave a hole or overlap at byte 0")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
        12,
        "its data_offsets leave a hole or overlap at byte 4")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        8,
        "its data_offsets leave a hole or overlap at byte 0")]
    public void Broken_rule_is_told(string header, int bytes, string cause) =>
        Assert.StartsWith("The stream: " + cause, Assert.Throws<InvalidDataException>(() => Open(header, bytes)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(100_000_001, "its header would have 100000001 bytes; legal are at most 92")]
    [InlineData(93, "its header would have 93 bytes; legal are at most 92")]
    [InlineData(-1, "its header would have 18446744073709551615 bytes; legal are at most 92")]
    public void Length_of_a_header_that_does_not_fit_is_told(long length, string cause)
    {
        var file = new byte[100];
        BinaryPrimitives.WriteInt64LittleEndian(file, length);

        Assert.Equal($"The stream: {cause}.", Assert.Throws<InvalidDataException>(() => SafeTensors.Open(new MemoryStream(file))).Message);
    }

    [Fact]
    public void Header_beyond_the_limit_is_refused_though_it_fits()
    {
        using var file = new SparseFile(200_000_000);
        file.Write(0, BitConverter.GetBytes(100_000_001L));

        Assert.Contains(
            "legal are at most 100000000", Assert.Throws<InvalidDataException>(() => SafeTensors.Open(file.Path)).Message, StringComparison.Ordinal);
    }

    private static SafeTensors Open(string header, int bytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        return SafeTensors.Open(new MemoryStream([.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[bytes]]));
    }
}
