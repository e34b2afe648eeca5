using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;

namespace ConvGen.Testing;

/// <summary>The vector width that kernels take in this process.</summary>
public static class TakenLevel
{
    private const string Variable = "CONVGEN_EXPECTED_LEVEL";

    /// <summary>The width that a suite must run at: what a variable names, otherwise the widest that the machine accelerates.</summary>
    public static SimdLevel Expected => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name
        ? Enum.Parse<SimdLevel>(name)
        : Accelerated;

    /// <summary>The widest that the machine accelerates.</summary>
    public static SimdLevel Accelerated => Vector512.IsHardwareAccelerated ? SimdLevel.Vector512
        : Vector256.IsHardwareAccelerated ? SimdLevel.Vector256
        : Vector128.IsHardwareAccelerated ? SimdLevel.Vector128
        : SimdLevel.Scalar;

    /// <summary>Reports the width that is taken, as tools do first.</summary>
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
