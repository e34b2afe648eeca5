//   height   q        0 @ 2q - 2, 1 @ 2q - 1, 2 @ 2q, 3 @ 2q + 1, 4 @ 2q + 2
//   width    q        0 @ 2q - 2, 1 @ 2q - 1, 2 @ 2q, 3 @ 2q + 1, 4 @ 2q + 2
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at every height, every width: 25 taps, a line of the kernel at a time.
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
                for (int row = 0; row < 5; row++)
                {
                    ref float x = ref Unsafe.Add(ref args.Input, row * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 5 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        tile.Tap(ref x, ref w, 0); // kernel column 0
                        tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel column 1
                        tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel column 2
                        tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep), ref w, 3); // kernel column 3
                        tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep), ref w, 4); // kernel column 4
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 25 * TTile.WeightsPerTap);
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 5 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 0
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                        if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 2); // kernel column 2
                        if (first <= 3 && end > 3) tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep - before), ref w, 3); // kernel column 3
                        if (first <= 4 && end > 4) tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep - before), ref w, 4); // kernel column 4
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 25 * TTile.WeightsPerTap);
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

        // Outputs at every height, two at a time, every width: 25 taps, all weights in registers.
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
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1, part = args.PartStep;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float row1 = ref args.Row(position, 1);
                ref float row2 = ref args.Row(position, 2);
                ref float row3 = ref args.Row(position, 3);
                ref float row4 = ref args.Row(position, 4);
                ref float row5 = ref args.Row(position, 5);
                ref float row6 = ref args.Row(position, 6);
                ref float line0 = ref args.Line(position, 0);
                ref float line1 = ref args.Line(position, 1);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [0, 0]
                    x = TSimd.Load(ref row0, at + part);
                    s0 = TSimd.MultiplyAdd(x, w1, s0); // kernel [0, 1]
                    x = TSimd.Load(ref row0, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w2, s0); // kernel [0, 2]
                    x = TSimd.Load(ref row0, at + 1 + part);
                    s0 = TSimd.MultiplyAdd(x, w3, s0); // kernel [0, 3]
                    x = TSimd.Load(ref row0, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w4, s0); // kernel [0, 4]
                    x = TSimd.Load(ref row1, at);
                    s0 = TSimd.MultiplyAdd(x, w5, s0); // kernel [1, 0]
                    x = TSimd.Load(ref row1, at + part);
                    s0 = TSimd.MultiplyAdd(x, w6, s0); // kernel [1, 1]
                    x = TSimd.Load(ref row1, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w7, s0); // kernel [1, 2]
                    x = TSimd.Load(ref row1, at + 1 + part);
                    s0 = TSimd.MultiplyAdd(x, w8, s0); // kernel [1, 3]
                    x = TSimd.Load(ref row1, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w9, s0); // kernel [1, 4]
                    x = TSimd.Load(ref row2, at);
                    s0 = TSimd.MultiplyAdd(x, w10, s0); // kernel [2, 0]
                    TVector s1 = TSimd.Multiply(x, w0); // kernel [0, 0]
                    x = TSimd.Load(ref row2, at + part);
                    s0 = TSimd.MultiplyAdd(x, w11, s0); // kernel [2, 1]
                    s1 = TSimd.MultiplyAdd(x, w1, s1); // kernel [0, 1]
                    x = TSimd.Load(ref row2, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w12, s0); // kernel [2, 2]
                    s1 = TSimd.MultiplyAdd(x, w2, s1); // kernel [0, 2]
                    x = TSimd.Load(ref row2, at + 1 + part);
                    s0 = TSimd.MultiplyAdd(x, w13, s0); // kernel [2, 3]
                    s1 = TSimd.MultiplyAdd(x, w3, s1); // kernel [0, 3]
                    x = TSimd.Load(ref row2, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w14, s0); // kernel [2, 4]
                    s1 = TSimd.MultiplyAdd(x, w4, s1); // kernel [0, 4]
                    x = TSimd.Load(ref row3, at);
                    s0 = TSimd.MultiplyAdd(x, w15, s0); // kernel [3, 0]
                    s1 = TSimd.MultiplyAdd(x, w5, s1); // kernel [1, 0]
                    x = TSimd.Load(ref row3, at + part);
                    s0 = TSimd.MultiplyAdd(x, w16, s0); // kernel [3, 1]
                    s1 = TSimd.MultiplyAdd(x, w6, s1); // kernel [1, 1]
                    x = TSimd.Load(ref row3, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w17, s0); // kernel [3, 2]
                    s1 = TSimd.MultiplyAdd(x, w7, s1); // kernel [1, 2]
                    x = TSimd.Load(ref row3, at + 1 + part);
                    s0 = TSimd.MultiplyAdd(x, w18, s0); // kernel [3, 3]
                    s1 = TSimd.MultiplyAdd(x, w8, s1); // kernel [1, 3]
                    x = TSimd.Load(ref row3, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w19, s0); // kernel [3, 4]
                    s1 = TSimd.MultiplyAdd(x, w9, s1); // kernel [1, 4]
                    x = TSimd.Load(ref row4, at);
                    s0 = TSimd.MultiplyAdd(x, w20, s0); // kernel [4, 0]
                    s1 = TSimd.MultiplyAdd(x, w10, s1); // kernel [2, 0]
                    x = TSimd.Load(ref row4, at + part);
                    s0 = TSimd.MultiplyAdd(x, w21, s0); // kernel [4, 1]
                    s1 = TSimd.MultiplyAdd(x, w11, s1); // kernel [2, 1]
                    x = TSimd.Load(ref row4, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w22, s0); // kernel [4, 2]
                    s1 = TSimd.MultiplyAdd(x, w12, s1); // kernel [2, 2]
                    x = TSimd.Load(ref row4, at + 1 + part);
                    s0 = TSimd.MultiplyAdd(x, w23, s0); // kernel [4, 3]
                    s1 = TSimd.MultiplyAdd(x, w13, s1); // kernel [2, 3]
                    x = TSimd.Load(ref row4, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w24, s0); // kernel [4, 4]
                    s1 = TSimd.MultiplyAdd(x, w14, s1); // kernel [2, 4]
                    x = TSimd.Load(ref row5, at);
                    s1 = TSimd.MultiplyAdd(x, w15, s1); // kernel [3, 0]
                    x = TSimd.Load(ref row5, at + part);
                    s1 = TSimd.MultiplyAdd(x, w16, s1); // kernel [3, 1]
                    x = TSimd.Load(ref row5, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w17, s1); // kernel [3, 2]
                    x = TSimd.Load(ref row5, at + 1 + part);
                    s1 = TSimd.MultiplyAdd(x, w18, s1); // kernel [3, 3]
                    x = TSimd.Load(ref row5, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w19, s1); // kernel [3, 4]
                    x = TSimd.Load(ref row6, at);
                    s1 = TSimd.MultiplyAdd(x, w20, s1); // kernel [4, 0]
                    x = TSimd.Load(ref row6, at + part);
                    s1 = TSimd.MultiplyAdd(x, w21, s1); // kernel [4, 1]
                    x = TSimd.Load(ref row6, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w22, s1); // kernel [4, 2]
                    x = TSimd.Load(ref row6, at + 1 + part);
                    s1 = TSimd.MultiplyAdd(x, w23, s1); // kernel [4, 3]
                    x = TSimd.Load(ref row6, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w24, s1); // kernel [4, 4]
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
            new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 },
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

        public static readonly ConvLayer<Up_Kernels> Layer = new ConvLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 5, 5 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 2, 2 },
            Dilation = new int[] { 1, 1 },
            Groups = 24,
            InChannels = 24,
            OutChannels = 24,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 5, StrideHeight = 2, PaddingHeight = 2, DilationHeight = 1;
        public const int KernelWidth = 5, StrideWidth = 2, PaddingWidth = 2, DilationWidth = 1;
        public const int Groups = 24, InChannels = 24, OutChannels = 24;
