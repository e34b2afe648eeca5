using ConvGen.Testing;

namespace ConvGen.Samples.Tests;

/// <summary>The files beside the samples, and the samples as programs.</summary>
internal static class SampleFiles
{
    /// <summary>A file of weights.</summary>
    public static SafeTensors Open(string name) => SafeTensors.Open(Of(name));

    /// <summary>A file of weights whose last byte but one is another: of the last number, a bit of the exponent changes.</summary>
    public static SafeTensors OpenDamaged(string name)
    {
        byte[] bytes = File.ReadAllBytes(Of(name));
        bytes[^2] ^= 0x40;
        return SafeTensors.Open(new MemoryStream(bytes));
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(Type sample, params IEnumerable<string> arguments)
    {
        (int exitCode, string output) = await DotnetProcess.RunAsync(sample.Assembly.Location, arguments);
        return (exitCode, output.ReplaceLineEndings("\n"));
    }

    public static string Of(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
