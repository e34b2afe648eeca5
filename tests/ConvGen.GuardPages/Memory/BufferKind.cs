namespace ConvGen.GuardPages.Memory;

/// <summary>What a call touches.</summary>
internal enum BufferKind
{
    Input,
    Weight,
    Bias,
    Output,
    Packed,
    Scratch,
}
