namespace ConvGen.Kernels.Winograd;

/// <summary>
/// Neighbouring patches of F(3, 2), in lane blocks of two vectors, patches last: their inputs, products and outputs. The last lane block may reach beyond
/// the image.
/// </summary>
internal readonly struct PatchLanesBox
{
    // Products or inputs of two points a multiple of 4 KB apart would share a set of the first-level cache.
    private const int Spacing = CacheHint.LineElements;

    private readonly WinogradRange _range;
    private readonly int _patches;

    public PatchLanesBox(WinogradPacking packing, int firstLaneBlock, int laneBlocks)
    {
        (_patches, LaneBlocks) = (packing.LaneTile.Channels, laneBlocks);
        _range = WinogradRange.Slice(packing.Shape.Width, firstLaneBlock * _patches, laneBlocks * _patches, int.MaxValue);
    }

    public int LaneBlocks { get; }

    /// <summary>The first output of all phases; negative where that lies before the image.</summary>
    public int FirstOutput => _range.Output(0, 0);

    /// <summary>Outputs of a channel, those outside the image included.</summary>
    public int RowLength => Windows * Stride;

    // The outputs of a phase.
    private int Windows => _range.Patches * _range.Transform.Patch;

    private int Stride => _range.Transform.Axis.Stride;

    /// <summary>The same of boxes of so many lane blocks.</summary>
    public static long RowLengthOf(WinogradPacking packing, int laneBlocks) =>
        (long)laneBlocks * packing.LaneTile.Channels * packing.Shape.Width.Patch * packing.Shape.Width.Axis.Stride;

    /// <summary>Lane blocks that cover a row of <paramref name="output"/> outputs.</summary>
    public static int LaneBlocksOf(WinogradPacking packing, int output) =>
        (packing.Shape.Width.Patches(output) + packing.LaneTile.Channels - 1) / packing.LaneTile.Channels;

    /// <summary>Transformed inputs of a lane block.</summary>
    public static long LaneBlockLength(WinogradPacking packing) =>
        packing.Shape.Width.Points * (((long)packing.Layout.InPerGroup * packing.LaneTile.Channels) + Spacing);

    /// <summary>Products of a lane block and some phases.</summary>
    public static long ProductLength(WinogradPacking packing) =>
        packing.Shape.Width.Points * (((long)PhasesAtOnce(packing) * packing.Layout.Channels * packing.LaneTile.Channels) + Spacing);

    /// <summary>Phases that a product of matrices serves: more would leave the first-level cache.</summary>
    public static int PhasesAtOnce(WinogradPacking packing) => packing.Phases.Length % 2 == 0 ? 2 : 1;

    /// <summary>Whether <see cref="Outputs"/> makes rows in order, of which all outputs exist.</summary>
    public bool WritesInPlace(int width) => Stride <= PatchLanesRule.MostInOrder && FirstOutput >= 0 && (long)width - FirstOutput >= RowLength;

    /// <summary>
    /// Rows of inputs, [channel][x], to [lane block][point][channel][patch]; inputs outside the image are zeros.
    /// </summary>
    public void Inputs(VectorKernels transforms, ReadOnlySpan<Element> rows, int width, Span<Element> borderRow, Span<Element> target)
    {
        int channels = rows.Length / width;
        int start = _range.FirstInput;
        int length = _range.Inputs;
        int first = Math.Clamp(-start, 0, length);
        int end = Math.Clamp(width - start, first, length);
        bool isInside = end - first == length;
        Span<Element> copy = isInside ? default : borderRow[..length];
        copy.Clear();
        nint pointStep = ((nint)channels * _patches) + Spacing;
        var args = new LaneArguments { Blocks = LaneBlocks, TargetStep = pointStep, TargetBlockStep = _range.Transform.Points * pointStep };
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<Element> inside = rows.Slice((channel * width) + Math.Min(start + first, width), end - first);
            if (!isInside)
            {
                inside.CopyTo(copy[first..]);
                inside = copy;
            }

            args.Source = ref Unsafe.AsRef(in inside[0]);
            args.Target = ref target[channel * _patches];
            transforms.LaneInputs(args);
        }
    }

    /// <summary>
    /// The products of a lane block and some phases, [point][phase][channel][patch], to rows of outputs: in order up to a stride of two, beyond
    /// it [phase][window].
    /// </summary>
    public void Outputs(
        VectorKernels transforms, int laneBlock, int phase, int phases, int channels, Span<Element> products, ReadOnlySpan<Element> bias,
        Span<Element> rows, int rowStep)
    {
        int place = laneBlock * _patches * _range.Transform.Patch;
        var args = new LaneArguments
        {
            Source = ref products[0],
            SourceStep = products.Length / _range.Transform.Points,
            SourceChannelStep = _patches,
            SourcePhaseStep = (nint)channels * _patches,
            Target = ref rows[Stride == 2 ? 2 * place : (phase * Windows) + place],
            TargetChannelStep = rowStep,
            TargetPhaseStep = Windows,
            Phases = phases,
            Channels = channels,
            Bias = ref MemoryMarshal.GetReference(bias),
        };
        transforms.LaneOutputs(args);
    }

    /// <summary>Writes rows of outputs to their planes: those that exist.</summary>
    public void Write(ReadOnlySpan<Element> rows, int channels, Span<Element> borderRow, Span<Element> planes, int width)
    {
        int first = Math.Max(0, -FirstOutput);
        int end = (int)Math.Min(RowLength, (long)width - FirstOutput);
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<Element> row = rows.Slice(channel * RowLength, RowLength);
            Span<Element> target = planes.Slice((channel * width) + FirstOutput + first, end - first);
            if (Stride <= PatchLanesRule.MostInOrder)
            {
                row[first..end].CopyTo(target);
            }
            else if (target.Length == RowLength)
            {
                Interleaving.Copy(row, Windows, Stride, Windows, target);
            }
            else
            {
                Interleaving.Copy(row, Windows, Stride, Windows, borderRow);
                borderRow[first..end].CopyTo(target);
            }
        }
    }
}
