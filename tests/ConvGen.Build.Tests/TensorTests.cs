using Google.Protobuf;

namespace ConvGen.Build.Tests;

/// <summary>Elements of tensors, wherever and however they are stored.</summary>
public class TensorTests
{
    private static readonly int[] s_shorts = [-32768, 0, 32767];

    public static TheoryData<int, string, byte[], byte[]> Types => new()
    {
        { 1, "float32 1 3 = 0.5 -1 0.1", Raw(0.5f, -1f, 0.1f), new TensorProto { FloatData = { 0.5f, -1f, 0.1f } }.ToByteArray() },
        { 2, "uint8 1 3 = 0 1 255", Raw<byte>(0, 1, 255), Int32(0, 1, 255) },
        { 3, "int8 1 3 = -128 0 127", Raw<sbyte>(-128, 0, 127), Int32(-128, 0, 127) },
        { 4, "uint16 1 3 = 0 1 65535", Raw<ushort>(0, 1, 65535), Int32(0, 1, 65535) },
        { 5, "int16 1 3 = -32768 0 32767", Raw<short>(-32768, 0, 32767), Int32(s_shorts) },
        { 6, "int32 1 3 = -2147483648 0 2147483647", Raw(int.MinValue, 0, int.MaxValue), Int32(int.MinValue, 0, int.MaxValue) },
        { 7, "int64 1 3 = -9223372036854775808 0 9223372036854775807", Raw(long.MinValue, 0, long.MaxValue), new TensorProto { Int64Data = { long.MinValue, 0, long.MaxValue } }.ToByteArray() },
        { 9, "bool 1 3 = 0 1 1", Raw<byte>(0, 1, 1), Int32(0, 1, 1) },
        { 10, "float16 1 3 = 1 -0 5.96046448E-08", Raw<ushort>(0x3C00, 0x8000, 1), Int32(0x3C00, 0x8000, 1) },
        { 11, "float64 1 3 = 0.1 Infinity -2", Raw<double>(0.1, 1e300, -2), new TensorProto { DoubleData = { 0.1, 1e300, -2 } }.ToByteArray() },
        { 12, "uint32 1 3 = 0 1 4294967295", Raw<uint>(0, 1, uint.MaxValue), new TensorProto { Uint64Data = { 0, 1, uint.MaxValue } }.ToByteArray() },
        { 13, "uint64 1 3 = 0 1 18446744073709551615", Raw<ulong>(0, 1, ulong.MaxValue), new TensorProto { Uint64Data = { 0, 1, ulong.MaxValue } }.ToByteArray() },
        { 16, "bfloat16 1 3 = 1 NaN -0", Raw<ushort>(0x3F80, 0x7FC0, 0x8000), Int32(0x3F80, 0x7FC0, 0x8000) },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Raw_and_typed_data_say_the_same(int type, string record, byte[] raw, byte[] typed)
    {
        TensorProto kept = new() { Name = "t", DataType = type, Dims = { 3 }, RawData = ByteString.CopyFrom(raw) };
        TensorProto fields = TensorProto.Parser.ParseFrom(typed);
        fields.MergeFrom(new TensorProto { Name = "t", DataType = type, Dims = { 3 } });

        Assert.Equal(["t " + record], Models.Records(Models.Convert(Models.OfTensor(kept)).Manifest, "tensor"));
        Assert.Equal(["t " + record], Models.Records(Models.Convert(Models.OfTensor(fields)).Manifest, "tensor"));
        Assert.Equal(Weights.Bytes(Models.Convert(Models.OfTensor(kept))), Weights.Bytes(Models.Convert(Models.OfTensor(fields))));
    }

    [Fact]
    public void Typed_data_need_not_be_packed()
    {
        // float_data and dims one by one: 0x25 and 0x08 are their tags.
        byte[] tensor = [0x08, 2, 0x10, 1, 0x42, 1, (byte)'t', 0x25, .. Raw(3f), 0x25, .. Raw(4f)];
        // dims packed.
        byte[] packed = [0x0A, 2, 1, 2, 0x10, 1, 0x42, 1, (byte)'t', 0x22, 8, .. Raw(3f, 4f)];

        Assert.Equal("t float32 1 2 = 3 4", Record(tensor));
        Assert.Equal("t float32 2 1 2 = 3 4", Record(packed));

        static string Record(byte[] tensor)
        {
            byte[] rest = Models.Model(new GraphProto()).ToByteArray();
            byte[] graph = [0x2A, (byte)tensor.Length, .. tensor];
            ModelProto empty = Models.Model(new GraphProto());
            empty.Graph = null;
            return Models.Records(Models.Convert([.. empty.ToByteArray(), 0x3A, (byte)graph.Length, .. graph]).Manifest, "tensor").Single();
        }
    }

    [Fact]
    public void All_halves_become_the_floats_that_they_are()
    {
        ushort[] bits = [.. Enumerable.Range(0, 65536).Select(static i => (ushort)i)];
        TensorProto tensor = new() { Name = "t", DataType = 10, Dims = { 65536 }, RawData = Models.Raw(bits) };
        float[] floats = Weights.Of(Models.Convert(Models.OfTensor(tensor))).Tensors["t"];

        Assert.All(bits, half => Assert.Equal((float)BitConverter.UInt16BitsToHalf(half), floats[half]));
        Assert.True(float.IsNegative(floats[0x8000]));
    }

    [Fact]
    public void Weights_are_sorted_and_have_no_holes()
    {
        Weights weights = Weights.Of(Models.Convert(Models.Small()));

        Assert.Equal(["filled/value_1", "half", "large", "none", "two", "weight"], weights.Names);
        Assert.Equal([1f, float.NegativeInfinity], weights.Tensors["half"]);
        Assert.Equal(Enumerable.Range(0, 17).Select(static i => (float)i), weights.Tensors["large"]);
        Assert.Empty(weights.Tensors["none"]);
        Assert.Equal([4, 3, 1, 1], weights.Shapes["weight"]);
    }

    private static byte[] Raw<T>(params T[] values)
        where T : struct => Models.Raw(values).ToByteArray();

    private static byte[] Int32(params int[] values) => new TensorProto { Int32Data = { values } }.ToByteArray();
}
