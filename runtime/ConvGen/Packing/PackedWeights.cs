using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen;

/// <summary>
/// Weights and bias of one layer in the order in which its kernels read them; made once by the generated <c>Pack</c>, read by any
/// number of threads. Holds its own aligned copy, so the arrays that it was made from may change or go.
/// </summary>
public sealed class PackedWeights
{
    private readonly Memory<float> _elements;

    internal PackedWeights(in WeightPacking packing, Algorithm algorithm, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
        : this(packing, algorithm, packing.Length)
    {
        packing.Pack(weight, bias, _elements.Span);
    }

    internal PackedWeights(
        in WeightPacking direct, WinogradPacking packing, Algorithm algorithm, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
        : this(direct, algorithm, packing.Length)
    {
        Winograd = packing;
        packing.Pack(weight, bias, _elements.Span);
    }

    internal PackedWeights(
        in WeightPacking direct, in RowPacking packing, Algorithm algorithm, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
        : this(direct, algorithm, packing.Length)
    {
        Rows = packing;
        packing.Pack(weight, bias, _elements.Span);
    }

    private PackedWeights(in WeightPacking packing, Algorithm algorithm, long length)
    {
        LayerChecks.PackedLength(length);
        Packing = packing;
        Algorithm = algorithm;
        _elements = WatchedMemory.Current?.Weights((int)length) ?? Allocate((int)length);
    }

    /// <summary>Input channels that the weights were packed for.</summary>
    public int InChannels => Packing.InPerGroup * Packing.Plan.Geometry.Groups;

    /// <summary>Output channels that the weights were packed for.</summary>
    public int OutChannels => Packing.OutPerGroup * Packing.Plan.Geometry.Groups;

    /// <summary>The form that the weights were packed for.</summary>
    public Algorithm Algorithm { get; }

    /// <summary>Bytes that the packed weights and bias take.</summary>
    public long ByteLength => (long)_elements.Length * sizeof(float);

    /// <summary>The vector width that these weights are packed for; kernels along long rows may use wider ones.</summary>
    public SimdLevel Level => Rows?.Form.Level ?? Winograd?.Form.Level ?? Packing.Form.Level;

    internal WeightPacking Packing { get; }

    /// <summary>The fast form, where that is what was packed.</summary>
    internal WinogradPacking? Winograd { get; }

    /// <summary>The rows of phases, where that is what was packed.</summary>
    internal RowPacking? Rows { get; }

    /// <summary>See <see cref="Margin"/>.</summary>
    internal bool TakesMargin { get; init; }

    internal LayerGeometry Geometry => Packing.Plan.Geometry;

    internal ReadOnlySpan<float> Elements => _elements.Span;

    /// <summary>A checked call with these weights.</summary>
    internal LayerCall Call(ConvTransposeLayer layer, scoped in LayerShape shape, ReadOnlySpan<float> input, Span<float> output) => new()
    {
        Layer = layer,
        Shape = shape,
        Packing = Packing,
        Winograd = Winograd,
        Rows = Rows,
        TakesMargin = TakesMargin,
        Weights = Elements,
        Input = input,
        Output = output,
    };

    private static unsafe Memory<float> Allocate(int length)
    {
        float[] elements = GC.AllocateUninitializedArray<float>(length + (Scratch.Alignment / sizeof(float)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(elements));
        int first = (int)((Scratch.Alignment - (address % Scratch.Alignment)) % Scratch.Alignment) / sizeof(float);
        return elements.AsMemory(first, length);
    }
}
