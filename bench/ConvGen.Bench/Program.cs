using System.CommandLine;
using System.Globalization;
using ConvGen;
using ConvGen.Bench;
using ConvGen.Bench.Accuracy;
using ConvGen.Bench.Editor;
using ConvGen.Bench.FirstCall;
using ConvGen.Bench.Networks;
using ConvGen.Bench.Start;
using ConvGen.Testing;
using RandomLayers = ConvGen.Bench.RandomLayers;

var layers = new Option<FileInfo>("--layers")
{
    Description = "The layers to measure, in the format of layers.csv; the zoo of published networks by default.",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "layers.csv")),
};
var random = new Option<int[]>("--random")
{
    Description = "Measures layers drawn by a SEED instead, 12 or a COUNT of them.",
    Arity = new ArgumentArity(1, 2),
    AllowMultipleArgumentsPerToken = true,
    HelpName = "SEED [COUNT]",
};
var only = new Option<string>("--only") { Description = "Measures the layers whose name contains this.", DefaultValueFactory = _ => "" };
var threads = new Option<int[]>("--threads")
{
    Description = "Thread counts with commas between; 1,2 by default.",
    CustomParser = result =>
    {
        string[] counts = result.Tokens[0].Value.Split(',');
        if (counts.All(count => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0))
        {
            return [.. counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture)).Distinct()];
        }

        result.AddError("--threads takes counts from 1 with commas between, as 1,2");
        return [];
    },
};
var noPeers = new Option<bool>("--no-peers") { Description = "Measures ConvGen alone." };
var activation = new Option<Activation>("--activation") { Description = "Measures ConvGen with an activation too." };
var fixedSizes = new Option<bool>("--fixed-sizes") { Description = "Measures ConvGen with channels and sizes fixed by the attribute too." };
var seconds = new Option<double>("--seconds") { Description = "Time for each contestant at each layer.", DefaultValueFactory = _ => 0.6 };
var algorithm = new Option<Algorithm>("--algorithm") { Description = "Forces a form of ConvGen." };
var csv = new Option<FileInfo?>("--csv") { Description = "Writes a row per layer and thread count, or form, to this file too." };
var chart = new Option<FileInfo?>("--chart") { Description = "Draws bars for the smallest thread count, or errors, to this SVG file too." };
var firstCall = new Option<bool>("--first-call") { Description = "Measures what the first call costs in a new process, and nothing else." };
var editor = new Option<bool>("--editor") { Description = "Measures what the generator costs an editor and a build, and nothing else." };
var accuracy = new Option<bool>("--accuracy")
{
    Description = "Measures the errors of every form and of the peers against float64 sums, and nothing else.",
};
var networks = new Option<string[]>("--networks")
{
    Description = "Measures whole networks, and nothing else: generator, or model files, as model.onnx or model.onnx:1x3x640x640.",
    AllowMultipleArgumentsPerToken = true,
};
var start = new Option<string[]>("--start")
{
    Description = "Measures how long model files take to their first output in new processes, and how much memory, and nothing else.",
    AllowMultipleArgumentsPerToken = true,
};
var python = new Option<string?>("--python") { Description = "The Python interpreter that has PyTorch, for --accuracy." };
var firstCallChild = new Option<string?>("--first-call-child") { Hidden = true };
var firstCallIndex = new Option<int>("--first-call-index") { Hidden = true };
var startChild = new Option<string[]>("--start-child") { Hidden = true, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.ZeroOrMore };
var command = new RootCommand("Measures ConvGen and its peers side by side on layers of published networks.")
{
    layers, random, only, threads, noPeers, fixedSizes, activation, seconds, algorithm, csv, chart, firstCall, editor, accuracy, networks, start,
    python, firstCallChild, firstCallIndex, startChild,
};
command.SetAction(parsed =>
{
    try
    {
        if (parsed.GetValue(firstCallChild) is { } assembly)
        {
            int index = parsed.GetValue(firstCallIndex);
            Console.WriteLine(FirstCallChild.Measure(assembly, index, LayerCaseFile.Read(parsed.GetRequiredValue(layers).FullName)[index]));
            return 0;
        }

        if (parsed.GetResult(startChild) is not null)
        {
            Console.WriteLine(StartChild.Measure(parsed.GetRequiredValue(startChild)));
            return 0;
        }

        if (parsed.GetValue(start) is { Length: > 0 } models)
        {
            new StartRun(models).Run(Console.Out);
            return 0;
        }

        int[] counts = parsed.GetValue(threads) is { Length: > 0 } given ? given : [1, 2];
        if (parsed.GetValue(networks) is { Length: > 0 } names)
        {
            return new NetworkRun(names, counts, parsed.GetValue(seconds)).Run(Console.Out) ? 0 : 1;
        }

        IReadOnlyList<LayerCase> selected = Select(parsed);
        if (parsed.GetValue(firstCall))
        {
            new FirstCallRun(parsed.GetRequiredValue(layers), selected, parsed.GetValue(algorithm)).Run(Console.Out);
            return 0;
        }

        if (parsed.GetValue(editor))
        {
            if (!TieredProcess.IsCurrent)
            {
                return TieredProcess.Run(args);
            }

            new EditorRun(parsed.GetRequiredValue(layers), selected, parsed.GetValue(csv), Console.Out, Console.Error).Run();
            return 0;
        }

        if (parsed.GetValue(accuracy))
        {
            var measured = new AccuracyOptions
            {
                Layers = selected,
                WithPeers = !parsed.GetValue(noPeers),
                Python = parsed.GetValue(python),
                Csv = parsed.GetValue(csv),
                Chart = parsed.GetValue(chart),
            };
            return new AccuracyRun(measured, Console.Out, Console.Error).Run() ? 0 : 1;
        }

        var options = new BenchOptions
        {
            Layers = selected,
            Threads = counts,
            Algorithm = parsed.GetValue(algorithm),
            Seconds = parsed.GetValue(seconds),
            WithPeers = !parsed.GetValue(noPeers),
            WithFixedSizes = parsed.GetValue(fixedSizes),
            Activation = parsed.GetValue(activation),
            Csv = parsed.GetValue(csv),
            Chart = parsed.GetValue(chart),
        };
        new BenchRun(options, Console.Out, Console.Error).Run();
        return 0;
    }
    catch (Exception error) when (
        error is IOException or InvalidDataException or UnauthorizedAccessException or OverflowException or CompilationFailedException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

IReadOnlyList<LayerCase> Select(ParseResult parsed)
{
    IReadOnlyList<LayerCase> all;
    if (parsed.GetValue(random) is { Length: > 0 } draw)
    {
        all = RandomLayers.Draw(draw[0], draw.Length > 1 ? draw[1] : 12);
        foreach (LayerCase layer in all)
        {
            Console.WriteLine(layer);
        }
    }
    else
    {
        all = LayerCaseFile.Read(parsed.GetRequiredValue(layers).FullName);
    }

    string part = parsed.GetRequiredValue(only);
    LayerCase[] selected = [.. all.Where(layer => layer.Name.Contains(part, StringComparison.Ordinal))];
    return selected.Length > 0 ? selected : throw new InvalidDataException($"There is no layer whose name contains '{part}'.");
}
