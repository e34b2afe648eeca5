using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>A process decides on its level once: others are asked of processes of their own.</summary>
[Trait("Level", "Any")]
public class SimdLevelTests
{
    [Theory]
    [InlineData("Scalar")]
    [InlineData("Vector128")]
    [InlineData("Vector256")]
    [InlineData("Vector512")]
    public async Task Level_can_be_forced(string level) =>
        Assert.Equal(level, await LevelUnder(SimdSupport.OverrideVariable, level));

    [Theory]
    [InlineData("")]
    [InlineData("Vector1024")]
    [InlineData("17")]
    public async Task Other_words_force_nothing(string word) =>
        Assert.Equal(TakenLevel.Accelerated.ToString(), await LevelUnder(SimdSupport.OverrideVariable, word));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", SimdLevel.Vector256)]
    [InlineData("DOTNET_EnableAVX2", SimdLevel.Vector128)]
    [InlineData("DOTNET_EnableAVX", SimdLevel.Vector128)]
    [InlineData("DOTNET_EnableHWIntrinsic", SimdLevel.Scalar)]
    public async Task Level_is_one_that_the_machine_accelerates(string feature, SimdLevel widest) =>
        Assert.InRange(Enum.Parse<SimdLevel>(await LevelUnder(feature, "0")), SimdLevel.Scalar, widest);

    [Theory]
    [InlineData(SimdLevel.Scalar, 1)]
    [InlineData(SimdLevel.Vector128, 4)]
    [InlineData(SimdLevel.Vector256, 8)]
    [InlineData(SimdLevel.Vector512, 16)]
    public void Lanes_are_floats_of_the_width(SimdLevel level, int lanes) => Assert.Equal(lanes, SimdSupport.Lanes(level));

    private static async Task<string> LevelUnder(string variable, string value)
    {
        var environment = new Dictionary<string, string?> { [SimdSupport.OverrideVariable] = null, [variable] = value };
        (int exitCode, string level) = await DotnetProcess.RunAsync(typeof(SimdLevelTests).Assembly.Location, [], environment);
        Assert.Equal(0, exitCode);
        return level.Trim();
    }
}
