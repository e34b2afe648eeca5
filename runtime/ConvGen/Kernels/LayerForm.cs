namespace ConvGen.Kernels;

/// <summary>
/// How a layer is computed from weights in one packing: chosen once, by <see cref="FormChoice"/>. What it does with a call depends on the
/// sizes of the call alone, and its boxes on the threads too.
/// </summary>
internal abstract class LayerForm(IWeightPacking packing, Algorithm algorithm)
{
    /// <summary>The order of its weights.</summary>
    public IWeightPacking Packing { get; } = packing;

    /// <summary>What users call it.</summary>
    public Algorithm Algorithm { get; } = algorithm;

    /// <summary>This form, or one that reads the same weights and is faster at these sizes.</summary>
    public virtual LayerForm At(in LayerShape shape) => this;

    /// <summary>The units that a call falls into. Results have the same bits, however many there are.</summary>
    public abstract WorkGrid Grid(in LayerShape shape);

    /// <summary>Scratch memory that a thread takes.</summary>
    public abstract long ScratchBytes(in LayerShape shape);

    /// <summary>Does the units from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public abstract void Run(in LayerCall call, int first, int end);
}

/// <summary>A form whose units share what the sizes of a call say, and the memory of a thread.</summary>
/// <param name="packing">The order of its weights.</param>
/// <param name="algorithm">What users call it.</param>
/// <typeparam name="TSizes">What the sizes of a call say, worked out once.</typeparam>
internal abstract class LayerForm<TSizes>(IWeightPacking packing, Algorithm algorithm) : LayerForm(packing, algorithm)
    where TSizes : struct, IScratchSizes
{
    public sealed override WorkGrid Grid(in LayerShape shape) => Grid(shape, Sizes(shape));

    public sealed override long ScratchBytes(in LayerShape shape) => Sizes(shape).Bytes;

    public sealed override void Run(in LayerCall call, int first, int end)
    {
        TSizes sizes = Sizes(call.Shape);
        var scratch = new Scratch(sizes.Bytes);
        try
        {
            Run(call, sizes, Grid(call.Shape, sizes), first, end, ref scratch);
        }
        finally
        {
            scratch.Dispose();
        }
    }

    protected abstract TSizes Sizes(in LayerShape shape);

    protected abstract WorkGrid Grid(in LayerShape shape, in TSizes sizes);

    /// <summary>Does units of a grid in memory that <paramref name="scratch"/> deals out.</summary>
    protected abstract void Run(in LayerCall call, in TSizes sizes, WorkGrid grid, int first, int end, ref Scratch scratch);
}
