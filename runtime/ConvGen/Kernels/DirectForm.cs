namespace ConvGen.Kernels;

/// <summary>
/// The direct forms: box by box of the output, the inputs are copied, the sums gathered in a strip by the kernels, and the strip
/// written out. No scatter, no inserted zeros, no column buffer; borders meet exactly the taps that lie inside the input.
/// </summary>
/// <param name="packing">The order of the weights.</param>
/// <param name="algorithm">What users call it.</param>
/// <param name="takesMargin">Windows may reach into a margin of zeros around the image: see <see cref="Margin"/>.</param>
internal sealed class DirectForm(PhasePacking packing, Algorithm algorithm, bool takesMargin) : LayerForm<DirectForm.DirectSizes>(packing, algorithm)
{
    // Weights that stay in the second-level cache while the tiles of a box pass over it: 64 KB.
    private const int CachedWeights = 16 * 1024;

    // Tap by tap, the weights of a phase at a time: half of the second-level cache, so that sums are seldom loaded and stored.
    private const int CachedTapWeights = 64 * 1024;

    private readonly PhasePacking _packing = packing;
    private readonly LayerPhases _plan = packing.Plan;
    private readonly RegisterTile _tile = packing.Tile;
    private readonly bool _takesMargin = takesMargin;

    // For planes of one input channel per group, at sizes that these suit.
    private readonly PlanesForm? _planes = takesMargin ? PlanesForm.Create(packing) : null;

    public override LayerForm At(in LayerShape shape) => _planes is not null && _planes.Suits(shape) ? _planes : this;

    protected override void Run(in LayerCall call, in DirectSizes sizes, WorkGrid grid, int first, int end, ref Scratch scratch)
    {
        LayerShape shape = call.Shape;
        bool margin = sizes.Borders == BorderTreatment.Margin;
        var work = new Work(this, sizes, ref scratch);
        int box = -1;
        for (int index = first, next; index < end; index = next)
        {
            WorkUnit unit = grid.Sharing(index, end, out next);
            if (unit.Box != box)
            {
                box = unit.Box;
                var input = new InputBox(
                    Window(_plan.Depth, unit.Place.Depth, sizes.Box.Depth, shape.Output.Depth, shape.Input.Depth, margin),
                    Window(_plan.Height, unit.Place.Height, sizes.Box.Height, shape.Output.Height, shape.Input.Height, margin),
                    Window(_plan.Width, unit.Place.Width, sizes.Box.Width, shape.Output.Width, shape.Input.Width, margin),
                    shape.Input,
                    Pitch);
                work.Input = input;
                work.Strip = new Strip(_plan, _tile, input.Depth, input.Height, input.Width);
                work.Table.Fill(input, work.Strip);
                work.Weights.Fill(_packing, call.Layer.Order, work.Table.TapByTap, work.Table.Entries);
            }

            work.Input.Copy(call.GroupInput(unit), _packing.InPerGroup, work.Inputs);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                RunBlock(call, unit, block, work);
            }
        }
    }

    protected override WorkGrid Grid(in LayerShape shape, in DirectSizes sizes) =>
        new(shape.Output.PartsOf(sizes.Box), shape.Batch, _packing.Layout.Groups, _packing.Layout.Blocks);

    private int Pitch => _tile.LanesAreChannels ? InputBox.PitchOf(_packing.InPerGroup) : 0;

    // A phase of few outputs takes many times their size: padding of the strip, entries of the table. Both are of a whole row's phases.
    protected override DirectSizes Sizes(in LayerShape shape) =>
        ScratchAllowance.Fit<DirectForm, DirectSizes>(this, shape, Math.Min(_plan.Width.Axis.Stride, shape.Output.Width));

    private static AxisWindow Window(AxisPhases axis, int place, int size, int output, int input, bool margin)
    {
        (int start, int end) = (place * size, (int)Math.Min(((long)place + 1) * size, output));
        return margin ? axis.WindowWithMargin(start, end) : axis.Window(start, end, input);
    }

    private void RunBlock(in LayerCall call, in WorkUnit unit, int block, in Work work)
    {
        ref readonly InputBox input = ref work.Input;
        ref readonly Strip strip = ref work.Strip;
        ref readonly TileTable table = ref work.Table;
        ref readonly TileWeights weights = ref work.Weights;
        if (table.TapByTap || _plan.Depth.HasBareOutputs || _plan.Height.HasBareOutputs || _plan.Width.HasBareOutputs)
        {
            strip.Clear(work.Sums);
        }

        int most = ChannelsAtATime(table.TapByTap);
        ref Element blockWeights = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), call.BlockWeights(unit, block));
        TileKernels kernels = call.Layer.Kernels(_tile);
        var args = new KernelArguments
        {
            Target = ref MemoryMarshal.GetReference(work.Sums),
            WeightTapStep = _packing.TapStep,
            ChannelStep = input.ChannelStep,
            SliceStep = input.SliceStep,
            RowStep = input.RowStep,
            ColumnStep = input.ColumnStep,
            TargetChannelStep = strip.ChannelStep,
        };
        for (int first = 0; first < _packing.InPerGroup; first += most)
        {
            args.Input = ref work.Inputs[first * input.ChannelStep];
            int channels = Math.Min(most, _packing.InPerGroup - first);
            args.Continues = table.TapByTap || first > 0;
            for (int index = 0; index < table.Entries.Length; index++)
            {
                ref readonly TileEntry entry = ref table.Entries[index];
                args.Channels = weights.IsEmpty(index) ? 0 : channels;
                args.Weights = ref Unsafe.Add(ref blockWeights, weights.First(index, first));
                args.Offsets = ref table.Offsets(entry);
                (args.TilesBefore, args.Tiles) = (entry.TilesBefore, entry.Tiles);
                args.WeightChannelStep = weights.ChannelStep(index);
                args.Ahead = weights.Ahead(index, first, channels);
                Execute(kernels.Of(entry.Size), weights.Kernel(index), entry, ref args);
            }
        }

        strip.Write(
            work.Sums, call.BlockBias(unit, block), call.BlockOutput(unit, block), _packing.Layout.ChannelsOf(block), call.Shape.Output);
        call.Finish(unit, block, block + 1, strip.Depth, strip.Height, strip.Width);
    }

    private static void Execute(SizeKernels kernels, EntryKernel kernel, in TileEntry entry, ref KernelArguments args)
    {
        switch (kernel)
        {
            case EntryKernel.Phase:
                kernels.Phase(entry.Phase, in args);
                break;
            case EntryKernel.Tap:
                kernels.Tap(in args);
                break;
            case EntryKernel.Product:
                kernels.Product(in args);
                break;
            case EntryKernel.Border:
                TapRange taps = entry.Taps;
                (args.FirstSlice, args.EndSlice) = (taps.Depth.First, taps.Depth.End);
                (args.FirstRow, args.EndRow) = (taps.Height.First, taps.Height.End);
                (args.FirstColumn, args.EndColumn) = (taps.Width.First, taps.Width.End);
                kernels.Border(entry.Phase, in args);
                break;
            default:
                kernels.Looped(in args, entry.Taps);
                break;
        }
    }

    // Tiles whose lanes are pixels keep their sums in registers to the end; their few weights fit the cache whole.
    private int ChannelsAtATime(bool tapByTap)
    {
        if (!_tile.LanesAreChannels)
        {
            return _packing.InPerGroup;
        }

        int most = Math.Max(1, (tapByTap ? CachedTapWeights : CachedWeights) / (_packing.ByTap ? 2 : _plan.MostTaps) / _tile.Channels);
        int parts = (_packing.InPerGroup + most - 1) / most;
        return (_packing.InPerGroup + parts - 1) / parts;
    }

    internal readonly record struct DirectSizes(BorderTreatment Borders, Extent Box, long Inputs, long Bytes) : IBoxSizes<DirectForm, DirectSizes>
    {
        public static DirectSizes Of(DirectForm form, in LayerShape shape, long most)
        {
            BorderTreatment borders = BorderChoice.Of(form._packing, form._takesMargin, shape);
            Extent box = BoxSize.Choose(form._plan, form._packing, shape, most);
            Extent input = borders == BorderTreatment.Margin ? Extent.Unbounded : shape.Input;
            long inputs = InputBox.Capacity(form._plan, box, input, form._packing.InPerGroup, form.Pitch);
            var sizes = new DirectSizes(borders, box, inputs, Bytes: 0);
            var counted = default(Scratch);
            _ = new Work(form, sizes, ref counted);
            return sizes with { Bytes = counted.Bytes };
        }
    }

    /// <summary>What the units of a call share on a thread.</summary>
    private ref struct Work
    {
        public Work(DirectForm form, in DirectSizes sizes, ref Scratch scratch)
        {
            Inputs = scratch.Take<Element>(sizes.Inputs);
            Sums = scratch.Take<Element>(Strip.Capacity(form._plan, form._tile, sizes.Box));
            Table = new TileTable(form._plan, form._tile, sizes.Box, sizes.Borders, ref scratch);
            Weights = new TileWeights(form._packing, TileTable.MostEntries(form._plan, sizes.Box, sizes.Borders), ref scratch);
        }

        public readonly Span<Element> Inputs;
        public readonly Span<Element> Sums;
        public readonly TileWeights Weights;
        public TileTable Table;
        public InputBox Input;
        public Strip Strip;
    }
}
