namespace ConvGen.CompilerServices;

/// <summary>Output channels of a tile whose lanes are pixels: a constant of the kernel.</summary>
internal interface IChannelCount
{
    /// <summary>1 to 4.</summary>
    static abstract int Count { get; }
}

internal readonly struct OneChannel : IChannelCount
{
    public static int Count => 1;
}

internal readonly struct TwoChannels : IChannelCount
{
    public static int Count => 2;
}

internal readonly struct ThreeChannels : IChannelCount
{
    public static int Count => 3;
}

internal readonly struct FourChannels : IChannelCount
{
    public static int Count => 4;
}
