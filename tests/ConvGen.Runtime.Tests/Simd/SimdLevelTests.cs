using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests;

/// <summary>A process decides on its level once: others are asked of processes of their own.</summary>
public class SimdLevelTests
{
    [Theory]
    [InlineData("Scalar")]
    [InlineData("Vector128")]
    [InlineData("Vector256")]
    [InlineData("Vector512")]
    public void Level_can_be_forced(string level) => Assert.Equal(level, LevelUnder(SimdSupport.OverrideVariable, level));

    [Theory]
    [InlineData("")]
    [InlineData("Vector1024")]
    [InlineData("17")]
    public void Other_words_force_nothing(string word)
    {
        SimdLevel accelerated = Vector512.IsHardwareAccelerated ? SimdLevel.Vector512
            : Vector256.IsHardwareAccelerated ? SimdLevel.Vector256
            : Vector128.IsHardwareAccelerated ? SimdLevel.Vector128
            : SimdLevel.Scalar;

        Assert.Equal(accelerated.ToString(), LevelUnder(SimdSupport.OverrideVariable, word));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", SimdLevel.Vector256)]
    [InlineData("DOTNET_EnableAVX2", SimdLevel.Vector128)]
    [InlineData("DOTNET_EnableAVX", SimdLevel.Vector128)]
    [InlineData("DOTNET_EnableHWIntrinsic", SimdLevel.Scalar)]
    public void Level_is_one_that_the_machine_accelerates(string feature, SimdLevel widest) =>
        Assert.InRange(Enum.Parse<SimdLevel>(LevelUnder(feature, "0")), SimdLevel.Scalar, widest);

    [Theory]
    [InlineData(SimdLevel.Scalar, 1)]
    [InlineData(SimdLevel.Vector128, 4)]
    [InlineData(SimdLevel.Vector256, 8)]
    [InlineData(SimdLevel.Vector512, 16)]
    public void Lanes_are_floats_of_the_width(SimdLevel level, int lanes) => Assert.Equal(lanes, SimdSupport.Lanes(level));

    private static string LevelUnder(string variable, string value)
    {
        string host = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        string assembly = typeof(SimdLevelTests).Assembly.Location;
        var start = new ProcessStartInfo(Path.GetFullPath(host), [assembly]) { RedirectStandardOutput = true };
        start.Environment.Remove(SimdSupport.OverrideVariable);
        start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        string level = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return level;
    }
}
