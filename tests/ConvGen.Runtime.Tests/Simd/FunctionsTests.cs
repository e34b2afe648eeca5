using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>A sample; <c>dotnet run -c Release --project tests/ConvGen.Conformance -- functions</c> takes all floats.</summary>
public class FunctionsTests
{
    // A prime, so that all exponents and many low bits are met.
    private const uint Step = 19_997;

    public static TheoryData<string, SimdLevel> All
    {
        get
        {
            var data = new TheoryData<string, SimdLevel>();
            foreach (string name in FunctionScan.Names)
            {
                foreach (SimdLevel level in Enum.GetValues<SimdLevel>().Where(static level => level <= SimdSupport.Widest))
                {
                    data.Add(name, level);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Errs_by_two_units_in_the_last_place_at_the_most(string name, SimdLevel level)
    {
        (double ulps, float at) = FunctionScan.Worst(name, level, Step);

        Assert.True(ulps <= 2, $"{ulps} at {at}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_nothing_a_number_it_is_none(string name, SimdLevel level) => Assert.Equal(float.NaN, FunctionScan.Value(name, level, float.NaN));

    [Theory]
    [InlineData("Exp", 0, float.PositiveInfinity)]
    [InlineData("Sigmoid", 0, 1)]
    [InlineData("Tanh", -1, 1)]
    [InlineData("Erf", -1, 1)]
    public void Infinities_have_limits(string name, float below, float above)
    {
        Assert.Equal(below, FunctionScan.Value(name, SimdSupport.Widest, float.NegativeInfinity));
        Assert.Equal(above, FunctionScan.Value(name, SimdSupport.Widest, float.PositiveInfinity));
    }
}
