using System.Globalization;
using System.Text;

namespace ConvGen.Soak;

/// <summary>What memory was like at a moment.</summary>
/// <param name="Time">Since the calls began.</param>
/// <param name="ResidentBytes">Memory of the process that lies in RAM.</param>
/// <param name="ScratchBytes">Scratch memory that the pool has allocated since the process began.</param>
/// <param name="CallerBytes">Managed bytes that callers have allocated in calls.</param>
/// <param name="Calls">Calls so far.</param>
internal readonly record struct MemorySample(TimeSpan Time, long ResidentBytes, long ScratchBytes, long CallerBytes, long Calls)
{
    /// <summary>Samples as CSV.</summary>
    public static string Table(IEnumerable<MemorySample> samples)
    {
        var text = new StringBuilder("seconds,resident_bytes,scratch_bytes,caller_bytes,calls\n");
        foreach (MemorySample sample in samples)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{sample.Time.TotalSeconds:F1},{sample.ResidentBytes},{sample.ScratchBytes},{sample.CallerBytes},{sample.Calls}\n");
        }

        return text.ToString();
    }
}
