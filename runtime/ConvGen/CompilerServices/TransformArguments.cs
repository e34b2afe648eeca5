namespace ConvGen.CompilerServices;

/// <summary>
/// A transform F(outputs, taps) of a fast form along one axis, of some patches: what an emitted transform is called with. Distances count
/// elements.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct TransformArguments
{
    /// <summary>Outputs of a patch.</summary>
    public int Outputs;

    /// <summary>Taps of a phase.</summary>
    public int Taps;

    /// <summary>Inputs that phases of a tap less meet follow the transformed ones.</summary>
    public bool HasRaw;

    /// <summary>The first input or product of the first patch.</summary>
    public ref Element Source;

    /// <summary>From an input or product of a patch to the next.</summary>
    public nint SourceStep;

    /// <summary>From a patch to the next, in the source.</summary>
    public nint SourcePatchStep;

    /// <summary>Where the first patch goes; of rows, where output 0 would lie.</summary>
    public ref Element Target;

    /// <summary>From a transformed input, or an output, of a patch to the next.</summary>
    public nint TargetStep;

    /// <summary>From a patch to the next, in the target.</summary>
    public nint TargetPatchStep;

    /// <summary>Patches.</summary>
    public int Patches;

    /// <summary>Neighbouring elements that are transformed alike, whole vectors; of rows, the channels of an output.</summary>
    public nint Length;

    /// <summary>Of rows, the first output of the first patch, relative to those that exist; may be negative.</summary>
    public int FirstOutput;

    /// <summary>Of rows, outputs that exist.</summary>
    public int ExistingOutputs;

    /// <summary>Writes channels of an output of a row from <paramref name="channel"/> on, if it exists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write<TSimd, TVector>(TVector value, int output, nint channel)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        if ((uint)output < (uint)ExistingOutputs)
        {
            TSimd.Store(value, ref Target, (output * Length) + channel);
        }
    }
}
