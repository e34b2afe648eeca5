using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConvGen.Bench.Measuring;

/// <summary>
/// Processor time of the measuring thread, which does not count what else the machine does. Work on one thread alone can be measured by
/// it; garbage that is collected on the way counts.
/// </summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    private static readonly bool s_isKnown = OperatingSystem.IsLinux() && Get(ThreadClock, out _) == 0;

    /// <summary>Microseconds since some moment; those that passed where the system does not tell a thread's own.</summary>
    public static double Microseconds
    {
        get
        {
            if (!s_isKnown)
            {
                return Stopwatch.GetElapsedTime(0).TotalMicroseconds;
            }

            _ = Get(ThreadClock, out Time time);
            return (time.Seconds * 1e6) + (time.Nanoseconds / 1e3);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Get(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
