using ConvGen.CompilerServices;

namespace ConvGen.Testing;

/// <summary>The vector width that kernels take in this process, as tools report it first.</summary>
public static class TakenLevel
{
    /// <summary>Reports it.</summary>
    /// <param name="output">Where the report goes.</param>
    /// <param name="expected">The width that it must be, if any.</param>
    /// <param name="remark">What to say behind it.</param>
    /// <returns>Whether it is the expected one.</returns>
    public static bool Report(TextWriter output, SimdLevel? expected, string remark = "")
    {
        SimdLevel level = SimdSupport.Widest;
        output.WriteLine($"SIMD level: {level}{remark}");
        if (expected is null || expected == level)
        {
            return true;
        }

        output.WriteLine($"The kernels take {level}, not the expected {expected}.");
        return false;
    }
}
