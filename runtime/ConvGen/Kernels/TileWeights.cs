namespace ConvGen.Kernels;

/// <summary>Where the entries of a table find their weights in a block, and which weights come after them.</summary>
internal readonly ref struct TileWeights
{
    private readonly Span<Place> _places;
    private readonly nint _blockLength;
    private readonly int _channels;

    public TileWeights(PhasePacking packing, int mostEntries, ref Scratch scratch)
    {
        _places = scratch.Take<Place>(mostEntries);
        (_blockLength, _channels) = ((nint)packing.Layout.BlockLength, packing.InPerGroup);
    }

    /// <summary>Scratch memory that this takes.</summary>
    public static long Bytes(int mostEntries) => Scratch.BytesFor<Place>(mostEntries);

    /// <summary>Finds the places of the entries of a box.</summary>
    public void Fill(PhasePacking packing, ReadOnlySpan<TileEntry> entries)
    {
        // From the last on: what follows an entry is known before it.
        int next = 0;
        for (int index = entries.Length - 1; index >= 0; index--)
        {
            ref readonly TileEntry entry = ref entries[index];
            nint phase = packing.Phase(entry.Phase);
            _places[index] = new Place(
                phase, phase + (entry.Taps.FirstTap * packing.TapStep), packing.ChannelStep(entry.Taps.PhaseTaps), next);
            // Runs of the same taps read the same weights.
            if (index > 0 && (entries[index - 1].Phase != entry.Phase || entries[index - 1].Taps != entry.Taps))
            {
                next = index;
            }
        }
    }

    /// <summary>Within a block, the weights of the phase of an entry for the input channels from <paramref name="first"/> on.</summary>
    public nint Phase(int index, int first) => _places[index].Phase + (first * _places[index].ChannelStep);

    /// <summary>From the weights of an input channel to those of the next.</summary>
    public nint ChannelStep(int index) => _places[index].ChannelStep;

    /// <summary>From the first weights that an entry reads to those that are read after it.</summary>
    public nint Ahead(int index, int first, int channels)
    {
        ref readonly Place place = ref _places[index];
        ref readonly Place next = ref _places[place.Next];
        nint start = place.Start + (first * place.ChannelStep);
        if (place.Next > 0)
        {
            return next.Start + (first * next.ChannelStep) - start;
        }

        // After the last one come the next input channels, or the next block.
        first += channels;
        return next.Start + (first < _channels ? first * next.ChannelStep : _blockLength) - start;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(nint Phase, nint Start, nint ChannelStep, int Next);
}
