using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvGen.Kernels;

/// <summary>Rows of positions, one per phase, to one row in which the phases alternate.</summary>
internal static class Interleaving
{
    /// <summary>
    /// Writes <paramref name="positions"/> times <paramref name="phases"/> elements; the phases lie <paramref name="phaseStep"/> apart in
    /// <paramref name="source"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<float> source, int phaseStep, int phases, int positions, Span<float> target)
    {
        int done = 0;
        if (phases == 2 && Vector128.IsHardwareAccelerated)
        {
            ReadOnlySpan<float> even = source[..positions];
            ReadOnlySpan<float> odd = source.Slice(phaseStep, positions);
            Span<float> pairs = target[..(2 * positions)];
            for (; done <= positions - Vector128<float>.Count; done += Vector128<float>.Count)
            {
                Vector128<uint> a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(even), (nuint)done).AsUInt32();
                Vector128<uint> b = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(odd), (nuint)done).AsUInt32();
                ref float pair = ref Unsafe.Add(ref MemoryMarshal.GetReference(pairs), 2 * done);
                Zip(Vector128.WidenLower(a), Vector128.WidenLower(b)).StoreUnsafe(ref pair);
                Zip(Vector128.WidenUpper(a), Vector128.WidenUpper(b)).StoreUnsafe(ref pair, (nuint)Vector128<float>.Count);
            }
        }
        else if (phases % Transposition.Block == 0)
        {
            Transposition.Write(source, phaseStep, phases, target, phases, positions);
            return;
        }

        for (int phase = 0; phase < phases; phase++)
        {
            ReadOnlySpan<float> row = source.Slice(phase * phaseStep, positions);
            for (int position = done; position < row.Length; position++)
            {
                target[(position * phases) + phase] = row[position];
            }
        }
    }

    // Two elements side by side are one of twice the width: the even ones in its lower half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Zip(Vector128<ulong> even, Vector128<ulong> odd) => (even | (odd << 32)).AsSingle();
}
