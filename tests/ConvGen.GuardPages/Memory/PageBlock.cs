using System.Runtime.InteropServices;

namespace ConvGen.GuardPages.Memory;

/// <summary>
/// Whole pages between two that nobody may touch. Where the system is not Linux those two are ordinary memory, which belongs to the block:
/// what is written there shows, what is read there does not.
/// </summary>
internal sealed unsafe partial class PageBlock : IDisposable
{
    private readonly nint _mapping;
    private readonly nint _mappedBytes;

    /// <summary>At least <paramref name="bytes"/> between the outer pages.</summary>
    public PageBlock(int bytes)
    {
        nint page = Environment.SystemPageSize;
        nint inner = Math.Max(page, (bytes + page - 1) / page * page);
        _mappedBytes = inner + (2 * page);
        _mapping = Map(_mappedBytes, page, inner);
        (Start, End) = (_mapping + page, _mapping + page + inner);
        (First, Length) = IsGuarded ? (Start, (int)inner) : (_mapping, (int)_mappedBytes);
    }

    /// <summary>Whether touching the outer pages is a fault.</summary>
    public static bool IsGuarded => OperatingSystem.IsLinux();

    /// <summary>The end of the page before.</summary>
    public nint Start { get; }

    /// <summary>The beginning of the page after.</summary>
    public nint End { get; }

    /// <summary>The beginning of what may be touched.</summary>
    public nint First { get; }

    /// <summary>Bytes that may be touched.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!IsGuarded)
        {
            NativeMemory.AlignedFree((void*)_mapping);
        }
        else if (Linux.Unmap(_mapping, _mappedBytes) != 0)
        {
            throw new InvalidOperationException($"munmap failed with {Marshal.GetLastPInvokeError()}.");
        }
    }

    private static nint Map(nint bytes, nint page, nint inner)
    {
        if (!IsGuarded)
        {
            return (nint)NativeMemory.AlignedAlloc((nuint)bytes, (nuint)page);
        }

        nint mapping = Linux.Map(0, bytes, Linux.NoAccess, Linux.PrivateAnonymous, -1, 0);
        return mapping != -1 && Linux.Protect(mapping + page, inner, Linux.ReadWrite) == 0
            ? mapping
            : throw new InvalidOperationException($"mmap or mprotect failed with {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Calls and constants of Linux, the same on x64 and ARM64.</summary>
    private static partial class Linux
    {
        public const int NoAccess = 0;
        public const int ReadWrite = 3;
        public const int PrivateAnonymous = 0x22;

        [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
        public static partial nint Map(nint address, nint bytes, int access, int flags, int file, nint offset);

        [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
        public static partial int Protect(nint address, nint bytes, int access);

        [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
        public static partial int Unmap(nint address, nint bytes);
    }
}
