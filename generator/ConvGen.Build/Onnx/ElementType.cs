namespace ConvGen.Build.Onnx;

/// <summary>What the elements of a tensor are.</summary>
/// <param name="code">The number in <c>TensorProto.DataType</c>.</param>
/// <param name="name">The name in manifests.</param>
/// <param name="size">Bytes of an element; 0 for strings.</param>
/// <param name="typedField">The field of <c>TensorProto</c> that holds them where <c>raw_data</c> does not.</param>
/// <param name="least">The smallest integer, or its bits, that the field may hold.</param>
/// <param name="greatest">The greatest.</param>
internal sealed class ElementType(int code, string name, int size, int typedField, long least = long.MinValue, long greatest = long.MaxValue)
{
    public static readonly ElementType Float32 = new(1, "float32", 4, TensorFields.FloatData);
    public static readonly ElementType Int64 = new(7, "int64", 8, TensorFields.Int64Data);

    private static readonly ElementType[] s_all =
    [
        Float32,
        new(2, "uint8", 1, TensorFields.Int32Data, 0, byte.MaxValue),
        new(3, "int8", 1, TensorFields.Int32Data, sbyte.MinValue, sbyte.MaxValue),
        new(4, "uint16", 2, TensorFields.Int32Data, 0, ushort.MaxValue),
        new(5, "int16", 2, TensorFields.Int32Data, short.MinValue, short.MaxValue),
        new(6, "int32", 4, TensorFields.Int32Data, int.MinValue, int.MaxValue),
        Int64,
        new(8, "string", 0, TensorFields.StringData),
        new(9, "bool", 1, TensorFields.Int32Data, 0, 1),
        new(10, "float16", 2, TensorFields.Int32Data, 0, ushort.MaxValue),
        new(11, "float64", 8, TensorFields.DoubleData),
        new(12, "uint32", 4, TensorFields.UInt64Data, 0, uint.MaxValue),
        new(13, "uint64", 8, TensorFields.UInt64Data),
        new(16, "bfloat16", 2, TensorFields.Int32Data, 0, ushort.MaxValue),
    ];

    public string Name => name;

    public int Size => size;

    public int TypedField => typedField;

    public bool IsText => size == 0;

    public bool IsReal => name is "float32" or "float64" or "float16" or "bfloat16";

    /// <summary>The type of a number; null for those that manifests do not have: complex numbers, floats of 8 bits, integers of 4.</summary>
    public static ElementType? Of(long dataType) => Array.Find(s_all, type => type.Code == dataType);

    private int Code => code;

    public bool Allows(long value) => value >= least && value <= greatest;
}
