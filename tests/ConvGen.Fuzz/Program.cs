using System.CommandLine;
using System.Globalization;
using ConvGen.CompilerServices;
using ConvGen.Fuzz;
using ConvGen.Fuzz.Files;
using ConvGen.Fuzz.Models;

var seconds = new Option<int?>("--seconds") { Description = "How long to run; without it and --cases, a minute." };
var seed = new Option<int>("--seed") { Description = "What the cases are drawn from.", DefaultValueFactory = _ => 1 };
var cases = new Option<int?>("--cases") { Description = "How many cases at the most." };
var first = new Option<int>("--first") { Description = "The first case of the seed, to go on from there or to meet one again." };
var level = new Option<SimdLevel?>("--expect-level")
{
    Description = "Fail if the kernels take another vector width. DOTNET_EnableAVX512=0 and its like, or CONVGEN_SIMD_LEVEL, choose it.",
};
var here = new Option<bool>(FuzzProcess.HereOption) { Description = "Run in this process.", Hidden = true };
var far = new Option<bool>("--read-far") { Description = "Break the kernels: they read far outside of memory.", Hidden = true };
var command = new RootCommand("Compares emitted code of random layers with the definition in float64; makes failures small, prints them.")
{
    seconds, seed, cases, first, level, here, far,
};
command.SetAction(arguments => !arguments.GetValue(here)
    ? FuzzProcess.Execute(Console.Out, args, (name, exitCode) => Crash(arguments.GetValue(seed), name, exitCode))
    : Run(arguments));
var count = new Option<int>("--count") { Description = "How many files of each format.", DefaultValueFactory = _ => 10_000 };
var files = new Command("files", "Opens damaged weight files: each is read or refused, with no more memory than promised.") { count, seed };
files.SetAction(arguments => new FileRun(Console.Out) { Seed = arguments.GetValue(seed), Count = arguments.GetValue(count) }.Execute());
command.Subcommands.Add(files);
var modelCount = new Option<int>("--count") { Description = "How many models.", DefaultValueFactory = _ => 20_000 };
var perComputed = new Option<int>("--per-computed") { Description = "Of how many networks one is compiled and computed.", DefaultValueFactory = _ => 100 };
var models = new Command("models", "Builds mutated models: each is refused with one clear error, or is a network.") { modelCount, perComputed, seed, first, here };
models.SetAction(arguments => !arguments.GetValue(here)
    ? FuzzProcess.Execute(Console.Out, args, (name, exitCode) => FormattableString.Invariant(
        $"Crash, {name} of seed {arguments.GetValue(seed)}: the process ended with exit code {exitCode}."))
    : new ModelRun(Console.Out)
    {
        Journal = new FuzzJournal(Console.Out),
        Seed = arguments.GetValue(seed),
        First = arguments.GetValue(first),
        Count = arguments.GetValue(modelCount),
        PlannedPerComputed = arguments.GetValue(perComputed),
    }.Execute());
command.Subcommands.Add(models);
return command.Parse(args).Invoke();

int Run(ParseResult arguments) => new FuzzRun(Console.Out)
{
    Check = new CaseRunner
    {
        Journal = new FuzzJournal(Console.Out),
        Change = arguments.GetValue(far) ? BrokenKernels.ReadFarOutside : null,
    }.Run,
    Seed = arguments.GetValue(seed),
    First = arguments.GetValue(first),
    Cases = arguments.GetValue(cases) ?? int.MaxValue,
    Duration = arguments.GetValue(seconds) is { } duration ? TimeSpan.FromSeconds(duration)
        : arguments.GetValue(cases) is null ? TimeSpan.FromMinutes(1)
        : TimeSpan.MaxValue,
    ExpectedLevel = arguments.GetValue(level),
}.Execute();

string Crash(int seedOfCase, string name, int exitCode) => $"Crash, {name} of seed {seedOfCase}:\n" + PastedCase.Text(
    CaseDraw.Draw(seedOfCase, int.Parse(name.Split(' ')[^1], CultureInfo.InvariantCulture)),
    FormattableString.Invariant($"The process ended with exit code {exitCode} while it ran, or one made smaller."));
