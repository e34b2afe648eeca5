using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Package.Tests;

/// <summary>
/// A folder that knows nothing of this repository: a package source that holds the package, a cache of its own, and projects of users.
/// </summary>
public sealed partial class Workplace : IAsyncLifetime, IDisposable
{
    // An SDK that runs tests leaves variables that would steer the builds of the tests.
    private static readonly Dictionary<string, string?> s_environment = CleanEnvironment();

    private readonly TemporaryFolder _folder = new();

    /// <summary>The name of the collection of tests that share a workplace.</summary>
    public const string Name = "Package";

    /// <summary>The repository.</summary>
    public static string Repository { get; } = typeof(Workplace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Repository").Value!;

    /// <summary>The package's version: no other build has it.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test{DateTime.UtcNow:yyyyMMddHHmmss}");

    /// <summary>The package.</summary>
    public string Package => _folder.File($"feed/ConvGen.{Version}.nupkg");

    /// <summary>Its symbols.</summary>
    public string Symbols => _folder.File($"feed/ConvGen.{Version}.snupkg");

    private string Reference => $"""<PackageReference Include="ConvGen" Version="{Version}" />""";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string feed = _folder.File("feed");
        string project = Path.Combine(Repository, "runtime", "ConvGen", "ConvGen.csproj");
        // The version of the package alone: assemblies that are there already need not be compiled again.
        (int exitCode, string output) = await DotnetAsync(
            "", "pack", project, "-c", "Release", "-o", feed, "-p:PackageVersion=" + Version, "-v:q");
        Assert.True(exitCode == 0, output);

        // Framework packs come from the machine's cache where it has them; the package under test never enters that cache.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(cache);
        await File.WriteAllTextAsync(_folder.File("nuget.config"), $"""
            <configuration>
              <packageSources><add key="local" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{_folder.File("packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command of the SDK.</summary>
    /// <param name="folder">The working folder, from that of the workplace.</param>
    /// <param name="command">The command and its arguments.</param>
    public async Task<(int ExitCode, string Output)> DotnetAsync(string folder, params string[] command) =>
        await DotnetProcess.RunAsync(command[0], command[1..], s_environment, _folder.File(folder));

    /// <summary>Runs a command that must succeed without a warning.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> SucceedAsync(string folder, params string[] command)
    {
        (int exitCode, string output) = await DotnetAsync(folder, command);
        Assert.True(exitCode == 0 && !Warnings(output).Any(), output);
        return output;
    }

    /// <summary>The codes of the warnings in the output of a build.</summary>
    public static IEnumerable<string> Warnings(string output) =>
        Warning().Matches(output).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    /// <summary>Writes a project that references the package.</summary>
    /// <param name="name">Its name and folder.</param>
    /// <param name="framework">The target framework.</param>
    /// <param name="properties">Elements of its property group.</param>
    /// <param name="files">Its source files.</param>
    public void Write(string name, string framework, string properties, params ReadOnlySpan<(string Name, string Text)> files)
    {
        Directory.CreateDirectory(_folder.File(name));
        File.WriteAllText(_folder.File($"{name}/{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {Reference}
              </ItemGroup>
            </Project>
            """);
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(_folder.File($"{name}/{file}"), text);
        }
    }

    /// <summary>Puts elements behind all others of a project.</summary>
    /// <param name="name">The project.</param>
    /// <param name="elements">The elements.</param>
    public void Add(string name, string elements) => Change(name, "</Project>", elements + "</Project>");

    /// <summary>Makes a project use another SDK.</summary>
    /// <param name="name">The project.</param>
    /// <param name="sdk">The SDK.</param>
    public void UseSdk(string name, string sdk) => Change(name, "\"Microsoft.NET.Sdk\"", $"\"{sdk}\"");

    /// <summary>Makes a project reference another one in place of the package.</summary>
    /// <param name="name">The project.</param>
    /// <param name="other">The one that it references.</param>
    public void ReferToProject(string name, string other) => Change(name, Reference, $"""<ProjectReference Include="../{other}/{other}.csproj" />""");

    /// <summary>Runs what a project was built into.</summary>
    /// <param name="program">The path of an assembly or a native program, from the folder of the workplace.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed; it must succeed.</returns>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        // The machine may have a newer runtime alone.
        var environment = new Dictionary<string, string?> { ["DOTNET_ROLL_FORWARD"] = "Major" };
        (int exitCode, string output) = program.EndsWith(".dll", StringComparison.Ordinal)
            ? await DotnetProcess.RunAsync(_folder.File(program), arguments, environment)
            : await DotnetProcess.RunNativeAsync(_folder.File(program), arguments, environment);
        Assert.True(exitCode == 0, output);
        return output.ReplaceLineEndings("\n");
    }

    /// <summary>A path in the workplace.</summary>
    public string Locate(string name) => _folder.File(name);

    [GeneratedRegex("warning ([A-Z]+[0-9]+)")]
    private static partial Regex Warning();

    private void Change(string name, string text, string other)
    {
        string project = _folder.File($"{name}/{name}.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(text, other, StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> CleanEnvironment()
    {
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(key => key, _ => (string?)null);
        // It would take the place of the workplace's own cache.
        environment["NUGET_PACKAGES"] = null;
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        return environment;
    }
}

/// <summary>Tests that share a workplace, one after the other.</summary>
[CollectionDefinition(Workplace.Name)]
public sealed class SharedWorkplace : ICollectionFixture<Workplace>;
