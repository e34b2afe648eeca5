namespace ConvGen;

/// <summary>
/// Makes a class of a model file that the project names as <c>ConvGenModel</c>: <c>LoadWeights</c>, once, and <c>Run</c>, with the steps of the network
/// as code that can be read.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>A network of a model file.</summary>
    /// <param name="file">The file's name without its folder, as <c>detector.onnx</c>.</param>
    public NetworkAttribute(string file) => File = file;

    /// <summary>The model's file name.</summary>
    public string File { get; }

    /// <summary>
    /// The shapes of all inputs in the model's order, one after the other, as <c>[1, 3, 640, 640]</c>. Required where the model leaves sizes open; null,
    /// the default, for those of the model.
    /// </summary>
    public int[]? Input { get; set; }

    /// <summary>The nested static class that receives the members. Required from the second network of a class on.</summary>
    public string? Name { get; set; }

    /// <summary>Forces a form on all layers that can take it; <see cref="Algorithm.Auto"/> chooses for each.</summary>
    public Algorithm Algorithm { get; set; }
}
