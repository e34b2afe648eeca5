using System.Diagnostics;
using System.Globalization;

namespace ConvGen.Testing;

/// <summary>
/// How long a thread has kept a processor busy since it was started: what a test may bound, however many programs share the machine. Where the system is not
/// Linux, it is the time that has passed.
/// </summary>
public sealed class ThreadClock
{
    // The unit of the system's numbers, whatever the processor.
    private const double TicksPerSecond = 100;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly string? _file;
    private readonly double _ticks;

    private ThreadClock()
    {
        // Reads "<process>/task/<thread>", which other threads can read too.
        _file = OperatingSystem.IsLinux() ? Path.Combine("/proc", new FileInfo("/proc/thread-self").LinkTarget!, "stat") : null;
        _ticks = _file is null ? 0 : Ticks(_file);
    }

    /// <summary>How long it has been busy; zero once it has ended.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            try
            {
                return _file is null ? Stopwatch.GetElapsedTime(_start) : TimeSpan.FromSeconds((Ticks(_file) - _ticks) / TicksPerSecond);
            }
            catch (IOException)
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Starts a clock of the thread that calls.</summary>
    public static ThreadClock Start() => new();

    // The program's time and the system's for it, counted from the end of the name, which may hold anything.
    private static double Ticks(string file)
    {
        string[] fields = File.ReadAllText(file).Split(')')[^1].Split(' ');
        return double.Parse(fields[12], CultureInfo.InvariantCulture) + double.Parse(fields[13], CultureInfo.InvariantCulture);
    }
}
