using System.CommandLine;
using ConvGen.Soak;

var layers = new Option<string>("--layers")
{
    Description = "A table of layers.",
    DefaultValueFactory = _ => "bench/ConvGen.Bench/layers.csv",
};
var random = new Option<int>("--random") { Description = "Random layers.", DefaultValueFactory = _ => 40 };
var minutes = new Option<double>("--minutes") { Description = "How long to run.", DefaultValueFactory = _ => 30 };
var callers = new Option<int>("--callers") { Description = "Threads that call.", DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { Description = "What the order of calls is drawn from.", DefaultValueFactory = _ => 1 };
var csv = new Option<string?>("--csv") { Description = "Where the samples go." };
var graph = new Option<string?>("--graph") { Description = "Where their graph goes, an SVG." };
var command = new RootCommand("Calls layers of many shapes, in every form, from several threads, and watches memory: it must not grow.")
{
    layers, random, minutes, callers, seed, csv, graph,
};
command.SetAction(arguments =>
{
    var run = new SoakRun(Console.Out)
    {
        Duration = TimeSpan.FromMinutes(arguments.GetValue(minutes)),
        Callers = arguments.GetValue(callers),
        Seed = arguments.GetValue(seed),
    };
    bool flat = run.Execute(SoakLayer.Compile(arguments.GetValue(layers)!, arguments.GetValue(random)));
    if (arguments.GetValue(csv) is { } table)
    {
        File.WriteAllText(table, MemorySample.Table(run.Samples));
    }

    if (arguments.GetValue(graph) is { } picture)
    {
        File.WriteAllText(picture, MemoryGraph.Draw(run.Samples));
    }

    return flat ? 0 : 1;
});
return command.Parse(args).Invoke();
