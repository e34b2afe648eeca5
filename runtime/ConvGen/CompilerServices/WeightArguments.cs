namespace ConvGen.CompilerServices;

/// <summary>
/// The weights of a phase along one axis, to those of the points of F(outputs, taps): in double precision, rounded once when they are packed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WeightArguments
{
    /// <summary>Outputs of a patch.</summary>
    public int Outputs;

    /// <summary>Taps of a phase.</summary>
    public int Taps;

    /// <summary>The weights of the first tap, by ascending input.</summary>
    public ReadOnlySpan<double> Source;

    /// <summary>From a tap to the next.</summary>
    public int SourceStep;

    /// <summary>Where those of the first point go.</summary>
    public Span<double> Target;

    /// <summary>From a point to the next.</summary>
    public int TargetStep;

    /// <summary>Neighbours that are transformed alike.</summary>
    public int Length;
}
