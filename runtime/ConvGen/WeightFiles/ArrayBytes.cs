namespace ConvGen.WeightFiles;

/// <summary>A file that was read into memory.</summary>
internal sealed class ArrayBytes(string title, byte[] bytes) : FileBytes(title)
{
    public override long Length => bytes.Length;

    public override ReadOnlySpan<T> Span<T>(long offset, int count) =>
        MemoryMarshal.Cast<byte, T>(bytes.AsSpan((int)offset, checked(count * Unsafe.SizeOf<T>())));

    public override Stream Stream() => new MemoryStream(bytes, writable: false);

    // Nothing to close: spans keep the array.
    public override void Dispose()
    {
    }
}
