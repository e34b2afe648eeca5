using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ConvGen.Package.Tests;

/// <summary>Model files in projects of users: what a build makes of them, when, and what editors see.</summary>
[Collection(Workplace.Name)]
public class ModelTests(Workplace workplace)
{
    private static readonly string[] s_frameworks = ["net8.0", "net10.0"];

    private static string Model { get; } = Path.Combine(Workplace.Repository, "tests", "models", "fsrcnn_x2.onnx");

    [Fact]
    public async Task Manifest_and_weights_are_made_once_for_every_framework()
    {
        Write("Models", """<ConvGenModel Include="models/*.onnx" />""", "TargetFrameworks", "net8.0;net10.0");
        await workplace.SucceedAsync("Models", "build", "-c", "Release", "-v:q");
        Assert.All(s_frameworks, framework =>
        {
            string folder = workplace.Locate($"Models/obj/Release/{framework}/convgen/");
            Assert.StartsWith("convgen-model 1\nmodel fsrcnn_x2.onnx ", File.ReadAllText(folder + "fsrcnn_x2.onnx.convgen"), StringComparison.Ordinal);
            byte[] weights = File.ReadAllBytes(folder + "fsrcnn_x2.onnx.safetensors");
            Assert.Equal(weights, Resource(workplace.Locate($"Models/bin/Release/{framework}/Models.dll"), "ConvGen.fsrcnn_x2.onnx.safetensors"));
        });

        // Neither nothing new nor a model that is new but the same makes the compiler run.
        Dictionary<string, DateTime> times = Times("Models");
        await workplace.SucceedAsync("Models", "build", "-c", "Release", "-v:q");
        Assert.Equal(times, Times("Models"));
        File.SetLastWriteTimeUtc(workplace.Locate("Models/models/fsrcnn_x2.onnx"), DateTime.UtcNow);
        await workplace.SucceedAsync("Models", "build", "-c", "Release", "-v:q");
        Assert.Equal(times, Times("Models"));

        File.Copy(Path.Combine(Workplace.Repository, "tests", "models", "sam_upscaler.onnx"), workplace.Locate("Models/models/other.onnx"));
        File.Delete(workplace.Locate("Models/obj/Release/net8.0/convgen/fsrcnn_x2.onnx.convgen"));
        await workplace.SucceedAsync("Models", "build", "-c", "Release", "-v:q");
        Assert.Equal(times.Count + 4, Times("Models").Count);

        await workplace.SucceedAsync("Models", "clean", "-c", "Release", "-v:q");
        Assert.Empty(Times("Models"));
    }

    [Fact]
    public async Task Weights_can_be_a_file_beside_the_program()
    {
        Write("Loose", """<ConvGenModel Include="models/*.onnx" Weights="File" Name="net" />""");
        await workplace.SucceedAsync("Loose", "publish", "-c", "Release", "-v:q", "-o", "out");

        byte[] weights = File.ReadAllBytes(workplace.Locate("Loose/obj/Release/net10.0/convgen/net.safetensors"));
        Assert.Equal(weights, File.ReadAllBytes(workplace.Locate("Loose/bin/Release/net10.0/net.safetensors")));
        Assert.Equal(weights, File.ReadAllBytes(workplace.Locate("Loose/out/net.safetensors")));
        Assert.Null(Resource(workplace.Locate("Loose/bin/Release/net10.0/Loose.dll"), "ConvGen.net.safetensors"));
    }

    [Fact]
    public async Task Broken_model_is_an_error_of_the_build_and_none_of_editors()
    {
        Write("Broken", """<ConvGenModel Include="models/fsrcnn_x2.onnx;broken.onnx" />""");
        await File.WriteAllBytesAsync(workplace.Locate("Broken/broken.onnx"), (await File.ReadAllBytesAsync(Model))[..1000]);
        await workplace.SucceedAsync("Broken", "restore");
        string[] editor = ["msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles"];
        string items = await workplace.SucceedAsync("Broken", editor);
        (int exitCode, string output) = await workplace.DotnetAsync("Broken", "build", "-v:q");

        Assert.Contains("fsrcnn_x2.onnx.convgen", items, StringComparison.Ordinal);
        Assert.True(File.Exists(workplace.Locate("Broken/obj/Debug/net10.0/convgen/fsrcnn_x2.onnx.convgen")));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("broken.onnx : error CGM003: The model is damaged: what begins at byte ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_models_of_one_name_are_an_error()
    {
        Write("Twice", """<ConvGenModel Include="models/*.onnx;other/*.onnx" />""");
        Directory.CreateDirectory(workplace.Locate("Twice/other"));
        File.Copy(Model, workplace.Locate("Twice/other/fsrcnn_x2.onnx"));
        (int exitCode, string output) = await workplace.DotnetAsync("Twice", "build", "-v:q");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("fsrcnn_x2.onnx : error CGM007: This model and models/fsrcnn_x2.onnx both have the name 'fsrcnn_x2.onnx'", output, StringComparison.Ordinal);
    }

    private void Write(string name, string items, string property = "TargetFramework", string frameworks = "net10.0")
    {
        workplace.Write(name, frameworks, "", ("Code.cs", "internal static class Code;"));
        Directory.CreateDirectory(workplace.Locate(name + "/models"));
        File.Copy(Model, workplace.Locate(name + "/models/fsrcnn_x2.onnx"));
        workplace.Add(name, $"<ItemGroup>{items}</ItemGroup>");
        string project = workplace.Locate($"{name}/{name}.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("TargetFramework>", property + ">", StringComparison.Ordinal));
    }

    // What the compiler makes, and what it reads that the task makes.
    private Dictionary<string, DateTime> Times(string name) =>
        Directory.GetFiles(workplace.Locate(name + "/obj"), "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetExtension(path) is ".convgen" or ".safetensors" or ".dll" && !path.Contains("/ref", StringComparison.Ordinal))
            .ToDictionary(static path => path, File.GetLastWriteTimeUtc);

    private static byte[]? Resource(string assembly, string name)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        foreach (ManifestResource resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            if (metadata.GetString(resource.Name) == name)
            {
                BlobReader content = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
                content.Offset = (int)resource.Offset;
                return content.ReadBytes(content.ReadInt32());
            }
        }

        return null;
    }
}
