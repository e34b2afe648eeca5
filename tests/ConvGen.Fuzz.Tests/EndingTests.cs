using ConvGen.Testing;

namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class EndingTests
{
    private static readonly FuzzCase s_case = FuzzCases.Smallest with
    {
        Request = FuzzCases.Smallest.Request with
        {
            Layer = FuzzCases.Smallest.Layer with { N = 2, Cin = 3, Cout = 4, In = [33], Bias = true },
            Ending = new Ending(Activation.Tanh, Residual.AfterActivation, ScaleBefore: 2),
        },
        Beside = (1, 2),
    };

    [Fact]
    public void Right_ends_are_none_of_the_findings() => Assert.Empty(new CaseRunner().Run([s_case]));

    [Theory]
    [InlineData("Functions<TSimd, TVector>.Tanh(x)", "TSimd.Multiply(Functions<TSimd, TVector>.Tanh(x), TSimd.Create(1.00001f))")]
    [InlineData("x = TSimd.Add(x, TSimd.Load(ref residual, i));", "")]
    [InlineData("TSimd.MultiplyAdd(x, TSimd.Create(2f), TSimd.Create(0f))", "x")]
    public void Broken_ends_are_found(string right, string wrong)
    {
        Finding finding = Assert.Single(new CaseRunner { Change = text => text.Replace(right, wrong, StringComparison.Ordinal) }.Run([s_case]));

        Assert.False(finding.IsCrash);
        Assert.Contains("elements are wrong", finding.ToString(), StringComparison.Ordinal);
    }
}
