//   height   2q       3 @ q - 1, 1 @ q
//   height   2q + 1   2 @ q, 0 @ q + 1
//   width    2q       3 @ q - 1, 1 @ q
//   width    2q + 1   2 @ q, 0 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at height 2q, width 2q: 4 taps.
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
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [3, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [1, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q, width 2q + 1: 4 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [3, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border1<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, width 2q: 4 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border2<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, width 2q + 1: 4 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border3<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
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

        // Outputs at every height, every width: 16 taps.
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
                    tile.Tap(0, ref w, 0); // kernel [3, 3]
                    tile.Load(ref x, 1);
                    tile.Tap(0, ref w, 1); // kernel [3, 1]
                    tile.Tap(1, ref w, 2); // kernel [3, 2]
                    tile.Load(ref x, 2);
                    tile.Tap(1, ref w, 3); // kernel [3, 0]
                    ref float x_1 = ref Unsafe.Add(ref x, args.RowStep);
                    tile.Load(ref x_1, 0);
                    tile.Tap(0, ref w, 4); // kernel [1, 3]
                    tile.Tap(2, ref w, 5); // kernel [2, 3]
                    tile.Load(ref x_1, 1);
                    tile.Tap(0, ref w, 6); // kernel [1, 1]
                    tile.Tap(1, ref w, 7); // kernel [1, 2]
                    tile.Tap(2, ref w, 8); // kernel [2, 1]
                    tile.Tap(3, ref w, 9); // kernel [2, 2]
                    tile.Load(ref x_1, 2);
                    tile.Tap(1, ref w, 10); // kernel [1, 0]
                    tile.Tap(3, ref w, 11); // kernel [2, 0]
                    ref float x_2 = ref Unsafe.Add(ref x, 2 * args.RowStep);
                    tile.Load(ref x_2, 0);
                    tile.Tap(2, ref w, 12); // kernel [0, 3]
                    tile.Load(ref x_2, 1);
                    tile.Tap(2, ref w, 13); // kernel [0, 1]
                    tile.Tap(3, ref w, 14); // kernel [0, 2]
                    tile.Load(ref x_2, 2);
                    tile.Tap(3, ref w, 15); // kernel [0, 0]
                    w = ref Unsafe.Add(ref w, 16 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every height, every width: 16 taps, all weights in registers.
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
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float row1 = ref args.Row(position, 1);
                ref float row2 = ref args.Row(position, 2);
                ref float line0 = ref args.Line(position, 0);
                ref float line1 = ref args.Line(position, 1);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [3, 3]
                    x = TSimd.Load(ref row0, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w1, s0); // kernel [3, 1]
                    TVector s1 = TSimd.Multiply(x, w2); // kernel [3, 2]
                    x = TSimd.Load(ref row0, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w3, s1); // kernel [3, 0]
                    x = TSimd.Load(ref row1, at);
                    s0 = TSimd.MultiplyAdd(x, w4, s0); // kernel [1, 3]
                    TVector s2 = TSimd.Multiply(x, w5); // kernel [2, 3]
                    x = TSimd.Load(ref row1, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w6, s0); // kernel [1, 1]
                    s1 = TSimd.MultiplyAdd(x, w7, s1); // kernel [1, 2]
                    s2 = TSimd.MultiplyAdd(x, w8, s2); // kernel [2, 1]
                    TVector s3 = TSimd.Multiply(x, w9); // kernel [2, 2]
                    x = TSimd.Load(ref row1, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w10, s1); // kernel [1, 0]
                    s3 = TSimd.MultiplyAdd(x, w11, s3); // kernel [2, 0]
                    x = TSimd.Load(ref row2, at);
                    s2 = TSimd.MultiplyAdd(x, w12, s2); // kernel [0, 3]
                    x = TSimd.Load(ref row2, at + 1);
                    s2 = TSimd.MultiplyAdd(x, w13, s2); // kernel [0, 1]
                    s3 = TSimd.MultiplyAdd(x, w14, s3); // kernel [0, 2]
                    x = TSimd.Load(ref row2, at + 2);
                    s3 = TSimd.MultiplyAdd(x, w15, s3); // kernel [0, 0]
                    ref float y0 = ref Unsafe.Add(ref line0, at * 2);
                    ref float y1 = ref Unsafe.Add(ref line1, at * 2);
                    if (vector == last && args.EndsInStrip)
                    {
                        y0 = ref args.End(position, 0);
                        y1 = ref args.End(position, 1);
                    }
                    InterleavedStore.Pairs<TSimd, TVector>(s0, s1, bias, ref y0, 0);
                    InterleavedStore.Pairs<TSimd, TVector>(s2, s3, bias, ref y1, 0);
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
            new int[] { 15, 13, 7, 5 },
            new int[] { 14, 12, 6, 4 },
            new int[] { 11, 9, 3, 1 },
            new int[] { 10, 8, 2, 0 },
        }, new int[][]
        {
            new int[] { 15, 13, 14, 12, 7, 11, 5, 6, 9, 10, 4, 8, 3, 1, 2, 0 },
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

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Border0<TTile>(in args); break;
                case 1: Border1<TTile>(in args); break;
                case 2: Border2<TTile>(in args); break;
                case 3: Border3<TTile>(in args); break;
            }
        }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile
        {
            switch (number)
            {
                case 0: Interleaved0<TTile>(in args); break;
            }
        }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 4, 4 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 19,
            InChannels = 19,
            OutChannels = 19,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 4, StrideHeight = 2, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 4, StrideWidth = 2, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 19, InChannels = 19, OutChannels = 19;
