namespace ConvGen.Tiles;

/// <summary>
/// A register tile: outputs whose sums are held in registers. The generator prints the code of all of them when the runtime is built, so that
/// a new tile is a line here.
/// </summary>
internal sealed class TileShape
{
    private static readonly List<TileShape> s_all = [];

    // Pixels x vectors of output channels.
    public static readonly TileShape Channels4x2 = new(TileLanes.Channels, 4, 2);
    public static readonly TileShape Channels1x2 = new(TileLanes.Channels, 1, 2);
    public static readonly TileShape Channels6x2 = new(TileLanes.Channels, 6, 2) { Rest = Channels4x2, Narrow = Channels1x2 };
    public static readonly TileShape Channels2x3 = new(TileLanes.Channels, 2, 3);
    public static readonly TileShape Channels1x3 = new(TileLanes.Channels, 1, 3);
    public static readonly TileShape Channels4x3 = new(TileLanes.Channels, 4, 3) { Rest = Channels2x3, Narrow = Channels1x3 };

    // Output channels x vectors of pixels.
    public static readonly TileShape Pixels1x1 = new(TileLanes.Pixels, 1, 1);
    public static readonly TileShape Pixels2x1 = new(TileLanes.Pixels, 2, 1);
    public static readonly TileShape Pixels3x1 = new(TileLanes.Pixels, 3, 1);
    public static readonly TileShape Pixels4x1 = new(TileLanes.Pixels, 4, 1);
    public static readonly TileShape Pixels1x4 = new(TileLanes.Pixels, 1, 4) { Narrow = Pixels1x1 };
    public static readonly TileShape Pixels2x4 = new(TileLanes.Pixels, 2, 4) { Narrow = Pixels2x1 };
    public static readonly TileShape Pixels3x4 = new(TileLanes.Pixels, 3, 4) { Narrow = Pixels3x1, HoldsWeights = true };
    public static readonly TileShape Pixels4x3 = new(TileLanes.Pixels, 4, 3) { Narrow = Pixels4x1 };

    // Phases of one or two lines, of output channels x vectors of positions.
    public static readonly TileShape Two1x4 = new(TileLanes.Positions, 1, 4) { Phases = 2 };
    public static readonly TileShape Two2x3 = new(TileLanes.Positions, 2, 3) { Phases = 2 };
    public static readonly TileShape Two3x2 = new(TileLanes.Positions, 3, 2) { Phases = 2 };
    public static readonly TileShape Two4x2 = new(TileLanes.Positions, 4, 2) { Phases = 2 };
    public static readonly TileShape Three1x3 = new(TileLanes.Positions, 1, 3) { Phases = 3 };
    public static readonly TileShape Three2x2 = new(TileLanes.Positions, 2, 2) { Phases = 3 };
    public static readonly TileShape Four1x3 = new(TileLanes.Positions, 1, 3) { Phases = 4 };
    public static readonly TileShape Four1x2 = new(TileLanes.Positions, 1, 2) { Phases = 4 };
    public static readonly TileShape Eight1x1 = new(TileLanes.Positions, 1, 1) { Phases = 8 };
    public static readonly TileShape Square1x2 = new(TileLanes.Positions, 1, 2) { Phases = 2, Lines = 2 };
    public static readonly TileShape Square1x3 = new(TileLanes.Positions, 1, 3) { Phases = 2, Lines = 2 };
    public static readonly TileShape Square2x2 = new(TileLanes.Positions, 2, 2) { Phases = 2, Lines = 2 };
    public static readonly TileShape Square3x2 = new(TileLanes.Positions, 3, 2) { Phases = 2, Lines = 2 };
    public static readonly TileShape Lines3x2 = new(TileLanes.Positions, 3, 2) { Phases = 2, Lines = 2, IsLineByLine = true };

    private TileShape(TileLanes lanes, int rows, int vectors)
    {
        (Lanes, Rows, Vectors) = (lanes, rows, vectors);
        Index = s_all.Count;
        s_all.Add(this);
    }

    /// <summary>The tiles there are, by their numbers.</summary>
    public static IReadOnlyList<TileShape> All => s_all;

    /// <summary>A number of its own.</summary>
    public int Index { get; }

    /// <summary>What lies along the vectors.</summary>
    public TileLanes Lanes { get; }

    /// <summary>Pixels where lanes are channels, otherwise output channels: what is broadcast is theirs.</summary>
    public int Rows { get; }

    /// <summary>Vectors of channels, pixels or positions.</summary>
    public int Vectors { get; }

    /// <summary>Phases of a line, side by side.</summary>
    public int Phases { get; private init; } = 1;

    /// <summary>Lines of outputs, each with as many phases: counted after them.</summary>
    public int Lines { get; private init; } = 1;

    /// <summary>The registers hold the sums of one line alone: the kernel runs once for each.</summary>
    public bool IsLineByLine { get; private init; }

    /// <summary>The weights of a tap stay in registers and inputs pass by them, not the other way round.</summary>
    public bool HoldsWeights { get; private init; }

    /// <summary>The tile with fewer pixels, for what full ones leave over, if there is one.</summary>
    public TileShape? Rest { get; private init; }

    /// <summary>The tile for what would leave the other ones nearly empty, if there is one.</summary>
    public TileShape? Narrow { get; private init; }

    /// <summary>The name of its type: rows, then vectors.</summary>
    public string Name => (Lanes, Lines) switch
    {
        (TileLanes.Channels, _) => "ChannelTile",
        (TileLanes.Pixels, _) => "PixelTile",
        (_, 1) => $"InterleavedTile{Phases}x",
        _ => IsLineByLine ? "InterleavedLine" : "InterleavedSquare",
    } + $"{Rows}x{Vectors}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What lies along the vectors of a tile; the other operand is broadcast.</summary>
internal enum TileLanes
{
    /// <summary>Output channels; the pixels may lie anywhere.</summary>
    Channels,

    /// <summary>Neighbouring pixels of a row.</summary>
    Pixels,

    /// <summary>Positions of a row, of several phases: inputs are loaded once for all of them.</summary>
    Positions,
}
