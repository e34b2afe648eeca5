using System.CommandLine;
using ConvGen.Bench;

var layers = new Option<FileInfo>("--layers")
{
    Description = "The layers to measure, in the format of layers.csv; the zoo of published networks by default.",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "layers.csv")),
};
var only = new Option<string>("--only") { Description = "Measures the layers whose name contains this.", DefaultValueFactory = _ => "" };
var csv = new Option<FileInfo?>("--csv") { Description = "Writes a row per layer to this file too." };
var seconds = new Option<double>("--seconds") { Description = "Time for each layer.", DefaultValueFactory = _ => 0.6 };
var algorithm = new Option<ConvGen.Algorithm>("--algorithm") { Description = "Forces a form." };
var command = new RootCommand("Measures ConvGen on layers of published networks, against the FMA peak of the same process.")
{
    layers, only, csv, seconds, algorithm,
};
command.SetAction(parsed =>
{
    try
    {
        new BenchRun(parsed.GetValue(algorithm), parsed.GetValue(seconds), Console.Out)
            .Run(parsed.GetRequiredValue(layers), parsed.GetRequiredValue(only), parsed.GetValue(csv));
        return 0;
    }
    catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();
