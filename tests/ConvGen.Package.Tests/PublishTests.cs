using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Package.Tests;

/// <summary>Programs published trimmed and as native code: no warnings but ConvGen's own, and the right results.</summary>
[Collection(Workplace.Name)]
public partial class PublishTests(Workplace workplace)
{
    // The linker of the native code; where clang is missing, gcc does.
    private const string Native = """
        <LangVersion>13</LangVersion>
        <Nullable>enable</Nullable>
        <ImplicitUsings>enable</ImplicitUsings>
        <PublishAot>true</PublishAot>
        <CppCompilerAndLinker Condition="!Exists('/usr/bin/clang') and Exists('/usr/bin/gcc')">gcc</CppCompilerAndLinker>
        """;

    private static string Program => $"""
        <OutputType>Exe</OutputType>
        <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
        <InvariantGlobalization>true</InvariantGlobalization>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <WarningsNotAsErrors>CGB001</WarningsNotAsErrors>
        """;

    [Fact]
    public async Task Trimmed_program_runs()
    {
        const string properties = "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><ImplicitUsings>enable</ImplicitUsings>";
        workplace.Write("Trimmed", "net10.0", Program + properties, [NetworkProgram.Program, .. NetworkProgram.Sources]);
        workplace.Add("Trimmed", NetworkProgram.Import);
        await workplace.SucceedAsync("Trimmed", "publish", "-c", "Release", "-o", "out", "-v:q");

        Assert.Equal(NetworkProgram.Prints($"{SimdSupport.Widest}"), Lines(await workplace.RunAsync("Trimmed/out/Trimmed")));
    }

    [Fact]
    public async Task WebAssembly_runs_networks_of_model_files_without_a_workload()
    {
        const string main = "import { dotnet } from './_framework/dotnet.js';\nconst { runMainAndExit } = await dotnet.create();\nawait runMainAndExit();\n";
        workplace.Write(
            "Web",
            "net10.0",
            """
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """,
            [NetworkProgram.Program, .. NetworkProgram.Sources]);
        workplace.UseSdk("Web", "Microsoft.NET.Sdk.WebAssembly");
        workplace.Add("Web", NetworkProgram.Import);
        Directory.CreateDirectory(workplace.Locate("Web/wwwroot"));
        await File.WriteAllTextAsync(workplace.Locate("Web/wwwroot/main.mjs"), main);
        await workplace.SucceedAsync("Web", "publish", "-c", "Release", "-o", "out", "-v:q");
        (int exitCode, string output) = await DotnetProcess.RunNativeAsync("node", [workplace.Locate("Web/out/wwwroot/main.mjs")]);

        // Wider vectors would be emulated.
        Assert.True(exitCode == 0, output);
        Assert.Equal(NetworkProgram.Prints("Vector128"), Lines(output));
    }

    // For the processor that compiles: its widest vectors. Others have the reference cases.
    [Fact]
    public async Task Native_quickstart_prints_what_the_compiled_one_does()
    {
        const string framework = "net8.0";
        const string name = "Quickstart";
        string sample = Path.Combine(Workplace.Repository, "samples", "Quickstart");
        workplace.Write(
            name,
            framework,
            Program + Native + "<IlcInstructionSet>native</IlcInstructionSet>",
            [.. Directory.GetFiles(sample, "*.cs").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]);
        await workplace.SucceedAsync(name, "publish", "-c", "Release", "-o", "out", "-v:q");
        string assembly = $"{name}/bin/Release/{framework}/{RuntimeInformation.RuntimeIdentifier}/{name}.dll";
        string compiled = await workplace.RunAsync(assembly);

        Assert.Contains("2-D, stride 2, padding 1", compiled, StringComparison.Ordinal);
        Assert.Equal(compiled, await workplace.RunAsync($"{name}/out/{name}"));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Native_program_computes_the_reference_cases(string framework)
    {
        string name = "Golden-" + framework;
        workplace.Write(name, framework, Program + Native, GoldenProgram.Sources);
        workplace.Add(name, NetworkProgram.Import);
        (int exitCode, string output) = await workplace.DotnetAsync(name, "publish", "-c", "Release", "-o", "plain", "-v:q");
        Assert.True(exitCode == 0, output);
        bool isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Assert.Equal(isX64 ? ["CGB001"] : [], Workplace.Warnings(output));
        Assert.Equal(GoldenProgram.Prints("Vector128"), Lines(await workplace.RunAsync(name + "/plain/" + name, GoldenProgram.Cases)));
        if (!isX64)
        {
            return;
        }

        // The level as the warning spells it. Of C#, nothing is compiled again; native code is, since nothing of it is left.
        Directory.Delete(workplace.Locate($"{name}/obj/Release/{framework}/{RuntimeInformation.RuntimeIdentifier}/native"), recursive: true);
        await workplace.SucceedAsync(
            name, "publish", "-c", "Release", "-o", "fma", "-v:q", "-p:IlcInstructionSet=" + Level().Match(output).Groups[1].Value);
        Assert.Equal(GoldenProgram.Prints("Vector256"), Lines(await workplace.RunAsync(name + "/fma/" + name, GoldenProgram.Cases)));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<IlcInstructionSet>(.*?)</IlcInstructionSet>")]
    private static partial Regex Level();
}
