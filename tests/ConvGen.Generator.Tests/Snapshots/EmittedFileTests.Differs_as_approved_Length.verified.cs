//   length   8q       12 @ q - 1, 4 @ q
//   length   8q + 1   13 @ q - 1, 5 @ q
//   length   8q + 2   14 @ q - 1, 6 @ q
//   length   8q + 3   15 @ q - 1, 7 @ q
//   length   8q + 4   8 @ q, 0 @ q + 1
//   length   8q + 5   9 @ q, 1 @ q + 1
//   length   8q + 6   10 @ q, 2 @ q + 1
//   length   8q + 7   11 @ q, 3 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at length 8q: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [12]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [4]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 1: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [13]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [5]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 2: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [14]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [6]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 3: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [15]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [7]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 4: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase4<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [8]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 5: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase5<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [9]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 6: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase6<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [10]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 8q + 7: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase7<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [11]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void RunTap<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep, weightStep = args.WeightChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0);
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, weightStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every length: 16 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Interleaved0<TTile>(in KernelArguments args) where TTile : struct, IInterleavedTile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Load(ref x, 0);
                    tile.Tap(0, ref w, 0); // kernel [12]
                    tile.Tap(1, ref w, 1); // kernel [13]
                    tile.Tap(2, ref w, 2); // kernel [14]
                    tile.Tap(3, ref w, 3); // kernel [15]
                    tile.Load(ref x, 1);
                    tile.Tap(0, ref w, 4); // kernel [4]
                    tile.Tap(1, ref w, 5); // kernel [5]
                    tile.Tap(2, ref w, 6); // kernel [6]
                    tile.Tap(3, ref w, 7); // kernel [7]
                    tile.Tap(4, ref w, 8); // kernel [8]
                    tile.Tap(5, ref w, 9); // kernel [9]
                    tile.Tap(6, ref w, 10); // kernel [10]
                    tile.Tap(7, ref w, 11); // kernel [11]
                    tile.Load(ref x, 2);
                    tile.Tap(4, ref w, 12); // kernel [0]
                    tile.Tap(5, ref w, 13); // kernel [1]
                    tile.Tap(6, ref w, 14); // kernel [2]
                    tile.Tap(7, ref w, 15); // kernel [3]
                    w = ref Unsafe.Add(ref w, 16 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Inputs2x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float d = ref args.Source;
            ref float v = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector d0 = TSimd.Load(ref d, i);
                    TVector d1 = TSimd.Load(ref d, s + i);
                    TVector d2 = TSimd.Load(ref d, (2 * s) + i);
                    TSimd.Store(TSimd.Subtract(d0, d1), ref v, i);
                    TSimd.Store(d1, ref v, t + i);
                    TSimd.Store(TSimd.Subtract(d2, d1), ref v, (2 * t) + i);
                }
                d = ref Unsafe.Add(ref d, args.SourcePatchStep);
                v = ref Unsafe.Add(ref v, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Inputs3x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float d = ref args.Source;
            ref float v = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector d0 = TSimd.Load(ref d, i);
                    TVector d1 = TSimd.Load(ref d, s + i);
                    TVector d2 = TSimd.Load(ref d, (2 * s) + i);
                    TVector d3 = TSimd.Load(ref d, (3 * s) + i);
                    TSimd.Store(TSimd.Subtract(d0, d2), ref v, i);
                    TSimd.Store(TSimd.Add(d1, d2), ref v, t + i);
                    TSimd.Store(TSimd.Subtract(d2, d1), ref v, (2 * t) + i);
                    TSimd.Store(TSimd.Subtract(d3, d1), ref v, (3 * t) + i);
                }
                d = ref Unsafe.Add(ref d, args.SourcePatchStep);
                v = ref Unsafe.Add(ref v, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows2x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 16);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, m1), first, i);
                    args.Write<TSimd, TVector>(TSimd.Add(m1, m2), first + 8, i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows3x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 24);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, even), first, i);
                    args.Write<TSimd, TVector>(odd, first + 8, i);
                    args.Write<TSimd, TVector>(TSimd.Add(even, m3), first + 16, i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
            }
        }

        private static void Weights2x2(in WeightArguments args)
        {
            global::System.ReadOnlySpan<double> g = args.Source;
            global::System.Span<double> u = args.Target;
            for (int i = 0; i < args.Length; i++)
            {
                double g0 = g[i];
                double g1 = g[args.SourceStep + i];
                u[i] = g0;
                u[args.TargetStep + i] = g0 + g1;
                u[(2 * args.TargetStep) + i] = g1;
            }
        }

        private static void Weights3x2(in WeightArguments args)
        {
            global::System.ReadOnlySpan<double> g = args.Source;
            global::System.Span<double> u = args.Target;
            for (int i = 0; i < args.Length; i++)
            {
                double g0 = g[i];
                double g1 = g[args.SourceStep + i];
                u[i] = g0;
                u[args.TargetStep + i] = (g0 + g1) / 2;
                u[(2 * args.TargetStep) + i] = (g0 - g1) / 2;
                u[(3 * args.TargetStep) + i] = g1;
            }
        }

        public static void TransformInputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 2, false): Inputs2x2<TSimd, TVector>(in args); break;
                case (3, 2, false): Inputs3x2<TSimd, TVector>(in args); break;
            }
        }

        public static void WriteOutputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 2, false): Rows2x2<TSimd, TVector>(in args); break;
                case (3, 2, false): Rows3x2<TSimd, TVector>(in args); break;
            }
        }

        public static void TransformWeights(in WeightArguments args)
        {
            switch ((args.Outputs, args.Taps))
            {
                case (2, 2): Weights2x2(in args); break;
                case (3, 2): Weights3x2(in args); break;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void TransformLaneInputs<TSimd, TVector>(in LaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            ref float row = ref args.Source;
            for (int block = 0; block < args.Blocks; block++)
            {
                for (int vector = 0; vector < 2; vector++)
                {
                    ref float v = ref Unsafe.Add(ref args.Target, (block * args.TargetBlockStep) + (vector * TSimd.Lanes));
                    TSimd.LoadTriples(ref row, 0, out TVector d0, out TVector d1, out TVector d2);
                    TVector d3 = TSimd.Shift(d0, TSimd.Broadcast(ref row, 3 * TSimd.Lanes));
                    TSimd.Store(TSimd.Subtract(d0, d2), ref v, 0 * args.TargetStep);
                    TSimd.Store(TSimd.Add(d1, d2), ref v, 1 * args.TargetStep);
                    TSimd.Store(TSimd.Subtract(d2, d1), ref v, 2 * args.TargetStep);
                    TSimd.Store(TSimd.Subtract(d3, d1), ref v, 3 * args.TargetStep);
                    row = ref Unsafe.Add(ref row, 3 * TSimd.Lanes);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void WriteLaneOutputs<TSimd, TVector>(in LaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            for (int channel = 0; channel < args.Channels; channel++)
            {
                TVector bias = TSimd.Broadcast(ref args.Bias, channel);
                for (int phase = 0; phase < args.Phases; phase++)
                {
                    for (int vector = 0; vector < 2; vector++)
                    {
                        ref float a = ref args.Product(channel, phase, vector * TSimd.Lanes);
                        TVector am0 = TSimd.Load(ref a, 0 * args.SourceStep);
                        TVector am1 = TSimd.Load(ref a, 1 * args.SourceStep);
                        TVector am2 = TSimd.Load(ref a, 2 * args.SourceStep);
                        TVector am3 = TSimd.Load(ref a, 3 * args.SourceStep);
                        TVector evenA = TSimd.Add(am1, am2), oddA = TSimd.Subtract(am1, am2);
                        TSimd.Interleave(TSimd.Add(am0, evenA), oddA, TSimd.Add(evenA, am3), out TVector a0, out TVector a1, out TVector a2);
                        ref float y = ref args.Output(channel, phase, vector * 3 * TSimd.Lanes);
                        InterleavedStore.Singles<TSimd, TVector>(a0, bias, ref y, 0 * TSimd.Lanes);
                        InterleavedStore.Singles<TSimd, TVector>(a1, bias, ref y, 1 * TSimd.Lanes);
                        InterleavedStore.Singles<TSimd, TVector>(a2, bias, ref y, 2 * TSimd.Lanes);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void SchemeInputs<TSimd, TVector>(ref float first, ref float second, nint toNext, nint length, ref float m, nint productStep) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            for (nint i = 0; i < length; i += TSimd.Lanes)
            {
                TVector a11 = TSimd.Load(ref first, i), a12 = TSimd.Load(ref second, i), a21 = default, a22 = default;
                if (toNext > 0)
                {
                    a21 = TSimd.Load(ref first, toNext + i);
                    a22 = TSimd.Load(ref second, toNext + i);
                }
                TSimd.Store(TSimd.Add(a11, a22), ref m, i);
                TSimd.Store(TSimd.Add(a21, a22), ref m, productStep + i);
                TSimd.Store(a11, ref m, (2 * productStep) + i);
                TSimd.Store(a22, ref m, (3 * productStep) + i);
                TSimd.Store(TSimd.Add(a11, a12), ref m, (4 * productStep) + i);
                TSimd.Store(TSimd.Subtract(a21, a11), ref m, (5 * productStep) + i);
                TSimd.Store(TSimd.Subtract(a12, a22), ref m, (6 * productStep) + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void SchemeOutputs<TSimd, TVector>(ref float m, nint productStep, ref float first, ref float second, nint toNext, nint length) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            for (nint i = 0; i < length; i += TSimd.Lanes)
            {
                TVector m1 = TSimd.Load(ref m, i);
                TVector m3 = TSimd.Load(ref m, (2 * productStep) + i);
                TVector m4 = TSimd.Load(ref m, (3 * productStep) + i);
                TVector m5 = TSimd.Load(ref m, (4 * productStep) + i);
                TVector m7 = TSimd.Load(ref m, (6 * productStep) + i);
                TSimd.Store(TSimd.Add(TSimd.Add(m1, m4), TSimd.Subtract(m7, m5)), ref first, i);
                TSimd.Store(TSimd.Add(m3, m5), ref second, i);
                if (toNext > 0)
                {
                    TVector m2 = TSimd.Load(ref m, productStep + i);
                    TVector m6 = TSimd.Load(ref m, (5 * productStep) + i);
                    TSimd.Store(TSimd.Add(m2, m4), ref first, toNext + i);
                    TSimd.Store(TSimd.Add(TSimd.Subtract(m1, m2), TSimd.Add(m3, m6)), ref second, toNext + i);
                }
            }
        }

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 12, 4 },
            new int[] { 13, 5 },
            new int[] { 14, 6 },
            new int[] { 15, 7 },
            new int[] { 8, 0 },
            new int[] { 9, 1 },
            new int[] { 10, 2 },
            new int[] { 11, 3 },
        }, new int[][]
        {
            new int[] { 12, 13, 14, 15, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3 },
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
                case 1: Phase1<TTile>(in args); break;
                case 2: Phase2<TTile>(in args); break;
                case 3: Phase3<TTile>(in args); break;
                case 4: Phase4<TTile>(in args); break;
                case 5: Phase5<TTile>(in args); break;
                case 6: Phase6<TTile>(in args); break;
                case 7: Phase7<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile
        {
            switch (number)
            {
                case 0: Interleaved0<TTile>(in args); break;
            }
        }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 16 },
            Stride = new int[] { 8 },
            Padding = new int[] { 4 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelLength = 16, StrideLength = 8, PaddingLength = 4, OutputPaddingLength = 0, DilationLength = 1;
        public const int Groups = 1;
