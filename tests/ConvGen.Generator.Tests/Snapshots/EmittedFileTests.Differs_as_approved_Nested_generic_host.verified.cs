//   height   2q       0 @ q
//   height   2q + 1   1 @ q
//   width    2q       0 @ q
//   width    2q + 1   1 @ q
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct return_Kernels : IPhaseKernels
    {
        // Outputs at height 2q, width 2q: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    tile.Tap(ref x, ref w, 0); // kernel [0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q, width 2q + 1: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    tile.Tap(ref x, ref w, 0); // kernel [0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, width 2q: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    tile.Tap(ref x, ref w, 0); // kernel [1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, width 2q + 1: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    tile.Tap(ref x, ref w, 0); // kernel [1, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q, every width: 2 taps.
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
                    tile.Tap(0, ref w, 0); // kernel [0, 0]
                    tile.Tap(1, ref w, 1); // kernel [0, 1]
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, every width: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Interleaved1<TTile>(in KernelArguments args) where TTile : struct, IInterleavedTile
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
                    tile.Tap(0, ref w, 0); // kernel [1, 0]
                    tile.Tap(1, ref w, 1); // kernel [1, 1]
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q, every width: 2 taps, all weights in registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Planes0<TSimd, TVector>(in PlaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            TVector w0 = TSimd.Broadcast(ref args.Weights, 0);
            TVector w1 = TSimd.Broadcast(ref args.Weights, 1);
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float line0 = ref args.Line(position, 0);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [0, 0]
                    TVector s1 = TSimd.Multiply(x, w1); // kernel [0, 1]
                    ref float y0 = ref Unsafe.Add(ref line0, at * 2);
                    if (vector == last && args.EndsInStrip)
                    {
                        y0 = ref args.End(position, 0);
                    }
                    InterleavedStore.Pairs<TSimd, TVector>(s0, s1, bias, ref y0, 0);
                }
            }
        }

        // Outputs at height 2q + 1, every width: 2 taps, all weights in registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Planes1<TSimd, TVector>(in PlaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            TVector w0 = TSimd.Broadcast(ref args.Weights, 0);
            TVector w1 = TSimd.Broadcast(ref args.Weights, 1);
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float line0 = ref args.Line(position, 0);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [1, 0]
                    TVector s1 = TSimd.Multiply(x, w1); // kernel [1, 1]
                    ref float y0 = ref Unsafe.Add(ref line0, at * 2);
                    if (vector == last && args.EndsInStrip)
                    {
                        y0 = ref args.End(position, 0);
                    }
                    InterleavedStore.Pairs<TSimd, TVector>(s0, s1, bias, ref y0, 0);
                }
            }
        }

        public static void RunPlanes<TSimd, TVector>(int number, in PlaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch (number)
            {
                case 0: Planes0<TSimd, TVector>(in args); break;
                case 1: Planes1<TSimd, TVector>(in args); break;
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
            new int[] { 0 },
            new int[] { 1 },
            new int[] { 2 },
            new int[] { 3 },
        }, new int[][]
        {
            new int[] { 0, 1 },
            new int[] { 2, 3 },
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
                case 1: Phase1<TTile>(in args); break;
                case 2: Phase2<TTile>(in args); break;
                case 3: Phase3<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile
        {
            switch (number)
            {
                case 0: Interleaved0<TTile>(in args); break;
                case 1: Interleaved1<TTile>(in args); break;
            }
        }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<return_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 2, 2 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 0, 0 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }
}
namespace @namespace.@event
    partial class @class<@in>
        partial struct Middle<T1, T2>
            partial class @return<@out>
                public const int KernelHeight = 2, StrideHeight = 2, PaddingHeight = 0, OutputPaddingHeight = 0, DilationHeight = 1;
                public const int KernelWidth = 2, StrideWidth = 2, PaddingWidth = 0, OutputPaddingWidth = 0, DilationWidth = 1;
                public const int Groups = 1;
