namespace ConvGen.Kernels;

/// <summary>Lengths or positions along the three axes; leading ones are 1 (or 0) below rank 3.</summary>
internal readonly record struct Extent(int Depth, int Height, int Width)
{
    /// <summary>Lengths that nothing reaches beyond.</summary>
    public static Extent Unbounded { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>From lengths in the order of the axes, one to three of them.</summary>
    public static Extent FromAxes(ReadOnlySpan<int> axes) =>
        new(axes.Length > 2 ? axes[^3] : 1, axes.Length > 1 ? axes[^2] : 1, axes[^1]);

    public long Volume => (long)Depth * Height * Width;

    /// <summary>How many parts of up to a size cover these lengths.</summary>
    public Extent PartsOf(Extent size) => new(Parts(Depth, size.Depth), Parts(Height, size.Height), Parts(Width, size.Width));

    /// <summary>How many parts of up to a length cover another.</summary>
    public static int Parts(int length, int part) => ((length - 1) / part) + 1;
}

/// <summary>The checked sizes of one call.</summary>
internal readonly record struct LayerShape(int Batch, int InChannels, int OutChannels, Extent Input, Extent Output)
{
    // What smaller boxes must gain.
    private const double LeastGain = 0.97;

    /// <summary>Elements between an image of the input and the next.</summary>
    public int InputGap { get; init; }

    /// <summary>The same of the residual.</summary>
    public int ResidualGap { get; init; }

    /// <summary>The same of the output.</summary>
    public int OutputGap { get; init; }

    /// <summary>Threads that share the call, 0 where that is not known: forms make boxes for all of them, where it costs one thread time.</summary>
    public int Threads { get; init; }

    /// <summary>Boxes of a size, or somewhat smaller, so that the threads have as much to do as each other.</summary>
    /// <param name="all">What falls into boxes.</param>
    /// <param name="size">Of the largest.</param>
    /// <param name="step">What lengths are multiples of, unless they are shorter.</param>
    /// <param name="layout">How the channels fall into groups and blocks.</param>
    public Extent Even(Extent all, Extent size, Extent step, BlockLayout layout) => all switch
    {
        _ when Threads <= 1 => size,
        { Depth: 1, Height: 1 } => size with { Width = EvenPart(all.Width, size.Width, step.Width, layout) },
        _ when size.Width < all.Width => size,
        { Depth: 1 } => size with { Height = EvenPart(all.Height, size.Height, step.Height, layout) },
        _ when size.Height < all.Height => size,
        _ => size with { Depth = EvenPart(all.Depth, size.Depth, step.Depth, layout) },
    };

    /// <summary>Where a plane of the output lies, or of a tensor of its shape with other gaps.</summary>
    public nint OutputPlane(int image, int channel, int gap) =>
        ((((nint)image * OutChannels) + channel) * (nint)Output.Volume) + ((nint)image * gap);

    // As many parts for every thread.
    private int EvenPart(int length, int part, int step, BlockLayout layout)
    {
        int even = (Extent.Parts(length, part) + Threads - 1) / Threads * Threads;
        int less = Extent.Parts(Extent.Parts(length, even), step) * step;
        return less < part && MostOfThread(length, less, layout) < LeastGain * MostOfThread(length, part, layout) ? less : part;
    }

    // What the thread has to do that has most, as a length.
    private double MostOfThread(int length, int part, BlockLayout layout)
    {
        var grid = new WorkGrid(new Extent(1, Extent.Parts(length, part), 1), Batch, layout.Groups, layout.Blocks);
        return (double)((grid.Units + Threads - 1) / Threads) * part / grid.BlockParts;
    }
}
