using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen;

/// <summary>
/// Weights and bias of one layer in the order in which its kernels read them; made once by the generated <c>Pack</c>, read by any
/// number of threads. Holds its own aligned copy, so the arrays that it was made from may change or go.
/// </summary>
public sealed class PackedWeights
{
    private readonly float[] _elements;
    private readonly int _first;

    internal unsafe PackedWeights(in WeightPacking packing, Algorithm algorithm, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
    {
        Packing = packing;
        Algorithm = algorithm;
        int slack = Scratch.Alignment / sizeof(float);
        _elements = GC.AllocateUninitializedArray<float>((int)packing.Length + slack, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_elements));
        _first = (int)((Scratch.Alignment - (address % Scratch.Alignment)) % Scratch.Alignment) / sizeof(float);
        packing.Pack(weight, bias, _elements.AsSpan(_first, (int)packing.Length));
    }

    /// <summary>Input channels that the weights were packed for.</summary>
    public int InChannels => Packing.InPerGroup * Packing.Plan.Geometry.Groups;

    /// <summary>Output channels that the weights were packed for.</summary>
    public int OutChannels => Packing.OutPerGroup * Packing.Plan.Geometry.Groups;

    /// <summary>The form that the weights were packed for.</summary>
    public Algorithm Algorithm { get; }

    /// <summary>Bytes that the packed weights and bias take.</summary>
    public long ByteLength => Packing.Length * sizeof(float);

    /// <summary>The vector width of the kernels that read these weights.</summary>
    public SimdLevel Level => Packing.Form.Level;

    internal WeightPacking Packing { get; }

    internal LayerGeometry Geometry => Packing.Plan.Geometry;

    internal ReadOnlySpan<float> Elements => _elements.AsSpan(_first, (int)Packing.Length);
}
