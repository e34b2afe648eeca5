using System.Reflection;
using ConvGen.Testing;

namespace ConvGen.JitGate;

/// <summary>A kernel of phases side by side in which something was not inlined, to prove that the gate sees it.</summary>
public static class CallingKernel
{
    private static string Source { get; } = $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using ConvGen.CompilerServices;
        using ConvGen.Tiles;

        public static class Calling
        {
            public static void Run() => Calling_Kernels.Interleaved0<InterleavedTilePlanted<Simd128, Vector128<float>>>(default);
        }

        file static class Calling_Kernels
        {
            [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
            public static void Interleaved0<TTile>(in KernelArguments args) where TTile : struct, IInterleavedTile
            {
                for (int index = 0; index < args.Tiles; index++)
                {
                    Apart(index);
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static void Apart(int index)
            {
            }
        }

        {{PlantedTile.Source("InterleavedTilePlanted", "IInterleavedTile")}}
        """;

    /// <summary>Compiles the kernel and calls it.</summary>
    public static void Run()
    {
        Assembly assembly = GeneratorHost.Run(Source).Load();
        assembly.GetType("Calling", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
    }
}
