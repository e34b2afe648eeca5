using Spectre.Console;

namespace ConvGen.Samples;

/// <summary>Tells what a sample is doing while it takes longer than a moment; on standard error, so that results stay alone.</summary>
internal static class Progress
{
    /// <summary>Does work that tells its steps.</summary>
    public static T Of<T>(Func<Action<string>, T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start("Beginning", context => work(step => context.Status(Markup.Escape(step))));
    }
}
