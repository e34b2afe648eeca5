using ConvGen.Threading;

namespace ConvGen.Kernels;

/// <summary>
/// One checked call: the layer, its weights, the tensors. Falls into units, each of which writes its own part of the output.
/// </summary>
/// <param name="layer">The layer, whose kernels run.</param>
/// <param name="form">The form that the weights are packed for.</param>
/// <param name="shape">The sizes.</param>
internal readonly ref struct LayerCall(ConvolutionLayer layer, LayerForm form, scoped in LayerShape shape)
{
    private const int TurnsPerThread = 4;

    // No more for each thread, and the boxes at the ends, which are smaller, make a difference: threads take the next, whichever it is.
    private const int FewUnits = 4;

    private readonly LayerForm _form = form.At(shape);

    public ConvolutionLayer Layer { get; } = layer;

    public LayerShape Shape { get; } = shape;

    public required ReadOnlySpan<Element> Weights { get; init; }

    public required ReadOnlySpan<Element> Input { get; init; }

    public required Span<Element> Output { get; init; }

    /// <summary>What is added to the output, as it lies there; empty for nothing.</summary>
    public ReadOnlySpan<Element> Residual { get; init; }

    /// <summary>A parameter of the activation for each output channel, or none.</summary>
    public ReadOnlySpan<Element> ChannelParameters { get; init; }

    /// <summary>The units that there are.</summary>
    public WorkGrid Grid => Shape.Batch == 0 ? default : _form.Grid(Shape);

    /// <summary>Scratch memory that a thread takes.</summary>
    public long ScratchBytes => Shape.Batch == 0 ? 0 : _form.ScratchBytes(Shape);

    /// <summary>Multiply-adds of the scatter form.</summary>
    public long Products => (long)Math.Min(
        long.MaxValue,
        (double)Shape.Batch * Shape.InChannels * Layout.OutPerGroup * Shape.Input.Volume * Layer.Plan.Geometry.KernelVolume);

    private BlockLayout Layout => _form.Packing.Layout;

    /// <summary>Does all units.</summary>
    public void RunAll() => Run(0, Grid.Units);

    /// <summary>Does all units on the threads that the shape tells.</summary>
    public unsafe void RunShared()
    {
        LayerCall call = this;
        (WorkGrid grid, int threads) = (Grid, Shape.Threads);
        // Where all units meet the same inputs, each turn repeats the work on them.
        int units = grid.Units, turn = grid.Inputs == 1 ? ((units - 1) / threads) + 1 : Math.Max(1, units / threads / TurnsPerThread);
#pragma warning disable CS8500 // The call stays where it is until all threads are done with it.
        ParallelCall.Run(&RunPart, &call, units, grid.BlockParts > 1 || units <= FewUnits * threads ? 1 : threads, turn, threads);

        static void RunPart(void* context, int first, int end) => ((LayerCall*)context)->Run(first, end);
#pragma warning restore CS8500
    }

    /// <summary>Does the units from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public void Run(int first, int end)
    {
        if (Shape.Batch > 0 && first < end)
        {
            _form.Run(this, first, end);
        }
    }

    /// <summary>The inputs of a group of an image.</summary>
    public ReadOnlySpan<Element> GroupInput(scoped in WorkUnit unit)
    {
        int length = (int)(Layout.InPerGroup * Shape.Input.Volume);
        return Input.Slice((((unit.Image * Layout.Groups) + unit.Group) * length) + (unit.Image * Shape.InputGap), length);
    }

    /// <summary>The output planes of a block.</summary>
    public Span<Element> BlockOutput(in WorkUnit unit, int block)
    {
        (int first, int end) = ChannelsOf(unit, block, block + 1);
        return Output.Slice((int)Shape.OutputPlane(unit.Image, first, Shape.OutputGap), (end - first) * (int)Shape.Output.Volume);
    }

    /// <summary>Output channels of some blocks: the first and the one after the last.</summary>
    public (int First, int End) ChannelsOf(scoped in WorkUnit unit, int firstBlock, int endBlock)
    {
        BlockLayout layout = Layout;
        int group = unit.Group * layout.OutPerGroup;
        return (group + (firstBlock * layout.Channels), group + Math.Min(endBlock * layout.Channels, layout.OutPerGroup));
    }

    /// <summary>Applies what follows the bias to a box of outputs of some blocks, once all are written.</summary>
    public void Finish(scoped in WorkUnit unit, int firstBlock, int endBlock, AxisWindow depth, AxisWindow height, AxisWindow width)
    {
        if (Layer.HasEpilogue)
        {
            EpiloguePass.Run(this, unit, firstBlock, endBlock, depth, height, width);
        }
    }

    /// <summary>The bias of a block.</summary>
    public ReadOnlySpan<Element> BlockBias(in WorkUnit unit, int block) =>
        Weights.Slice((int)Layout.Bias(unit.Group, block), Layout.Channels);

    /// <summary>The first weight of a block.</summary>
    public nint BlockWeights(in WorkUnit unit, int block) => Layout.Weights(unit.Group, block);
}
