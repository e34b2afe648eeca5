using System.Numerics;

namespace ConvGen;

/// <summary>
/// The memory that kernels work in, shared by all layers and threads: lock-free, kept between calls so that steady state
/// allocates nothing, given back on <see cref="Trim"/>. Buffers lie on the pinned heap; nothing needs disposing.
/// </summary>
public static class ScratchPool
{
    private const int SmallestLog2 = 12;
    private const int Classes = 31 - SmallestLog2;

    // Each class keeps as many buffers as callers may ever have run at once; a buffer that finds no place is left to the collector.
    private const int BuffersPerClass = 128;

    private static readonly byte[]?[][] s_classes = [.. Enumerable.Range(0, Classes).Select(static _ => new byte[]?[BuffersPerClass])];
    private static long s_allocatedBytes;

    /// <summary>Bytes that the pool has allocated since the process began; constant in steady state.</summary>
    public static long AllocatedBytes => Interlocked.Read(ref s_allocatedBytes);

    /// <summary>Bytes that wait in the pool for the next call.</summary>
    public static long RetainedBytes => s_classes.Sum(static buffers => buffers.Sum(static buffer => buffer?.LongLength ?? 0));

    /// <summary>
    /// Makes the pool hold at least <paramref name="buffers"/> of every size that waits in it. After each layer was called once, so many
    /// threads at once find their memory there however their calls coincide: nothing is allocated any more. Plain weights take a
    /// second buffer.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="buffers"/> is not between 1 and 128, which are kept at the most.
    /// </exception>
    public static void Reserve(int buffers)
    {
        if (buffers is < 1 or > BuffersPerClass)
        {
            throw new ArgumentOutOfRangeException(
                nameof(buffers), buffers, FormattableString.Invariant($"buffers is {buffers}; legal are 1 to {BuffersPerClass}."));
        }

        for (int sizeClass = 0; sizeClass < Classes; sizeClass++)
        {
            if (Array.TrueForAll(s_classes[sizeClass], static buffer => buffer is null))
            {
                continue;
            }

            var held = new byte[buffers][];
            for (int i = 0; i < buffers; i++)
            {
                held[i] = Rent(1 << (sizeClass + SmallestLog2));
            }

            Array.ForEach(held, Return);
        }
    }

    /// <summary>Lets go of all memory that no call is using.</summary>
    public static void Trim()
    {
        foreach (byte[]?[] buffers in s_classes)
        {
            for (int i = 0; i < buffers.Length; i++)
            {
                Volatile.Write(ref buffers[i], null);
            }
        }
    }

    /// <summary>A buffer of at least <paramref name="bytes"/>; contents are whatever the last user left.</summary>
    internal static byte[] Rent(int bytes)
    {
        int sizeClass = SizeClass(bytes);
        if (sizeClass < Classes)
        {
            byte[]?[] buffers = s_classes[sizeClass];
            for (int i = 0; i < buffers.Length; i++)
            {
                if (Volatile.Read(ref buffers[i]) is not null && Interlocked.Exchange(ref buffers[i], null) is { } buffer)
                {
                    return buffer;
                }
            }
        }

        int length = sizeClass < Classes ? 1 << (sizeClass + SmallestLog2) : bytes;
        Interlocked.Add(ref s_allocatedBytes, length);
        return GC.AllocateUninitializedArray<byte>(length, pinned: true);
    }

    /// <summary>Gives a rented buffer back.</summary>
    internal static void Return(byte[] buffer)
    {
        int sizeClass = SizeClass(buffer.Length);
        if (sizeClass >= Classes)
        {
            return;
        }

        byte[]?[] buffers = s_classes[sizeClass];
        for (int i = 0; i < buffers.Length; i++)
        {
            if (Volatile.Read(ref buffers[i]) is null && Interlocked.CompareExchange(ref buffers[i], buffer, null) is null)
            {
                return;
            }
        }
    }

    private static int SizeClass(int bytes) =>
        Math.Max(0, BitOperations.Log2((uint)Math.Max(1, bytes - 1)) + 1 - SmallestLog2);
}
