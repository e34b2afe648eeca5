namespace ConvGen.JitGate;

/// <summary>A tile for planted kernels: named as the runtime's are, which are its own.</summary>
internal static class PlantedTile
{
    /// <summary>The tile of phases, or of one, as text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">The interface that it implements.</param>
    public static string Source(string name, string kind) => $$"""
        namespace ConvGen.Tiles
        {
            public struct {{name}}<TSimd, TVector> : {{kind}}
                where TSimd : struct, ISimd<float, TVector>
                where TVector : struct
            {
                private TVector _sum;

                public static int WeightsPerTap => 1;

                public void Begin(in KernelArguments args, int index)
                {
                }

                public void Load(ref float input, nint offset)
                {
                }

                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                public void Tap(ref float input, ref float weights, int tap) =>
                    _sum = TSimd.MultiplyAdd(TSimd.Load(ref input, 0), TSimd.Broadcast(ref weights, tap), _sum);

                public void Tap(int phase, ref float weights, int tap)
                {
                }

                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                public void Store(in KernelArguments args, int index) => TSimd.Store(_sum, ref args.Target, 0);
            }
        }
        """;
}
