namespace ConvGen.Kernels;

/// <summary>
/// Where the sums of a box and a block of output channels gather before they are written to the output, each row once and whole.
/// Lanes as channels: [output][channel], as the tile stores them. Lanes as pixels: [channel][row][phase][position], phases apart,
/// with room for a tile that reaches beyond its row.
/// </summary>
internal readonly struct Strip(LayerPhases plan, RegisterTile tile, AxisWindow depth, AxisWindow height, AxisWindow width)
{
    private readonly AxisPhases _columns = plan.Width;
    private readonly int _stride = plan.Width.Axis.Stride;
    private readonly bool _lanesAreChannels = tile.LanesAreChannels;

    // Lanes as pixels: elements of one phase of one row.
    private readonly int _phaseLength = PhaseLength(plan, tile, width.Outputs);

    public AxisWindow Depth { get; } = depth;

    public AxisWindow Height { get; } = height;

    public AxisWindow Width { get; } = width;

    /// <summary>Channels of the block.</summary>
    public int Channels { get; } = tile.Channels;

    /// <summary>From a position of a phase to the next, where lanes are channels.</summary>
    public int PositionStep => _stride * Channels;

    /// <summary>From a channel to the next, where lanes are pixels.</summary>
    public int ChannelStep => _lanesAreChannels ? 1 : Depth.Outputs * Height.Outputs * RowStep;

    private int RowStep => _lanesAreChannels ? Width.Outputs * Channels : _columns.Phases.Length * _phaseLength;

    /// <summary>Elements that the strip of any box of the given size takes.</summary>
    public static long Capacity(LayerPhases plan, RegisterTile tile, Extent box) => tile.LanesAreChannels
        ? box.Volume * tile.Channels
        : (long)tile.Channels * box.Depth * box.Height * plan.Width.Phases.Length * PhaseLength(plan, tile, box.Width);

    /// <summary>The place of an output, given by its depth, its height, and its phase and position along the width.</summary>
    public int Place(int depth, int height, int phase, int position)
    {
        int row = (((depth - Depth.OutStart) * Height.Outputs) + height - Height.OutStart) * RowStep;
        int offset = _columns.Phases[phase].Offset;
        return _lanesAreChannels
            ? row + (((position * _stride) + offset - Width.OutStart) * Channels)
            : row + (phase * _phaseLength) + position - FirstPosition(phase);
    }

    /// <summary>Sets every sum to zero.</summary>
    public void Clear(Span<Element> sums) => sums[..(Depth.Outputs * Height.Outputs * RowStep * (_lanesAreChannels ? 1 : Channels))].Clear();

    /// <summary>Writes the first <paramref name="channels"/> channels of the block to their planes of the output, and applies the epilogue.</summary>
    public void Write(ReadOnlySpan<Element> sums, ReadOnlySpan<Element> bias, Span<Element> output, int channels, Extent size)
    {
        // Rows of full width follow each other in the output as they do in the strip.
        bool wholeRows = _lanesAreChannels && Width.Outputs == size.Width;
        ref Element firstBias = ref MemoryMarshal.GetReference(bias[..channels]);
        int rows = wholeRows ? 1 : Height.Outputs;
        int length = wholeRows ? Height.Outputs * Width.Outputs : Width.Outputs;
        for (int slice = 0; slice < Depth.Outputs; slice++)
        {
            for (int row = 0; row < rows; row++)
            {
                int target = ((((Depth.OutStart + slice) * size.Height) + Height.OutStart + row) * size.Width) + Width.OutStart;
                int source = ((slice * Height.Outputs) + row) * RowStep;
                if (_lanesAreChannels)
                {
                    Transposition.Write<AddBias>(
                        sums[source..], Channels, length, output[target..], (int)size.Volume, channels, ref firstBias, biasStep: 1);
                    continue;
                }

                for (int channel = 0; channel < channels; channel++)
                {
                    Interleave(
                        sums.Slice((channel * ChannelStep) + source, RowStep),
                        ref Unsafe.Add(ref firstBias, channel),
                        output.Slice((channel * (int)size.Volume) + target, length));
                }
            }
        }
    }

    private static int PhaseLength(LayerPhases plan, RegisterTile tile, int outputs) =>
        (plan.Width.Positions(outputs) + tile.Pixels + 15) / 16 * 16;

    private int FirstPosition(int phase) => _columns.Phases[phase].PositionsBelow(Width.OutStart, _stride);

    // Phases of a row lie apart in the strip and alternate in the output.
    private void Interleave(ReadOnlySpan<Element> sums, ref Element bias, Span<Element> row)
    {
        int whole = 0;
        if (_columns.HasBareOutputs)
        {
            row.Fill(AddBias.Apply<SimdScalar, Element>(0, bias));
        }
        else if (Width.OutStart % _stride == 0)
        {
            whole = row.Length / _stride;
            Interleaving.Write<AddBias>(sums, _phaseLength, _stride, whole, row, ref bias);
        }

        for (int phase = 0; phase < _columns.Phases.Length; phase++)
        {
            int first = FirstPosition(phase);
            int start = (int)(((long)first * _stride) + _columns.Phases[phase].Offset - Width.OutStart);
            ReadOnlySpan<Element> source = sums.Slice(phase * _phaseLength, _phaseLength);
            for (long position = whole; start + (position * _stride) < row.Length; position++)
            {
                row[(int)(start + (position * _stride))] = AddBias.Apply<SimdScalar, Element>(source[(int)position], bias);
            }
        }
    }
}
