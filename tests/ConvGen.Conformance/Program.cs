using System.CommandLine;
using ConvGen;
using ConvGen.CompilerServices;
using ConvGen.Conformance;

var folder = new Argument<string>("DIR")
{
    Description = "A folder with cases.csv and one .npz a case: x, w, y, and b where there is a bias.",
};
var algorithm = new Option<Algorithm>("--algorithm") { Description = "Force a form of the computation." };
var level = new Option<SimdLevel?>("--expect-level") { Description = "Fail if the kernels take another vector width." };
var fixedSizes = new Option<bool>("--fixed-sizes") { Description = "Fix channels and input size in the attribute." };
var command = new RootCommand("Runs emitted code on a folder of cases and compares every element with what an oracle computed.")
{
    folder, algorithm, level, fixedSizes,
};
command.SetAction(arguments => new ConformanceRun(Console.Out)
{
    Algorithm = arguments.GetValue(algorithm),
    ExpectedLevel = arguments.GetValue(level),
    FixSizes = arguments.GetValue(fixedSizes),
}.Execute(arguments.GetValue(folder)!));
return command.Parse(args).Invoke();
