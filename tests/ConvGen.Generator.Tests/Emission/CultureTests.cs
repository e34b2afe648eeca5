using System.Globalization;
using ConvGen.Generator.Tests.Snapshots;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>The machine of the user does not show in emitted text: not its culture, not its line ends.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Names => Configurations.Names;

    // Machines without culture data know the invariant culture alone; the one made by hand is everywhere.
    private static CultureInfo[] Cultures { get; } =
    [
        HandMade(),
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(culture => culture.Name is "sv-SE" or "tr-TR" or "fa-IR"),
    ];

    public void Dispose() => Switch(_culture, _uiCulture);

    [Fact]
    public void Cultures_are_hostile()
    {
        Switch(Cultures[0], Cultures[0]);
        Assert.Equal("minus5", $"{-5}");
        if (Cultures.FirstOrDefault(culture => culture.Name == "sv-SE") is { } swedish)
        {
            Assert.Equal("\u22125", (-5).ToString(swedish));
        }
    }

    [Fact]
    public void Written_numbers_are_invariant()
    {
        Switch(Cultures[0], Cultures[0]);

        Assert.Equal("-5\n", new SourceWriter().Line($"{-5}").ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Emitted_text_is_the_same_in_every_culture(string name)
    {
        string expected = Emit(Configurations.Source(name));
        foreach (CultureInfo culture in Cultures)
        {
            Switch(culture, culture);
            Assert.Equal(expected, Emit(Configurations.Source(name)));
        }
    }

    [Theory]
    [InlineData("k: 4, s: 2, Rank = 1", "2 @ q - 1, 0 @ q")]
    [InlineData("k: 4, s: 2, p: 4, Rank = 1", "2(in - 1) - 4")]
    public void Negative_numbers_are_the_same_in_every_culture(string arguments, string number)
    {
        string source = $"[ConvGen.ConvTranspose({arguments})] internal static partial class Up;";
        string expected = Emit(source);
        Assert.Contains(number, expected, StringComparison.Ordinal);
        foreach (CultureInfo culture in Cultures)
        {
            Switch(culture, culture);
            Assert.Equal(expected, Emit(source));
        }
    }

    [Fact]
    public void Messages_are_invariant()
    {
        GeneratedCode code = GeneratorHost.Run("[ConvGen.ConvTranspose(k: 4, p: -5)] internal static partial class Up;");
        foreach (CultureInfo culture in Cultures)
        {
            Switch(culture, culture);
            Assert.Equal("p is -5; legal are numbers from 0", code.AnalyzerDiagnostics().Single().GetMessage(culture));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Carriage_returns_in_the_source_make_none_in_the_emitted_text(string name)
    {
        string source = Configurations.Source(name);
        string emitted = Emit(source.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Emit(source), emitted);
        Assert.DoesNotContain('\r', emitted);
        Assert.EndsWith("}\n", emitted, StringComparison.Ordinal);
    }

    private static string Emit(string source) => GeneratorHost.Run(source).Sources.Single().SourceText.ToString();

    private static CultureInfo HandMade()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.PositiveSign = "plus";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }

    private static void Switch(CultureInfo culture, CultureInfo uiCulture) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
}
