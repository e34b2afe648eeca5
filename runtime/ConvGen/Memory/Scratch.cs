namespace ConvGen.Memory;

/// <summary>
/// One rented buffer, dealt out from its beginning in pieces that start on cache lines. The default has no buffer: it counts what pieces take, which are
/// empty, so that the code that takes them is the one that says how large the buffer must be.
/// </summary>
internal ref struct Scratch
{
    /// <summary>A cache line, and the widest vector.</summary>
    public const int Alignment = 64;

    /// <summary>The most bytes of a buffer.</summary>
    public const int MostBytes = int.MaxValue - (1 << 20);

    private readonly WatchedMemory? _watched;
    private readonly byte[]? _buffer;

    /// <summary>Rents room for pieces that take <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException">More than 2 GB.</exception>
    public unsafe Scratch(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new ArgumentException($"The layer needs {bytes} bytes of scratch memory; at most 2 GB are supported.");
        }

        _watched = WatchedMemory.Current;
        if (_watched is not null)
        {
            _buffer = [];
            return;
        }

        _buffer = ScratchPool.Rent((int)bytes + Alignment);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer));
        Bytes = (int)((Alignment - (address % Alignment)) % Alignment);
    }

    /// <summary>Bytes that pieces have taken.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes that a piece of <paramref name="count"/> elements takes.</summary>
    public static long BytesFor<T>(long count)
        where T : unmanaged => ((count * Unsafe.SizeOf<T>()) + Alignment - 1) / Alignment * Alignment;

    /// <summary>The next <paramref name="count"/> elements, uninitialised.</summary>
    public Span<T> Take<T>(long count)
        where T : unmanaged
    {
        long first = Bytes;
        Bytes += BytesFor<T>(count);
        return _watched is not null ? MemoryMarshal.Cast<byte, T>(_watched.Scratch((int)count * Unsafe.SizeOf<T>()))
            : _buffer is not null ? MemoryMarshal.Cast<byte, T>(_buffer.AsSpan((int)first, (int)count * Unsafe.SizeOf<T>()))
            : default;
    }

    public readonly void Dispose()
    {
        if (_watched is null && _buffer is not null)
        {
            ScratchPool.Return(_buffer);
        }
    }
}
