namespace ConvGen.Runtime.Tests.WeightFiles;

/// <summary>The files that NumPy and PyTorch wrote.</summary>
internal static class Fixtures
{
    /// <summary>What the files of types hold, (2, 3, 2) row-major: numbers that every type has exactly.</summary>
    public static float[] Numbers { get; } = [.. Enumerable.Range(0, 12).Select(static k => (k / 4f) - 1.5f)];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "WeightFiles", "Fixtures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Opens bytes as the format that a file's name says.</summary>
    public static WeightFile Open(string name, byte[] bytes) => name.EndsWith(".safetensors", StringComparison.Ordinal)
        ? SafeTensors.Open(new MemoryStream(bytes))
        : NumpyFile.Open(new MemoryStream(bytes));

    public static WeightFile Open(string name) =>
        name.EndsWith(".safetensors", StringComparison.Ordinal) ? SafeTensors.Open(PathOf(name)) : NumpyFile.Open(PathOf(name));
}
