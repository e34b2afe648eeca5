namespace ConvGen.Testing;

/// <summary>Counts the managed bytes that a call allocates.</summary>
public static class AllocationMeter
{
    // The process's count includes other threads, and a test host has its own: a few attempts may see foreign bytes.
    private const int Attempts = 50;

    /// <summary>The least bytes over several calls, on this thread and in the whole process.</summary>
    public static (long Thread, long Process) LeastBytes(Action call)
    {
        (long thread, long process) = (long.MaxValue, long.MaxValue);
        for (int i = 0; i < Attempts && (thread, process) != (0, 0); i++)
        {
            long processBefore = GC.GetTotalAllocatedBytes(precise: true);
            long threadBefore = GC.GetAllocatedBytesForCurrentThread();
            call();
            thread = Math.Min(thread, GC.GetAllocatedBytesForCurrentThread() - threadBefore);
            process = Math.Min(process, GC.GetTotalAllocatedBytes(precise: true) - processBefore);
        }

        return (thread, process);
    }
}
