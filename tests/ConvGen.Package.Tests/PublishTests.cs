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

    [Theory]
    [InlineData("")]
    [InlineData("<IlcInstructionSet>native</IlcInstructionSet>")]
    public async Task Native_quickstart_prints_what_the_compiled_one_does(string instructionSet)
    {
        const string framework = "net8.0";
        string name = "Quickstart-" + (instructionSet.Length == 0 ? "plain" : "native");
        string sample = Path.Combine(Workplace.Repository, "samples", "Quickstart");
        workplace.Write(
            name,
            framework,
            Program + Native + instructionSet,
            [.. Directory.GetFiles(sample, "*.cs").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]);
        await workplace.SucceedAsync(name, "build", "-c", "Release", "-v:q");
        (int exitCode, string output) = await workplace.DotnetAsync(name, "publish", "-c", "Release", "-o", "out", "-v:q");
        Assert.True(exitCode == 0, output);
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
        WriteGolden(name, framework, "");
        (int exitCode, string output) = await workplace.DotnetAsync(name, "publish", "-c", "Release", "-o", "plain", "-v:q");
        Assert.True(exitCode == 0, output);
        bool isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Assert.Equal(isX64 ? ["CGB001"] : [], Workplace.Warnings(output));
        Assert.Equal(GoldenProgram.Prints("Vector128"), Lines(await workplace.RunAsync(name + "/plain/" + name, GoldenProgram.Cases)));
        if (!isX64)
        {
            return;
        }

        // The property as the warning spells it.
        string property = Property().Match(output).Value;
        WriteGolden(name, framework, property);
        await workplace.SucceedAsync(name, "publish", "-c", "Release", "-o", "fma", "-v:q");
        Assert.Equal(GoldenProgram.Prints("Vector256"), Lines(await workplace.RunAsync(name + "/fma/" + name, GoldenProgram.Cases)));
    }

    [Theory]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "", true)]
    [InlineData("net10.0", "PublishAot", "win-x64", "IlcInstructionSet", "avx,bmi", true)]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-64-v3,-avx2", true)]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-64-v2", true)]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-64-v3", false)]
    [InlineData("net10.0", "PublishAot", "osx-x64", "IlcInstructionSet", "x86-64-v4", false)]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "sse4,+AVX2", false)]
    [InlineData("net10.0", "PublishAot", "linux-x64", "IlcInstructionSet", "native", false)]
    [InlineData("net10.0", "PublishAot", "linux-arm64", "IlcInstructionSet", "", false)]
    [InlineData("net10.0", "PublishReadyToRun", "linux-x64", "PublishReadyToRunCrossgen2ExtraArgs", "", true)]
    [InlineData("net10.0", "PublishReadyToRun", "linux-x64", "PublishReadyToRunCrossgen2ExtraArgs", "--instruction-set:x86-64-v3", false)]
    [InlineData("net10.0", "PublishReadyToRun", "linux-x64", "PublishReadyToRunCrossgen2ExtraArgs", "--verbose", true)]
    [InlineData("net10.0", "PublishTrimmed", "linux-x64", "IlcInstructionSet", "", false)]
    [InlineData("net8.0", "PublishAot", "linux-x64", "IlcInstructionSet", "avx2", true)]
    [InlineData("net8.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-64-v3", true)]
    [InlineData("net8.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-x64-v3,-fma", true)]
    [InlineData("net8.0", "PublishAot", "linux-x64", "IlcInstructionSet", "avx2,fma", false)]
    [InlineData("net8.0", "PublishAot", "linux-x64", "IlcInstructionSet", "x86-x64-v4", false)]
    public async Task Publishing_without_multiply_add_is_a_warning(
        string framework, string publish, string runtime, string property, string value, bool warns)
    {
        // The check alone: publishing for other systems needs their tools.
        string name = $"Check-{framework}-{publish}";
        workplace.Write(name, framework, "<OutputType>Exe</OutputType>");
        await workplace.SucceedAsync(name, "restore", "-v:q");
        (int exitCode, string output) = await workplace.DotnetAsync(
            name,
            "msbuild",
            "-t:ConvGenCheckInstructionSet",
            $"-p:{publish}=true",
            $"-p:RuntimeIdentifier={runtime}",
            $"-p:{property}={value.Replace(",", "%2c", StringComparison.Ordinal)}");

        Assert.True(exitCode == 0, output);
        Assert.Equal(warns ? ["CGB001"] : [], Workplace.Warnings(output));
        Assert.Equal(warns, output.Contains($"Add <{property}>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("net8.0", "x86-x64-v3")]
    [InlineData("net9.0", "x86-x64-v3")]
    [InlineData("net10.0", "x86-64-v3")]
    public async Task Level_is_spelled_as_the_compiler_of_the_framework_wants_it(string framework, string level)
    {
        string name = "Level-" + framework;
        workplace.Write(name, framework, "<OutputType>Exe</OutputType>");
        await workplace.SucceedAsync(name, "restore", "-v:q");
        (_, string output) = await workplace.DotnetAsync(
            name, "msbuild", "-t:ConvGenCheckInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64");

        Assert.Contains($"Add <IlcInstructionSet>{level}</IlcInstructionSet>", output, StringComparison.Ordinal);
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
        await workplace.SucceedAsync(name, "restore", "-v:q");
        (int exitCode, string output) = await workplace.DotnetAsync(name, "msbuild", "-t:ConvGenCheckInstructionSet");

        Assert.True(exitCode == 0, output);
        Assert.Equal(warns ? ["CGB001"] : [], Workplace.Warnings(output));
    }

    private void WriteGolden(string name, string framework, string property)
    {
        workplace.Write(name, framework, Program + Native + property, GoldenProgram.Sources);
        workplace.Add(name, NetworkProgram.Import);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<IlcInstructionSet>.*?</IlcInstructionSet>")]
    private static partial Regex Property();
}
