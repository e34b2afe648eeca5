using System.CommandLine;
using ConvGen.CompilerServices;
using ConvGen.Fuzz;
using ConvGen.Fuzz.Files;

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
    ? FuzzProcess.Execute(Console.Out, arguments.GetValue(seed), args)
    : Run(arguments));
var count = new Option<int>("--count") { Description = "How many files of each format.", DefaultValueFactory = _ => 10_000 };
var files = new Command("files", "Opens damaged weight files: each is read or refused, with no more memory than promised.") { count, seed };
files.SetAction(arguments => new FileRun(Console.Out) { Seed = arguments.GetValue(seed), Count = arguments.GetValue(count) }.Execute());
command.Subcommands.Add(files);
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
