namespace ConvGen.Generator.Model;

/// <summary>What one attribute says, validated: a number per axis, depth before height before width.</summary>
/// <param name="IsOrdinary">An ordinary convolution, not a transposed one.</param>
/// <param name="Name">The nested class that receives the members; null for the host itself.</param>
/// <param name="Kernel">k per axis.</param>
/// <param name="Stride">s per axis.</param>
/// <param name="Padding">p per axis.</param>
/// <param name="PaddingEnd">p at the ends per axis.</param>
/// <param name="OutputPadding">op per axis, of a transposed convolution.</param>
/// <param name="Dilation">d per axis.</param>
/// <param name="Groups">g.</param>
/// <param name="InChannels">Fixed input channels, or 0.</param>
/// <param name="OutChannels">Fixed output channels, or 0.</param>
/// <param name="InputSize">Fixed input size, or empty.</param>
/// <param name="Algorithm">The requested form.</param>
/// <param name="Epilogue">What follows the bias.</param>
internal sealed record LayerSpec(
    bool IsOrdinary,
    string? Name,
    EquatableArray<int> Kernel,
    EquatableArray<int> Stride,
    EquatableArray<int> Padding,
    EquatableArray<int> PaddingEnd,
    EquatableArray<int> OutputPadding,
    EquatableArray<int> Dilation,
    int Groups,
    int InChannels,
    int OutChannels,
    EquatableArray<int> InputSize,
    Algorithm Algorithm,
    EpilogueSpec Epilogue)
{
    public int Rank => Kernel.Count;

    /// <summary>The attribute fixes both counts of channels.</summary>
    public bool FixesChannels => InChannels > 0 && OutChannels > 0;

    /// <summary>It fixes the input size, too.</summary>
    public bool FixesSizes => FixesChannels && InputSize.Count > 0;

    /// <summary>Ends are padded otherwise than beginnings.</summary>
    public bool HasPaddingEnd => !PaddingEnd.SequenceEqual(Padding);

    /// <summary>What the layer is called.</summary>
    public string Kind => IsOrdinary ? "convolution" : "transposed convolution";

    public AxisGeometry Axis(int axis) => IsOrdinary
        ? AxisGeometry.Ordinary(Kernel[axis], Stride[axis], Padding[axis], PaddingEnd[axis], Dilation[axis])
        : AxisGeometry.Transposed(Kernel[axis], Stride[axis], Padding[axis], PaddingEnd[axis], OutputPadding[axis], Dilation[axis]);

    public LayerGeometry Geometry() => LayerGeometry.FromAxes([.. Enumerable.Range(0, Rank).Select(Axis)], Groups);
}
