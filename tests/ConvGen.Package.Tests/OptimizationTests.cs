namespace ConvGen.Package.Tests;

/// <summary>Builds that would not optimise emitted code say so, once, and there are ways out.</summary>
[Collection(Workplace.Name)]
public class OptimizationTests(Workplace workplace)
{
    private const string Says = "message CGB002: ";

    // What the compiler told the JIT.
    private const string Program = """
        using System;
        using System.Diagnostics;
        using System.Reflection;

        foreach (string name in new[] { Assembly.GetExecutingAssembly().GetName().Name, "Spreads" })
        {
            if (Type.GetType("Spread, " + name) is { } spread)
            {
                bool slow = spread.Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled is true;
                Console.WriteLine(slow ? "slow" : "fast");
            }
        }
        """;

    private const string Layers = "[ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] public static partial class Spread;";

    [Theory]
    [InlineData("Debug", "", true, "slow")]
    [InlineData("Debug", "<ConvGenQuietDebug>true</ConvGenQuietDebug>", false, "slow")]
    [InlineData("Debug", "<ConvGenOptimizeDebug>true</ConvGenOptimizeDebug>", false, "fast")]
    [InlineData("Debug", "<Optimize>true</Optimize>", false, "fast")]
    [InlineData("Release", "", false, "fast")]
    public async Task Unoptimised_layers_are_a_message_of_the_build(string configuration, string property, bool says, string speed)
    {
        string name = $"Optimization-{configuration}-{property.Split('<', '>')[property.Length == 0 ? 0 : 1]}";
        Write(name, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>" + property);
        string output = await workplace.SucceedAsync(name, "build", "-c", configuration);

        Assert.Equal(says ? 1 : 0, output.Split(Says).Length - 1);
        Assert.Equal(speed + "\n", await workplace.RunAsync($"{name}/bin/{configuration}/net8.0/{name}.dll"));
    }

    [Fact]
    public async Task Command_line_optimises_what_was_built_without()
    {
        Write("Anew", "");
        await workplace.SucceedAsync("Anew", "build");
        string output = await workplace.SucceedAsync("Anew", "build", "-p:ConvGenOptimizeDebug=true");

        Assert.DoesNotContain(Says, output, StringComparison.Ordinal);
        Assert.Equal("fast\n", await workplace.RunAsync("Anew/bin/Debug/net8.0/Anew.dll"));
    }

    [Fact]
    public async Task Library_is_optimised_and_its_user_is_told_nothing()
    {
        workplace.Write("Spreads", "net8.0", "<Optimize>true</Optimize>", ("Layers.cs", Layers));
        workplace.Write("Debugged", "net8.0", "<OutputType>Exe</OutputType>", ("Program.cs", Program));
        workplace.ReferToProject("Debugged", "Spreads");
        string output = await workplace.SucceedAsync("Debugged", "build");

        Assert.DoesNotContain(Says, output, StringComparison.Ordinal);
        Assert.Equal("fast\n", await workplace.RunAsync("Debugged/bin/Debug/net8.0/Debugged.dll"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Editors_are_told_nothing_behind_the_scenes(bool designTime)
    {
        string name = "Editor-" + designTime;
        Write(name, "");
        await workplace.SucceedAsync(name, "restore");
        string output = await workplace.SucceedAsync(
            name,
            "msbuild",
            "-t:Compile",
            $"-p:DesignTimeBuild={designTime}",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true");

        Assert.Equal(!designTime, output.Contains(Says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("## Reports it", true)]
    [InlineData("## Does not", false)]
    public async Task Help_page_does_as_it_says(string heading, bool says)
    {
        string name = "Optimization-" + says;
        workplace.Write(name, "net8.0", "");
        await File.WriteAllTextAsync(
            workplace.Locate($"{name}/{name}.csproj"), HelpPage.Project("CGB002", heading, workplace.Version));
        string output = await workplace.SucceedAsync(name, "build");

        Assert.Equal(says, output.Contains(Says, StringComparison.Ordinal));
    }

    private void Write(string name, string properties) =>
        workplace.Write(name, "net8.0", "<OutputType>Exe</OutputType>" + properties, ("Program.cs", Program), ("Layers.cs", Layers));
}
