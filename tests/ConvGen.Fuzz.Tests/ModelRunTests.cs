using ConvGen.Fuzz.Models;

namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class ModelRunTests
{
    [Fact]
    public void Mutated_models_are_refused_with_one_error_or_are_networks()
    {
        using var output = new StringWriter();

        int exitCode = new ModelRun(output) { Seed = 3, Count = 500, PlannedPerComputed = 50 }.Execute();

        Assert.Matches(@"^500 models, [12]\d\d refused, [12]\d\d planned, [1-9]\d* of them computed, 0 findings \(seed 3\)\s*$", output.ToString());
        Assert.Equal(0, exitCode);
    }
}
