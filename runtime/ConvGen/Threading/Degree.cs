namespace ConvGen.Threading;

/// <summary>The degree of parallelism that users ask for.</summary>
internal static class Degree
{
    // More than any machine has processors: sums of them and of units stay whole numbers.
    private const int Most = 4096;

    /// <summary>The threads that a degree stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither positive nor -1.</exception>
    public static int Threads(int maxDegreeOfParallelism) => maxDegreeOfParallelism switch
    {
        -1 => Environment.ProcessorCount,
        > 0 => Math.Min(maxDegreeOfParallelism, Most),
        _ => throw new ArgumentOutOfRangeException(
            nameof(maxDegreeOfParallelism),
            maxDegreeOfParallelism,
            FormattableString.Invariant($"maxDegreeOfParallelism is {maxDegreeOfParallelism}; legal are counts from 1, and -1 for all processors.")),
    };
}
