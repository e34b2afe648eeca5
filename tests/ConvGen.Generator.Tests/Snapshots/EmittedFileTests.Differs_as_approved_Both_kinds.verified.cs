//   length   q        0 @ 2q - 1, 1 @ 2q, 2 @ 2q + 1
//   length   2q       0 @ q
//   length   2q + 1   1 @ q
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Level_Down_Kernels : IPhaseKernels
    {
        // Outputs at every length: 3 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [0]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [1]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel [2]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 3 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 0
                    if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                    if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 2); // kernel column 2
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 3 * TTile.WeightsPerTap);
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

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 0, 1, 2 },
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Border0<TTile>(in args); break;
            }
        }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvLayer<Level_Down_Kernels> Layer = new ConvLayer<Level_Down_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3 },
            Stride = new int[] { 2 },
            Padding = new int[] { 1 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Level_Kernels : IPhaseKernels
    {
        // Outputs at length 2q: 1 tap.
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
                    tile.Tap(ref x, ref w, 0); // kernel [0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 2q + 1: 1 tap.
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
                    tile.Tap(ref x, ref w, 0); // kernel [1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every length: 2 taps.
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
                    tile.Tap(0, ref w, 0); // kernel [0]
                    tile.Tap(1, ref w, 1); // kernel [1]
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
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
        }, new int[][]
        {
            new int[] { 0, 1 },
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
                case 1: Phase1<TTile>(in args); break;
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

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Level_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 2 },
            Stride = new int[] { 2 },
            Padding = new int[] { 0 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
partial class Level
    public const int KernelLength = 2, StrideLength = 2, PaddingLength = 0, OutputPaddingLength = 0, DilationLength = 1;
    public const int Groups = 1;
    public static class Down
        public const int KernelLength = 3, StrideLength = 2, PaddingLength = 1, DilationLength = 1;
        public const int Groups = 1;
