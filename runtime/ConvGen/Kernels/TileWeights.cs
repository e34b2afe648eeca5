namespace ConvGen.Kernels;

/// <summary>The kernel of an entry.</summary>
internal enum EntryKernel
{
    /// <summary>The emitted one of its phase, all taps.</summary>
    Phase,

    /// <summary>The emitted one of its phase, some taps.</summary>
    Border,

    /// <summary>The emitted one of a single tap.</summary>
    Tap,

    /// <summary>A single tap of a phase without kernels: a product of matrices.</summary>
    Product,

    /// <summary>The loop over taps, for a phase without kernels.</summary>
    Looped,
}

/// <summary>Which kernels the entries of a table take, where these find their weights in a block, and which weights come after them.</summary>
internal readonly ref struct TileWeights(PhasePacking packing, int mostEntries, ref Scratch scratch)
{
    private readonly Span<Place> _places = scratch.Take<Place>(mostEntries);
    private readonly nint _blockLength = (nint)packing.Layout.BlockLength;
    private readonly int _channels = packing.InPerGroup;

    /// <summary>Finds the places of the entries of a box.</summary>
    public void Fill(PhasePacking packing, TapOrder order, bool tapByTap, ReadOnlySpan<TileEntry> entries)
    {
        // From the last on: what follows an entry is known before it.
        int next = 0;
        for (int index = entries.Length - 1; index >= 0; index--)
        {
            ref readonly TileEntry entry = ref entries[index];
            nint phase = packing.Phase(entry.Phase);
            nint start = phase + (entry.Taps.FirstTap * packing.TapStep);
            EntryKernel kernel = Choose(entry, tapByTap, order);
            _places[index] = new Place(
                kernel is EntryKernel.Tap or EntryKernel.Product ? start : phase,
                start,
                packing.ChannelStep(entry.Taps.PhaseTaps),
                next,
                kernel,
                entry.Taps.IsEmpty);
            // Runs of the same taps read the same weights.
            if (index > 0 && (entries[index - 1].Phase != entry.Phase || !entries[index - 1].Taps.Matches(entry.Taps)))
            {
                next = index;
            }
        }
    }

    /// <summary>The kernel of an entry.</summary>
    public EntryKernel Kernel(int index) => _places[index].Kernel;

    /// <summary>The outputs of an entry meet no tap.</summary>
    public bool IsEmpty(int index) => _places[index].IsEmpty;

    /// <summary>Within a block, the weights that an entry's kernel begins with, of the input channels from <paramref name="first"/> on.</summary>
    public nint First(int index, int first) => _places[index].First + (first * _places[index].ChannelStep);

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

    private static EntryKernel Choose(in TileEntry entry, bool tapByTap, TapOrder order)
    {
        bool isEmitted = order.HasKernel(entry.Phase);
        return isEmitted && (entry.Taps.IsWhole || entry.Taps.PhaseTaps == 1) && !tapByTap ? EntryKernel.Phase
            : entry.Taps.IsSingle || entry.Taps.IsEmpty ? isEmitted ? EntryKernel.Tap : EntryKernel.Product
            : isEmitted ? EntryKernel.Border
            : EntryKernel.Looped;
    }

    // The first weights of the kernel, and those of the taps that are met.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(nint First, nint Start, nint ChannelStep, int Next, EntryKernel Kernel, bool IsEmpty);
}
