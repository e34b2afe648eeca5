using System.CommandLine;
using System.Globalization;
using ConvGen.CompilerServices;
using ConvGen.GuardPages;
using ConvGen.GuardPages.Cases;
using ConvGen.GuardPages.Memory;

var folder = new Argument<string?>("DIR")
{
    Description = "A folder with cases.csv and one .npz a case.",
    Arity = ArgumentArity.ZeroOrOne,
};
var layers = new Option<string?>("--layers") { Description = "A table of layers, run cut down." };
var products = new Option<double>("--products")
{
    Description = "Layers of the table up to so many multiply-adds are run as they are, too.",
    DefaultValueFactory = _ => 1e8,
};
var random = new Option<int>("--random") { Description = "Random layers.", DefaultValueFactory = _ => 40 };
var alignments = new Option<int>("--alignments")
{
    Description = "Alignments within a cache line, 1 to 16.",
    DefaultValueFactory = _ => Placement.MostAlignments,
};
var every = new Option<int>("--every") { Description = "Run every so many-th case alone.", DefaultValueFactory = _ => 1 };
var level = new Option<SimdLevel?>("--expect-level") { Description = "Fail if the kernels take another vector width." };
var broken = new Option<bool>("--break-border") { Description = "Run cases that must fault instead.", Hidden = true };
var range = new Option<string?>(GuardRun.RangeOption) { Description = "Run these cases in this process.", Hidden = true };
var command = new RootCommand(
    "Runs emitted code in memory between inaccessible pages: whatever is read or written outside is a fault, in a process of its own.")
{
    folder, layers, products, random, alignments, every, level, broken, range,
};
command.SetAction(arguments =>
{
    GuardCase[] cases = arguments.GetValue(broken)
        ? [.. BrokenBorders.All]
        :
        [
            .. arguments.GetValue(folder) is { } golden ? CaseList.Golden(golden) : [],
            .. arguments.GetValue(layers) is { } table ? CaseList.Zoo(table, arguments.GetValue(products)) : [],
            .. CaseList.Random(arguments.GetValue(random)),
        ];
    cases = [.. cases.Where((_, i) => i % arguments.GetValue(every) == 0)];
    if (arguments.GetValue(range) is not { } part)
    {
        return new GuardRun(Console.Out, args) { ExpectedLevel = arguments.GetValue(level) }.Execute(cases);
    }

    int[] ends = Array.ConvertAll(part.Split(".."), end => int.Parse(end, CultureInfo.InvariantCulture));
    int places = Math.Clamp(arguments.GetValue(alignments), 1, Placement.MostAlignments);
    GuardedProcess.Run(cases, ends[0]..ends[1], places, new Journal(Console.Out));
    return 0;
});
return command.Parse(args).Invoke();
