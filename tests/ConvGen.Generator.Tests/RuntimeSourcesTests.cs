using System.Text.RegularExpressions;

namespace ConvGen.Generator.Tests;

/// <summary>
/// What you read is what runs: beside the vector operations, and operators of networks that are no convolutions, no file of the runtime that was written
/// by hand computes on vectors.
/// </summary>
public partial class RuntimeSourcesTests
{
    // The bias, and the check of weights for infinities: nothing that depends on a layer's taps.
    private static readonly string[] s_known = ["Epilogue.cs", "Margin.cs"];

    [Fact]
    public void Vectors_are_multiplied_and_added_in_printed_and_emitted_code_alone() =>
        Assert.Equal(s_known, Files(static text => Arithmetic().IsMatch(text)));

    // Numbers of an attribute are floats whatever the elements are.
    [Fact]
    public void No_file_names_the_element_type_above_the_vector_operations() =>
        Assert.Equal(["LayerAttribute.cs"], Files(static text => Float().IsMatch(Comments().Replace(text, ""))));

    private static IEnumerable<string> Files(Predicate<string> has)
    {
        string runtime = Path.Combine(BuildPaths.ProjectDirectory, "..", "..", "runtime", "ConvGen");
        return Directory.EnumerateFiles(runtime, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(runtime, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin" or "Simd" or "Operators"))
            .Where(file => has(File.ReadAllText(file)))
            .Select(static file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"TSimd\.(MultiplyAdd|Multiply|Add|Subtract)\(|\b(Fma|AdvSimd|Avx512F|Avx)\.(?!IsSupported)|Vector(128|256|512)\.(Multiply|FusedMultiplyAdd|Add|Sum)")]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@"\bfloat\b")]
    private static partial Regex Float();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();
}
