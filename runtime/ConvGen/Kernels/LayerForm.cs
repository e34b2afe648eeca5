namespace ConvGen.Kernels;

/// <summary>
/// How a layer is computed from weights in one packing: chosen once, by <see cref="FormChoice"/>. What it does with a call depends on the
/// sizes of the call alone.
/// </summary>
internal abstract class LayerForm(IWeightPacking packing, Algorithm algorithm)
{
    /// <summary>The order of its weights.</summary>
    public IWeightPacking Packing { get; } = packing;

    /// <summary>What users call it.</summary>
    public Algorithm Algorithm { get; } = algorithm;

    /// <summary>This form, or one that reads the same weights and is faster at these sizes.</summary>
    public virtual LayerForm At(in LayerShape shape) => this;

    /// <summary>The units that a call falls into; the same whatever the number of threads, so that results have the same bits.</summary>
    public abstract WorkGrid Grid(in LayerShape shape);

    /// <summary>Scratch memory that a thread takes.</summary>
    public abstract long ScratchBytes(in LayerShape shape);

    /// <summary>Does the units from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public abstract void Run(in LayerCall call, int first, int end);
}
