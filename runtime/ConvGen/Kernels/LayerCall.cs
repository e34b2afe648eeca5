using ConvGen.CompilerServices;
using ConvGen.Kernels.Rows;
using ConvGen.Kernels.Winograd;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels;

/// <summary>
/// One checked call: the layer, its weights, the tensors. Falls into units, each of which writes its own part of the output.
/// </summary>
internal readonly ref struct LayerCall
{
    public required ConvTransposeLayer Layer { get; init; }

    public required LayerShape Shape { get; init; }

    /// <summary>The packing of the direct form.</summary>
    public required WeightPacking Packing { get; init; }

    /// <summary>The packing of a fast form, where that is what was packed.</summary>
    public WinogradPacking? Winograd { get; init; }

    /// <summary>The packing for rows of phases, where that is what was packed.</summary>
    public RowPacking? Rows { get; init; }

    /// <summary>Windows may reach into a margin of zeros around the image: see <see cref="Margin"/>.</summary>
    public required bool TakesMargin { get; init; }

    public required ReadOnlySpan<float> Weights { get; init; }

    public required ReadOnlySpan<float> Input { get; init; }

    public required Span<float> Output { get; init; }

    /// <summary>The units; the same whatever the number of threads, so that results have the same bits.</summary>
    public WorkGrid Grid => Shape.Batch == 0
        ? default
        : Rows is not null ? RowForward.Grid(this)
        : Winograd is not null ? WinogradForward.Grid(this)
        : DirectForward.Grid(this);

    /// <summary>Scratch memory that a thread takes.</summary>
    public long ScratchBytes => Shape.Batch == 0
        ? 0
        : Rows is not null ? RowForward.ScratchBytes(this)
        : Winograd is not null ? WinogradForward.ScratchBytes(this)
        : DirectForward.ScratchBytes(this);

    /// <summary>What that should not exceed: the output's size and a megabyte, or what there is at the most.</summary>
    public long ScratchAllowance => Math.Min((Output.Length * (long)sizeof(float)) + (1 << 20), Scratch.MostBytes);

    /// <summary>Multiply-adds of the scatter form.</summary>
    public long Products => (long)Math.Min(
        long.MaxValue,
        (double)Shape.Batch * Shape.InChannels * Packing.OutPerGroup * Shape.Input.Volume * Layer.Plan.Geometry.KernelVolume);

    /// <summary>Does the units from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public void Run(int first, int end)
    {
        if (Shape.Batch == 0 || first >= end)
        {
            return;
        }

        if (Rows is not null)
        {
            RowForward.Run(this, first, end);
        }
        else if (Winograd is not null)
        {
            WinogradForward.Run(this, first, end);
        }
        else
        {
            DirectForward.Run(this, first, end);
        }
    }

    /// <summary>The inputs of a group of an image.</summary>
    public ReadOnlySpan<float> GroupInput(scoped in WorkUnit unit)
    {
        int length = (int)(Packing.InPerGroup * Shape.Input.Volume);
        return Input.Slice(((unit.Image * Layer.Plan.Geometry.Groups) + unit.Group) * length, length);
    }

    /// <summary>The output planes of a block, and how many channels it has.</summary>
    public Span<float> BlockOutput(in WorkUnit unit, int block, out int channels)
    {
        int plane = (int)Shape.Output.Volume;
        int most = Rows?.Form.Channels ?? Winograd?.BlockChannels ?? Packing.BlockChannels;
        int channel = block * most;
        channels = Math.Min(most, Packing.OutPerGroup - channel);
        int first = (((unit.Image * Layer.Plan.Geometry.Groups) + unit.Group) * Packing.OutPerGroup) + channel;
        return Output.Slice(first * plane, channels * plane);
    }
}
