using System.Text;

namespace ConvGen.Package.Tests;

/// <summary>CGB001 tells whom it should. The check alone runs: publishing for other systems needs their tools.</summary>
[Collection(Workplace.Name)]
public class InstructionSetTests(Workplace workplace)
{
    private const string Native = "PublishAot";
    private const string Ilc = "IlcInstructionSet";
    private const string Ready = "PublishReadyToRun";
    private const string Crossgen = "PublishReadyToRunCrossgen2ExtraArgs";

    private static readonly (string Framework, string Publish, string Runtime, string Property, string Value, string? Advice)[] s_cases =
    [
        ("net10.0", Native, "linux-x64", Ilc, "", "x86-64-v3"),
        ("net10.0", Native, "win-x64", Ilc, "avx,bmi", "x86-64-v3"),
        ("net10.0", Native, "linux-x64", Ilc, "x86-64-v3,-avx2", "x86-64-v3"),
        ("net10.0", Native, "linux-x64", Ilc, "x86-64-v2", "x86-64-v3"),
        ("net10.0", Native, "linux-x64", Ilc, "x86-64-v3", null),
        ("net10.0", Native, "osx-x64", Ilc, "x86-64-v4", null),
        ("net10.0", Native, "linux-x64", Ilc, "sse4,+AVX2", null),
        ("net10.0", Native, "linux-x64", Ilc, "native", null),
        ("net10.0", Native, "linux-arm64", Ilc, "", null),
        ("net10.0", Ready, "linux-x64", Crossgen, "", "--instruction-set:x86-64-v3"),
        ("net10.0", Ready, "linux-x64", Crossgen, "--instruction-set:x86-64-v3", null),
        ("net10.0", Ready, "linux-x64", Crossgen, "--verbose", "--instruction-set:x86-64-v3"),
        ("net10.0", "PublishTrimmed", "linux-x64", Ilc, "", null),
        ("net9.0", Native, "linux-x64", Ilc, "", "x86-x64-v3"),
        ("net8.0", Native, "linux-x64", Ilc, "", "x86-x64-v3"),
        ("net8.0", Native, "linux-x64", Ilc, "avx2", "x86-x64-v3"),
        ("net8.0", Native, "linux-x64", Ilc, "x86-64-v3", "x86-x64-v3"),
        ("net8.0", Native, "linux-x64", Ilc, "x86-x64-v3,-fma", "x86-x64-v3"),
        ("net8.0", Native, "linux-x64", Ilc, "avx2,fma", null),
        ("net8.0", Native, "linux-x64", Ilc, "x86-x64-v4", null),
    ];

    // One process checks all of them, which takes little longer than one.
    [Fact]
    public async Task Publishing_without_multiply_add_is_a_warning_that_spells_the_level_as_the_compiler_wants_it()
    {
        const string name = "Check";
        workplace.Write(name, "", "<OutputType>Exe</OutputType><TargetFrameworks>net8.0;net9.0;net10.0</TargetFrameworks>");
        await workplace.SucceedAsync(name, "restore", "-v:q");
        var checks = new StringBuilder("<Project><Target Name=\"All\">");
        for (int i = 0; i < s_cases.Length; i++)
        {
            (string framework, string publish, string runtime, string property, string value, _) = s_cases[i];
            string escaped = value.Replace(",", "%2c", StringComparison.Ordinal);
            checks.Append($"<Message Importance=\"high\" Text=\"{Mark(i)}\" />").Append(
                $"<MSBuild Projects=\"{name}.csproj\" Targets=\"ConvGenCheckInstructionSet\" ")
                .Append($"Properties=\"TargetFramework={framework};{publish}=true;RuntimeIdentifier={runtime};{property}={escaped}\" />");
        }

        await File.WriteAllTextAsync(workplace.Locate(name + "/checks.proj"), checks + "</Target></Project>");
        (int exitCode, string output) = await workplace.DotnetAsync(name, "msbuild", "checks.proj", "-v:m", "-m:1", "-clp:NoSummary");

        Assert.True(exitCode == 0, output);
        Assert.All(s_cases.Index(), one =>
        {
            string said = output.Split(Mark(one.Index))[1].Split(Mark(one.Index + 1))[0];
            Assert.Equal(one.Item.Advice is null ? [] : ["CGB001"], Workplace.Warnings(said));
            Assert.Equal(one.Item.Advice is not null, said.Contains($"Add <{one.Item.Property}>{one.Item.Advice}</{one.Item.Property}>", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("## Reports it", true)]
    [InlineData("## Does not", false)]
    public async Task Help_page_of_the_warning_does_as_it_says(string heading, bool warns)
    {
        string name = "Page-" + warns;
        workplace.Write(name, "net8.0", "");
        await File.WriteAllTextAsync(
            workplace.Locate($"{name}/{name}.csproj"), HelpPage.Project("CGB001", heading, workplace.Version));
        (int exitCode, string output) = await workplace.DotnetAsync(name, "msbuild", "-restore", "-t:ConvGenCheckInstructionSet");

        Assert.True(exitCode == 0, output);
        Assert.Equal(warns ? ["CGB001"] : [], Workplace.Warnings(output));
    }

    private static string Mark(int index) => FormattableString.Invariant($"[case {index}]");
}
