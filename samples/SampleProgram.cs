using System.CommandLine;
using System.CommandLine.Invocation;

namespace ConvGen.Samples;

/// <summary>Runs a sample's command: what the caller got wrong is told in a message alone, with exit code 1.</summary>
internal static class SampleProgram
{
    public static int Run(RootCommand command, string[] args)
    {
        ParseResult arguments = command.Parse(args);
        if (arguments.Action is ParseErrorAction)
        {
            return Fail(arguments.Errors[0].Message);
        }

        try
        {
            return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(exception.Message);
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
