using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConvGen.CompilerServices;

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
        else if (phases >= Transposition.Block)
        {
            Transposition.Write(source, phaseStep, phases, target, phases, positions);
            return;
        }
        else if (phases > 2 && Avx.IsSupported)
        {
            ReadOnlySpan<float> rows = source[..(((phases - 1) * phaseStep) + positions)];
            done = WriteEights(rows, phaseStep, phases, positions, target[..(positions * phases)]);
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

    // Eight positions at a time, as if there were eight phases: what is written beyond a position belongs to the next, which comes after.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WriteEights(ReadOnlySpan<float> source, nint phaseStep, int phases, int positions, Span<float> target)
    {
        const int block = Transposition.Block;
        nint last = (phases - 1) * phaseStep;
        (nint third, nint fourth) = (Math.Min(3 * phaseStep, last), Math.Min(4 * phaseStep, last));
        (nint fifth, nint sixth) = (Math.Min(5 * phaseStep, last), Math.Min(6 * phaseStep, last));
        int done = 0;
        for (; (positions - done - block) * phases >= block - phases; done += block)
        {
            ref float from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), done);
            ref float to = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), done * phases);
            Vector256<float> r0 = Simd256.Load(ref from, 0), r1 = Simd256.Load(ref from, phaseStep);
            Vector256<float> r2 = Simd256.Load(ref from, 2 * phaseStep), r3 = Simd256.Load(ref from, third);
            Vector256<float> r4 = Simd256.Load(ref from, fourth), r5 = Simd256.Load(ref from, fifth);
            Vector256<float> r6 = Simd256.Load(ref from, sixth);
            EightByEight.Write(r0, r1, r2, r3, r4, r5, r6, r6, ref to, phases);
        }

        return done;
    }

    // Two elements side by side are one of twice the width: the even ones in its lower half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Zip(Vector128<ulong> even, Vector128<ulong> odd) => (even | (odd << 32)).AsSingle();
}
