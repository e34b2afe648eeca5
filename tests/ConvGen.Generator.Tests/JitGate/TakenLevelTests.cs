using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.JitGate;

public class TakenLevelTests
{
    /// <summary>A suite that is run for a level, <c>tests/levels/run</c>, must have run at it.</summary>
    [Fact]
    public void Kernels_take_the_expected_level() => Assert.Equal(TakenLevel.Expected, SimdSupport.Widest);
}
