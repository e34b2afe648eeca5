using System.CommandLine;
using System.Globalization;
using ConvGen;
using ConvGen.CompilerServices;
using ConvGen.Conformance;
using ConvGen.Testing;

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
var step = new Option<uint>("--step") { Description = "Take every n-th float; all by default.", DefaultValueFactory = _ => 1 };
var functions = new Command("functions", "Prints how far the functions of activations are from the truth, over all floats.") { step };
functions.SetAction(arguments =>
{
    double worst = 0;
    foreach (string name in FunctionScan.Names)
    {
        (double ulps, float at) = FunctionScan.Worst(name, SimdSupport.Widest, arguments.GetValue(step));
        worst = Math.Max(worst, ulps);
        Console.WriteLine(FormattableString.Invariant($"{SimdSupport.Widest} {name}: {ulps:F3} units in the last place, at {at:G9}"));
    }

    return worst <= 2 ? 0 : 1;
});
command.Subcommands.Add(functions);
var model = new Argument<string>("MODEL") { Description = "A model file in the ONNX format, or a folder with tests of models as ONNX publishes those of its operators." };
var expected = new Option<string?>("--expected") { Description = "An .npz with input, output0, ...: what an oracle computed." };
var shape = new Option<string?>("--input-shape") { Description = "The shapes of all inputs, as 1x3x640x640." };
var tolerance = new Option<double>("--tolerance")
{
    Description = "The largest difference that is right, as a part of the largest output.", DefaultValueFactory = _ => 3e-5,
};
var threads = new Option<int>("--threads") { Description = "The most threads.", DefaultValueFactory = _ => 1 };
var source = new Option<string?>("--source") { Description = "A file that receives the emitted code." };
var form = new Option<Algorithm>("--algorithm") { Description = "Force a form of the computation." };
var table = new Option<string?>("--table") { Description = "Of a folder: a file of the documentation whose table of operators is written anew." };
var verify = new Command("verify", "Compiles a model file, or all of a folder, runs it, and compares every output.")
{
    model, expected, shape, tolerance, threads, source, form, table,
};
verify.SetAction(arguments => Directory.Exists(arguments.GetValue(model)!)
    ? new FolderRun(Console.Out) { TableFile = arguments.GetValue(table) }.Execute(arguments.GetValue(model)!)
    : new VerifyRun(Console.Out)
    {
        Algorithm = arguments.GetValue(form),
        InputShape = [.. (arguments.GetValue(shape)?.Split('x') ?? []).Select(static length => int.Parse(length, CultureInfo.InvariantCulture))],
        Tolerance = arguments.GetValue(tolerance),
        Threads = arguments.GetValue(threads),
        SourceFile = arguments.GetValue(source),
    }.Execute(arguments.GetValue(model)!, arguments.GetValue(expected)));
command.Subcommands.Add(verify);
return command.Parse(args).Invoke();
