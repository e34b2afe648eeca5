namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class IllegalNeighbourTests
{
    [Fact]
    public void Neighbours_are_refused_with_an_id()
    {
        IEnumerable<FuzzCase> neighbours = FuzzCases.OfSeed(seed: 5, count: 40).Select((legal, i) => IllegalNeighbour.Draw(legal, i));

        Assert.Empty(neighbours.Select(IllegalNeighbour.Check).OfType<Finding>().Select(finding => finding.Case.Request.AttributeText));
    }

    [Fact]
    public void A_legal_layer_is_found_out()
    {
        Finding? finding = IllegalNeighbour.Check(FuzzCases.Smallest);

        Assert.Equal("it is illegal and was not refused", finding?.Text);
    }

    [Fact]
    public void Illegal_layer_is_a_crash_where_a_legal_one_is_expected()
    {
        FuzzCase illegal = FuzzCases.Smallest.With(new FuzzAxis(In: 1, K: 1, S: 0, P: 0, Op: 0, D: 1));

        Finding finding = Assert.Single(new CaseRunner().Run([FuzzCases.Smallest, illegal, FuzzCases.Smallest]));

        Assert.Same(illegal, finding.Case);
        Assert.True(finding.IsCrash);
        Assert.Contains("CG0004", finding.Text, StringComparison.Ordinal);
    }
}
