using System.Reflection;
using System.Text;
using ConvGen.Testing;

namespace ConvGen.JitGate;

/// <summary>A kernel as an emitter without a budget would write it, to prove that the gate sees it.</summary>
public static class OverBudgetKernel
{
    /// <summary>The type of the kernel; its method is <c>Phase0</c>.</summary>
    public const string TypeName = "OverBudget_Kernels";

    // Eight instructions each: beyond the 20,000 from which the JIT optimises no more.
    private const int Taps = 3000;

    /// <summary>Compiles the kernel and calls it.</summary>
    public static void Run()
    {
        Assembly assembly = GeneratorHost.Run(Source()).Load();
        assembly.GetType("OverBudget", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
    }

    private static string Source()
    {
        var taps = new StringBuilder();
        for (int tap = 0; tap < Taps; tap++)
        {
            taps.AppendLine(FormattableString.Invariant($"            tile.Tap(ref x, ref w, {tap});"));
        }

        return $$"""
            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using ConvGen.CompilerServices;
            using ConvGen.Tiles;

            public static class OverBudget
            {
                public static void Run() => {{TypeName}}.Phase0<ChannelTilePlanted<Simd128, Vector128<float>>>(default);
            }

            file static class {{TypeName}}
            {
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
                {
                    for (int index = 0; index < args.Tiles; index++)
                    {
                        TTile tile = default;
                        ref float x = ref args.Input;
                        ref float w = ref args.Weights;
            {{taps}}
                        tile.Store(in args, index);
                    }
                }
            }

            {{PlantedTile.Source("ChannelTilePlanted", "ITile")}}
            """;
    }
}
