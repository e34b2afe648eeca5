using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Calls in a process of their own, which tells the bits that they make.</summary>
internal static class BitsProgram
{
    public const string AllForms = "all-forms";
    public const string Starved = "starved";

    private const int Workers = 2;

    /// <summary>A word for some bits.</summary>
    public static string Digest(int[] bits) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(bits.AsSpan())));

    /// <summary>The bits of every form in this process, on one thread and on several.</summary>
    public static string[] DigestsOfAllForms() =>
    [
        .. from form in Enum.GetValues<ThreadedForm>()
           from threads in (int[])[1, 2, 7]
           select Digest(new ThreadedCall(form).Run(threads)),
    ];

    /// <summary>The same in another process, with or without tiered compilation.</summary>
    public static Task<string[]> AllFormsAsync(bool tiered) =>
        RunAsync([AllForms], new() { ["DOTNET_TieredCompilation"] = tiered ? "1" : "0" });

    /// <summary>The bits of a caller while all workers of the pool sleep, then of calls on all workers of the pool.</summary>
    public static Task<string[]> StarvedAsync(ThreadedForm form) =>
        RunAsync([Starved, form.ToString()], new() { ["DOTNET_PROCESSOR_COUNT"] = $"{Workers}" });

    /// <summary>What the other process does.</summary>
    public static void Starve(ThreadedForm form)
    {
        if (!ThreadPool.SetMinThreads(Workers, Workers) || !ThreadPool.SetMaxThreads(Workers, Workers))
        {
            throw new InvalidOperationException("The pool takes no such number of threads.");
        }

        var call = new ThreadedCall(form);
        using var awake = new ManualResetEventSlim();
        using var asleep = new CountdownEvent(Workers);
        Task[] sleepers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(() =>
        {
            asleep.Signal();
            awake.Wait();
        }))];
        asleep.Wait();
        Console.WriteLine(Digest(call.Run(threads: 8)));
        awake.Set();
        Task.WaitAll(sleepers);

        using var together = new Barrier(Workers);
        Task<int[]>[] callers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(() =>
        {
            together.SignalAndWait();
            return call.Run(threads: 8);
        }))];
        foreach (Task<int[]> caller in callers)
        {
            Console.WriteLine(Digest(caller.Result));
        }
    }

    private static async Task<string[]> RunAsync(string[] arguments, Dictionary<string, string?> environment)
    {
        (int exitCode, string output) = await DotnetProcess.RunAsync(typeof(BitsProgram).Assembly.Location, arguments, environment);
        Assert.True(exitCode == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
