namespace ConvGen.Rules;

/// <summary>Neighbouring patches along an axis.</summary>
internal readonly record struct PatchSpan(int First, int End)
{
    public int Count => End - First;
}
