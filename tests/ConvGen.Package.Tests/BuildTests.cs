using ConvGen.CompilerServices;

namespace ConvGen.Package.Tests;

/// <summary>The package in projects of its users: they build without a warning and compute what they should.</summary>
[Collection(Workplace.Name)]
public class BuildTests(Workplace workplace)
{
    private const string Strict = """
        <OutputType>Exe</OutputType>
        <LangVersion>12</LangVersion>
        <Nullable>enable</Nullable>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest-recommended</AnalysisLevel>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <WarningLevel>9999</WarningLevel>
        <ImplicitUsings>disable</ImplicitUsings>
        """;

    private static string Textbook { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", "Textbook.cs"));

    // The same without collection expressions and without types that end in a semicolon.
    private const string Textbook11 = """
        using System;
        using ConvGen;

        var output = new float[Spread.OutputSize(2)];
        PackedWeights packed = Spread.Pack(new float[] { 1, 2, 3 }, default, inChannels: 1, outChannels: 1);
        Spread.Forward(
            new ReadOnlyTensorView<float>(new float[] { 2, 3 }, new[] { 1, 1, 2 }),
            packed,
            new TensorView<float>(output, new[] { 1, 1, output.Length }));
        Console.WriteLine(string.Join(" ", output));

        [ConvTranspose(k: 3, s: 2, Rank = 1)]
        internal static partial class Spread
        {
        }

        [Network("fsrcnn_x2.onnx")]
        internal static partial class Upscaler
        {
        }
        """;

    [Fact]
    public async Task Ten_lines_of_the_readme_in_a_new_console_project()
    {
        await workplace.SucceedAsync("", "new", "console", "-o", "Ten");
        await workplace.SucceedAsync("Ten", "add", "package", "ConvGen", "--version", workplace.Version);
        await File.WriteAllTextAsync(workplace.Locate("Ten/Program.cs"), Readme.FirstSample);
        await workplace.SucceedAsync("Ten", "build", "-c", "Release", "-v:q");

        // The last line of the sample says what it prints.
        Assert.Equal(Readme.FirstSamplePrints + "\n", await workplace.RunAsync("Ten/bin/Release/net10.0/Ten.dll"));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Strict_project_has_no_warnings(string framework)
    {
        string name = "Strict-" + framework;
        workplace.Write(name, framework, Strict, ("Program.cs", Textbook));
        await workplace.SucceedAsync(name, "build", "-c", "Release", "-v:q");

        Assert.Equal("2 4 9 6 9\n", await workplace.RunAsync($"{name}/bin/Release/{framework}/{name}.dll"));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Networks_of_model_files_are_PyTorchs_in_a_strict_project(string framework)
    {
        string name = "Networks-" + framework;
        workplace.Write(
            name,
            framework,
            // The sample's style.
            Strict.Replace("disable</Implicit", "enable</Implicit", StringComparison.Ordinal).Replace(">12<", ">13<", StringComparison.Ordinal),
            [NetworkProgram.Program, .. NetworkProgram.Sources]);
        workplace.Add(name, NetworkProgram.Import);
        await workplace.SucceedAsync(name, "build", "-c", "Release", "-v:q");

        Assert.Equal(
            NetworkProgram.Prints($"{SimdSupport.Widest}"), (await workplace.RunAsync($"{name}/bin/Release/{framework}/{name}.dll")).Split('\n')[..^1]);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net48")]
    [InlineData("net6.0")]
    public async Task Frameworks_without_the_runtime_are_refused(string framework)
    {
        // Nothing else to restore: the frameworks' own packages would come from elsewhere.
        string name = "Old-" + framework;
        workplace.Write(
            name,
            framework,
            """
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
            """);
        (int exitCode, string output) = await workplace.DotnetAsync(name, "restore");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error NU1202: Package ConvGen {workplace.Version} is not compatible with", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CSharp_11_is_enough()
    {
        const string name = "CSharp11";
        workplace.Write(
            name, "net8.0", Strict.Replace("<LangVersion>12<", "<LangVersion>11.0<", StringComparison.Ordinal), ("Program.cs", Textbook11));
        workplace.Add(name, NetworkProgram.Import);
        await workplace.SucceedAsync(name, "build", "-c", "Release", "-v:q");

        Assert.Equal("2 4 9 6 9\n", await workplace.RunAsync($"{name}/bin/Release/net8.0/{name}.dll"));
    }

    [Fact]
    public async Task Library_is_used_by_a_program_that_does_not_know_the_package()
    {
        workplace.Write(
            "Layers", "net8.0", "<RootNamespace>Layers</RootNamespace>",
            ("Layers.cs", "namespace Layers; [ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] public static partial class Spread;"));
        workplace.Write("App", "net10.0", "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>", (
            "Program.cs",
            """
            using ConvGen;
            using Layers;

            var output = new float[Spread.OutputSize(2)];
            Spread.Forward(new ReadOnlyTensorView<float>([2, 3], [1, 2]), [1, 2, 3], [], new TensorView<float>(output, [1, 5]));
            Console.WriteLine(string.Join(" ", output));
            """));
        workplace.ReferToProject("App", "Layers");
        await workplace.SucceedAsync("App", "build", "-c", "Release", "-v:q");

        Assert.Equal("2 4 9 6 9\n", await workplace.RunAsync("App/bin/Release/net10.0/App.dll"));
    }

    [Fact]
    public async Task Wrong_attribute_is_an_error_of_the_build()
    {
        workplace.Write(
            "Wrong", "net10.0", "", ("Wrong.cs", "[ConvGen.ConvTranspose(k: 3, s: 0)] internal static partial class Wrong;"));
        (int exitCode, string output) = await workplace.DotnetAsync("Wrong", "build", "-v:q");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Wrong.cs(1,33): error CG0004: s is 0; legal are numbers from 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editorconfig_and_pragma_set_severities()
    {
        workplace.Write("Severity", "net10.0", "", (
            "Layers.cs",
            """
            using ConvGen;
            [ConvTranspose(k: 3, s: 2)] internal static partial class Reported;
            #pragma warning disable CG0021
            [ConvTranspose(k: 3, s: 2)] internal static partial class Silenced;
            """));
        await workplace.SucceedAsync("Severity", "build", "-v:q");
        await File.WriteAllTextAsync(
            workplace.Locate("Severity/.editorconfig"), "root = true\n[*.cs]\ndotnet_diagnostic.CG0021.severity = warning\n");
        (int exitCode, string output) = await workplace.DotnetAsync("Severity", "build", "-v:q");

        Assert.Equal(0, exitCode);
        Assert.Contains("Layers.cs(2,19): warning CG0021: k = 3 is not a multiple of s = 2:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Layers.cs(4,", output, StringComparison.Ordinal);
    }
}
