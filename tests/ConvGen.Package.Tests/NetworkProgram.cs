namespace ConvGen.Package.Tests;

/// <summary>Part of a program: networks of model files, and one of layers, beside PyTorch's outputs.</summary>
internal static class NetworkProgram
{
    private static readonly string[] s_networks = ["fsrcnn_x2", "sam_upscaler", "generator"];

    // The sample's network, without its pictures.
    private static readonly string[] s_sample = ["Measurement.cs", "Generate/GarmentGenerator.cs", "Generate/Layers.cs", "Generate/PyTorchCheck.cs"];

    /// <summary>An element of a project: the models and what else the program embeds.</summary>
    public static string Import { get; } = $"""<Import Project="{Path.Combine(Workplace.Repository, "tests", "models", "Networks.props")}" />""";

    /// <summary>A program of nothing else.</summary>
    public static (string Name, string Text) Program => ("Program.cs", "return NetworkCases.Failed();\n");

    /// <summary>Its source files.</summary>
    public static (string Name, string Text)[] Sources =>
    [
        ("Networks.cs", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", "Networks.cs"))),
        .. s_sample.Select(static file => (file.Replace('/', '.'), File.ReadAllText(Path.Combine(Workplace.Repository, "samples", file)))),
    ];

    /// <summary>What it prints where every network is right.</summary>
    /// <param name="level">The vector width that its kernels take.</param>
    public static string[] Prints(string level) => Array.ConvertAll(s_networks, network => $"{level}, {network}: PyTorch's, 0 bytes allocated");
}
