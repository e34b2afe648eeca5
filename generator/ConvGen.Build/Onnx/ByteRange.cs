namespace ConvGen.Build.Onnx;

/// <summary>A part of an array of bytes: nothing is copied out of a model before it is used.</summary>
internal readonly struct ByteRange(byte[] array, int start, int length)
{
    public byte[] Array => array;

    public int Start => start;

    public int Length => length;

    public static ByteRange Of(byte[] array) => new(array, 0, array.Length);

    public void WriteTo(Stream stream) => stream.Write(array, start, length);
}
