using System.Runtime.InteropServices;

namespace ConvGen.Bench.Measuring;

/// <summary>
/// Which processors the measuring thread may use. Threads inherit it from the one that starts them, so libraries must start
/// theirs while it is free.
/// </summary>
internal static unsafe partial class Affinity
{
    private const int Words = 16;

    private static readonly ulong[]? s_all = Current();

    /// <summary>Keeps the measuring thread on the last of its processors.</summary>
    public static void PinThread()
    {
        if (s_all is null)
        {
            return;
        }

        var one = new ulong[Words];
        int word = Array.FindLastIndex(s_all, bits => bits != 0);
        one[word] = 1UL << (63 - (int)ulong.LeadingZeroCount(s_all[word]));
        Set(one);
    }

    /// <summary>Lets the measuring thread use every processor that the process was given.</summary>
    public static void FreeThread()
    {
        if (s_all is not null)
        {
            Set(s_all);
        }
    }

    private static ulong[]? Current()
    {
        var mask = new ulong[Words];
        fixed (ulong* bits = mask)
        {
            return OperatingSystem.IsLinux() && GetAffinity(0, Words * sizeof(ulong), bits) >= 0 ? mask : null;
        }
    }

    // A sandbox may forbid it, and then the figures are noisier, not wrong.
    private static void Set(ulong[] mask)
    {
        fixed (ulong* bits = mask)
        {
            _ = SetAffinity(0, Words * sizeof(ulong), bits);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint bytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, ulong* mask);
}
