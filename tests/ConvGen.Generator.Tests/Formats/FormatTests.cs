using System.Reflection;
using ConvGen.Generator.Tests.Snapshots;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Formats;

/// <summary>What earlier versions emitted, with the runtime of today: a text for each number of the format.</summary>
public class FormatTests
{
    [Fact]
    public void Files_of_format_1_are_refused_with_one_message()
    {
        string emitted = File.ReadAllText(Path.Combine(BuildPaths.ProjectDirectory, "Formats", "Format1.txt"));
        Assembly assembly = GeneratorHost.Run(Configurations.Source(Configurations.Whole)).WithChanged(_ => emitted).Load();
        MethodInfo outputSize = assembly.GetTypes().Single(type => type.Name == "Up").GetMethod("OutputSize", BindingFlags.Public | BindingFlags.Static)!;

        Exception? thrown = Assert.Throws<TargetInvocationException>(() => outputSize.Invoke(null, [4, 4]));

        while (thrown is TargetInvocationException or TypeInitializationException)
        {
            thrown = thrown.InnerException;
        }

        Assert.Equal(
            "The layer was generated in format 1, this version of ConvGen reads format 3: rebuild the assembly with it.",
            Assert.IsType<InvalidOperationException>(thrown).Message);
    }
}
