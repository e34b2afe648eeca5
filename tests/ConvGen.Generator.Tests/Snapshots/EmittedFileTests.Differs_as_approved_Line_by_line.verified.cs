//   height   q        6 @ q - 3, 5 @ q - 2, 4 @ q - 1, 3 @ q, 2 @ q + 1, 1 @ q + 2, 0 @ q + 3
//   width    q        6 @ q - 3, 5 @ q - 2, 4 @ q - 1, 3 @ q, 2 @ q + 1, 1 @ q + 2, 0 @ q + 3
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at every height, every width: 49 taps, a line of the kernel at a time.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int row = 0; row < 7; row++)
                {
                    ref float x = ref Unsafe.Add(ref args.Input, row * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 7 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        tile.Tap(ref x, ref w, 0); // kernel column 6
                        tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel column 5
                        tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel column 4
                        tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep), ref w, 3); // kernel column 3
                        tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep), ref w, 4); // kernel column 2
                        tile.Tap(ref Unsafe.Add(ref x, 5 * columnStep), ref w, 5); // kernel column 1
                        tile.Tap(ref Unsafe.Add(ref x, 6 * columnStep), ref w, 6); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 49 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int row = args.FirstRow; row < args.EndRow; row++)
                {
                    ref float x = ref Unsafe.Add(ref args.Input, (row - args.FirstRow) * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 7 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 6
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 5
                        if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 2); // kernel column 4
                        if (first <= 3 && end > 3) tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep - before), ref w, 3); // kernel column 3
                        if (first <= 4 && end > 4) tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep - before), ref w, 4); // kernel column 2
                        if (first <= 5 && end > 5) tile.Tap(ref Unsafe.Add(ref x, 5 * columnStep - before), ref w, 5); // kernel column 1
                        if (first <= 6 && end > 6) tile.Tap(ref Unsafe.Add(ref x, 6 * columnStep - before), ref w, 6); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 49 * TTile.WeightsPerTap);
                    }
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

        // Outputs at every height, two at a time, every width: 49 taps, all weights in registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Planes0<TSimd, TVector>(in PlaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            TVector w0 = TSimd.Broadcast(ref args.Weights, 0);
            TVector w1 = TSimd.Broadcast(ref args.Weights, 1);
            TVector w2 = TSimd.Broadcast(ref args.Weights, 2);
            TVector w3 = TSimd.Broadcast(ref args.Weights, 3);
            TVector w4 = TSimd.Broadcast(ref args.Weights, 4);
            TVector w5 = TSimd.Broadcast(ref args.Weights, 5);
            TVector w6 = TSimd.Broadcast(ref args.Weights, 6);
            TVector w7 = TSimd.Broadcast(ref args.Weights, 7);
            TVector w8 = TSimd.Broadcast(ref args.Weights, 8);
            TVector w9 = TSimd.Broadcast(ref args.Weights, 9);
            TVector w10 = TSimd.Broadcast(ref args.Weights, 10);
            TVector w11 = TSimd.Broadcast(ref args.Weights, 11);
            TVector w12 = TSimd.Broadcast(ref args.Weights, 12);
            TVector w13 = TSimd.Broadcast(ref args.Weights, 13);
            TVector w14 = TSimd.Broadcast(ref args.Weights, 14);
            TVector w15 = TSimd.Broadcast(ref args.Weights, 15);
            TVector w16 = TSimd.Broadcast(ref args.Weights, 16);
            TVector w17 = TSimd.Broadcast(ref args.Weights, 17);
            TVector w18 = TSimd.Broadcast(ref args.Weights, 18);
            TVector w19 = TSimd.Broadcast(ref args.Weights, 19);
            TVector w20 = TSimd.Broadcast(ref args.Weights, 20);
            TVector w21 = TSimd.Broadcast(ref args.Weights, 21);
            TVector w22 = TSimd.Broadcast(ref args.Weights, 22);
            TVector w23 = TSimd.Broadcast(ref args.Weights, 23);
            TVector w24 = TSimd.Broadcast(ref args.Weights, 24);
            TVector w25 = TSimd.Broadcast(ref args.Weights, 25);
            TVector w26 = TSimd.Broadcast(ref args.Weights, 26);
            TVector w27 = TSimd.Broadcast(ref args.Weights, 27);
            TVector w28 = TSimd.Broadcast(ref args.Weights, 28);
            TVector w29 = TSimd.Broadcast(ref args.Weights, 29);
            TVector w30 = TSimd.Broadcast(ref args.Weights, 30);
            TVector w31 = TSimd.Broadcast(ref args.Weights, 31);
            TVector w32 = TSimd.Broadcast(ref args.Weights, 32);
            TVector w33 = TSimd.Broadcast(ref args.Weights, 33);
            TVector w34 = TSimd.Broadcast(ref args.Weights, 34);
            TVector w35 = TSimd.Broadcast(ref args.Weights, 35);
            TVector w36 = TSimd.Broadcast(ref args.Weights, 36);
            TVector w37 = TSimd.Broadcast(ref args.Weights, 37);
            TVector w38 = TSimd.Broadcast(ref args.Weights, 38);
            TVector w39 = TSimd.Broadcast(ref args.Weights, 39);
            TVector w40 = TSimd.Broadcast(ref args.Weights, 40);
            TVector w41 = TSimd.Broadcast(ref args.Weights, 41);
            TVector w42 = TSimd.Broadcast(ref args.Weights, 42);
            TVector w43 = TSimd.Broadcast(ref args.Weights, 43);
            TVector w44 = TSimd.Broadcast(ref args.Weights, 44);
            TVector w45 = TSimd.Broadcast(ref args.Weights, 45);
            TVector w46 = TSimd.Broadcast(ref args.Weights, 46);
            TVector w47 = TSimd.Broadcast(ref args.Weights, 47);
            TVector w48 = TSimd.Broadcast(ref args.Weights, 48);
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float row1 = ref args.Row(position, 1);
                ref float row2 = ref args.Row(position, 2);
                ref float row3 = ref args.Row(position, 3);
                ref float row4 = ref args.Row(position, 4);
                ref float row5 = ref args.Row(position, 5);
                ref float row6 = ref args.Row(position, 6);
                ref float row7 = ref args.Row(position, 7);
                ref float line0 = ref args.Line(position, 0);
                ref float line1 = ref args.Line(position, 1);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [6, 6]
                    x = TSimd.Load(ref row0, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w1, s0); // kernel [6, 5]
                    x = TSimd.Load(ref row0, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w2, s0); // kernel [6, 4]
                    x = TSimd.Load(ref row0, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w3, s0); // kernel [6, 3]
                    x = TSimd.Load(ref row0, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w4, s0); // kernel [6, 2]
                    x = TSimd.Load(ref row0, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w5, s0); // kernel [6, 1]
                    x = TSimd.Load(ref row0, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w6, s0); // kernel [6, 0]
                    x = TSimd.Load(ref row1, at);
                    s0 = TSimd.MultiplyAdd(x, w7, s0); // kernel [5, 6]
                    TVector s1 = TSimd.Multiply(x, w0); // kernel [6, 6]
                    x = TSimd.Load(ref row1, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w8, s0); // kernel [5, 5]
                    s1 = TSimd.MultiplyAdd(x, w1, s1); // kernel [6, 5]
                    x = TSimd.Load(ref row1, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w9, s0); // kernel [5, 4]
                    s1 = TSimd.MultiplyAdd(x, w2, s1); // kernel [6, 4]
                    x = TSimd.Load(ref row1, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w10, s0); // kernel [5, 3]
                    s1 = TSimd.MultiplyAdd(x, w3, s1); // kernel [6, 3]
                    x = TSimd.Load(ref row1, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w11, s0); // kernel [5, 2]
                    s1 = TSimd.MultiplyAdd(x, w4, s1); // kernel [6, 2]
                    x = TSimd.Load(ref row1, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w12, s0); // kernel [5, 1]
                    s1 = TSimd.MultiplyAdd(x, w5, s1); // kernel [6, 1]
                    x = TSimd.Load(ref row1, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w13, s0); // kernel [5, 0]
                    s1 = TSimd.MultiplyAdd(x, w6, s1); // kernel [6, 0]
                    x = TSimd.Load(ref row2, at);
                    s0 = TSimd.MultiplyAdd(x, w14, s0); // kernel [4, 6]
                    s1 = TSimd.MultiplyAdd(x, w7, s1); // kernel [5, 6]
                    x = TSimd.Load(ref row2, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w15, s0); // kernel [4, 5]
                    s1 = TSimd.MultiplyAdd(x, w8, s1); // kernel [5, 5]
                    x = TSimd.Load(ref row2, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w16, s0); // kernel [4, 4]
                    s1 = TSimd.MultiplyAdd(x, w9, s1); // kernel [5, 4]
                    x = TSimd.Load(ref row2, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w17, s0); // kernel [4, 3]
                    s1 = TSimd.MultiplyAdd(x, w10, s1); // kernel [5, 3]
                    x = TSimd.Load(ref row2, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w18, s0); // kernel [4, 2]
                    s1 = TSimd.MultiplyAdd(x, w11, s1); // kernel [5, 2]
                    x = TSimd.Load(ref row2, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w19, s0); // kernel [4, 1]
                    s1 = TSimd.MultiplyAdd(x, w12, s1); // kernel [5, 1]
                    x = TSimd.Load(ref row2, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w20, s0); // kernel [4, 0]
                    s1 = TSimd.MultiplyAdd(x, w13, s1); // kernel [5, 0]
                    x = TSimd.Load(ref row3, at);
                    s0 = TSimd.MultiplyAdd(x, w21, s0); // kernel [3, 6]
                    s1 = TSimd.MultiplyAdd(x, w14, s1); // kernel [4, 6]
                    x = TSimd.Load(ref row3, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w22, s0); // kernel [3, 5]
                    s1 = TSimd.MultiplyAdd(x, w15, s1); // kernel [4, 5]
                    x = TSimd.Load(ref row3, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w23, s0); // kernel [3, 4]
                    s1 = TSimd.MultiplyAdd(x, w16, s1); // kernel [4, 4]
                    x = TSimd.Load(ref row3, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w24, s0); // kernel [3, 3]
                    s1 = TSimd.MultiplyAdd(x, w17, s1); // kernel [4, 3]
                    x = TSimd.Load(ref row3, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w25, s0); // kernel [3, 2]
                    s1 = TSimd.MultiplyAdd(x, w18, s1); // kernel [4, 2]
                    x = TSimd.Load(ref row3, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w26, s0); // kernel [3, 1]
                    s1 = TSimd.MultiplyAdd(x, w19, s1); // kernel [4, 1]
                    x = TSimd.Load(ref row3, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w27, s0); // kernel [3, 0]
                    s1 = TSimd.MultiplyAdd(x, w20, s1); // kernel [4, 0]
                    x = TSimd.Load(ref row4, at);
                    s0 = TSimd.MultiplyAdd(x, w28, s0); // kernel [2, 6]
                    s1 = TSimd.MultiplyAdd(x, w21, s1); // kernel [3, 6]
                    x = TSimd.Load(ref row4, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w29, s0); // kernel [2, 5]
                    s1 = TSimd.MultiplyAdd(x, w22, s1); // kernel [3, 5]
                    x = TSimd.Load(ref row4, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w30, s0); // kernel [2, 4]
                    s1 = TSimd.MultiplyAdd(x, w23, s1); // kernel [3, 4]
                    x = TSimd.Load(ref row4, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w31, s0); // kernel [2, 3]
                    s1 = TSimd.MultiplyAdd(x, w24, s1); // kernel [3, 3]
                    x = TSimd.Load(ref row4, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w32, s0); // kernel [2, 2]
                    s1 = TSimd.MultiplyAdd(x, w25, s1); // kernel [3, 2]
                    x = TSimd.Load(ref row4, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w33, s0); // kernel [2, 1]
                    s1 = TSimd.MultiplyAdd(x, w26, s1); // kernel [3, 1]
                    x = TSimd.Load(ref row4, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w34, s0); // kernel [2, 0]
                    s1 = TSimd.MultiplyAdd(x, w27, s1); // kernel [3, 0]
                    x = TSimd.Load(ref row5, at);
                    s0 = TSimd.MultiplyAdd(x, w35, s0); // kernel [1, 6]
                    s1 = TSimd.MultiplyAdd(x, w28, s1); // kernel [2, 6]
                    x = TSimd.Load(ref row5, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w36, s0); // kernel [1, 5]
                    s1 = TSimd.MultiplyAdd(x, w29, s1); // kernel [2, 5]
                    x = TSimd.Load(ref row5, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w37, s0); // kernel [1, 4]
                    s1 = TSimd.MultiplyAdd(x, w30, s1); // kernel [2, 4]
                    x = TSimd.Load(ref row5, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w38, s0); // kernel [1, 3]
                    s1 = TSimd.MultiplyAdd(x, w31, s1); // kernel [2, 3]
                    x = TSimd.Load(ref row5, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w39, s0); // kernel [1, 2]
                    s1 = TSimd.MultiplyAdd(x, w32, s1); // kernel [2, 2]
                    x = TSimd.Load(ref row5, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w40, s0); // kernel [1, 1]
                    s1 = TSimd.MultiplyAdd(x, w33, s1); // kernel [2, 1]
                    x = TSimd.Load(ref row5, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w41, s0); // kernel [1, 0]
                    s1 = TSimd.MultiplyAdd(x, w34, s1); // kernel [2, 0]
                    x = TSimd.Load(ref row6, at);
                    s0 = TSimd.MultiplyAdd(x, w42, s0); // kernel [0, 6]
                    s1 = TSimd.MultiplyAdd(x, w35, s1); // kernel [1, 6]
                    x = TSimd.Load(ref row6, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w43, s0); // kernel [0, 5]
                    s1 = TSimd.MultiplyAdd(x, w36, s1); // kernel [1, 5]
                    x = TSimd.Load(ref row6, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w44, s0); // kernel [0, 4]
                    s1 = TSimd.MultiplyAdd(x, w37, s1); // kernel [1, 4]
                    x = TSimd.Load(ref row6, at + 3);
                    s0 = TSimd.MultiplyAdd(x, w45, s0); // kernel [0, 3]
                    s1 = TSimd.MultiplyAdd(x, w38, s1); // kernel [1, 3]
                    x = TSimd.Load(ref row6, at + 4);
                    s0 = TSimd.MultiplyAdd(x, w46, s0); // kernel [0, 2]
                    s1 = TSimd.MultiplyAdd(x, w39, s1); // kernel [1, 2]
                    x = TSimd.Load(ref row6, at + 5);
                    s0 = TSimd.MultiplyAdd(x, w47, s0); // kernel [0, 1]
                    s1 = TSimd.MultiplyAdd(x, w40, s1); // kernel [1, 1]
                    x = TSimd.Load(ref row6, at + 6);
                    s0 = TSimd.MultiplyAdd(x, w48, s0); // kernel [0, 0]
                    s1 = TSimd.MultiplyAdd(x, w41, s1); // kernel [1, 0]
                    x = TSimd.Load(ref row7, at);
                    s1 = TSimd.MultiplyAdd(x, w42, s1); // kernel [0, 6]
                    x = TSimd.Load(ref row7, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w43, s1); // kernel [0, 5]
                    x = TSimd.Load(ref row7, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w44, s1); // kernel [0, 4]
                    x = TSimd.Load(ref row7, at + 3);
                    s1 = TSimd.MultiplyAdd(x, w45, s1); // kernel [0, 3]
                    x = TSimd.Load(ref row7, at + 4);
                    s1 = TSimd.MultiplyAdd(x, w46, s1); // kernel [0, 2]
                    x = TSimd.Load(ref row7, at + 5);
                    s1 = TSimd.MultiplyAdd(x, w47, s1); // kernel [0, 1]
                    x = TSimd.Load(ref row7, at + 6);
                    s1 = TSimd.MultiplyAdd(x, w48, s1); // kernel [0, 0]
                    ref float y0 = ref Unsafe.Add(ref line0, at);
                    ref float y1 = ref Unsafe.Add(ref line1, at);
                    if (vector == last && args.EndsInStrip)
                    {
                        y0 = ref args.End(position, 0);
                        y1 = ref args.End(position, 1);
                    }
                    InterleavedStore.Singles<TSimd, TVector>(s0, bias, ref y0, 0);
                    InterleavedStore.Singles<TSimd, TVector>(s1, bias, ref y1, 0);
                }
            }
        }

        public static void RunPlanes<TSimd, TVector>(int number, in PlaneArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch (number)
            {
                case 0: Planes0<TSimd, TVector>(in args); break;
            }
        }

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
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

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 7, 7 },
            Stride = new int[] { 1, 1 },
            Padding = new int[] { 3, 3 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 7, StrideHeight = 1, PaddingHeight = 3, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 7, StrideWidth = 1, PaddingWidth = 3, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
