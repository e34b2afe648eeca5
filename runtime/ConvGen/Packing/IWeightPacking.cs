namespace ConvGen.Packing;

/// <summary>An order of weights in blocks of output channels.</summary>
internal interface IWeightPacking
{
    /// <summary>Where the blocks lie.</summary>
    BlockLayout Layout { get; }

    /// <summary>The vector width that a block is made for.</summary>
    SimdLevel Level { get; }

    /// <summary>Packs PyTorch's (Cin, Cout/g, kD, kH, kW) and a bias of Cout elements or none.</summary>
    void Pack(ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> packed);
}
