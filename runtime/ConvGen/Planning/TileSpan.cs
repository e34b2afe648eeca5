namespace ConvGen.Planning;

/// <summary>Neighbouring tiles along an axis.</summary>
internal readonly record struct TileSpan(int First, int End)
{
    public int Count => End - First;
}
