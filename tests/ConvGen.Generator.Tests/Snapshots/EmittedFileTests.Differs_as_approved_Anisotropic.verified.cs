//   height   q        2 @ q - 3, 1 @ q - 1, 0 @ q + 1
//   width    3q       2 @ q
//   width    3q + 1   3 @ q, 0 @ q + 1
//   width    3q + 2   4 @ q, 1 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at every height, width 3q: 3 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint rowStep = args.RowStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * rowStep), ref w, 1); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * rowStep), ref w, 2); // kernel [0, 2]
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
            nint rowStep = args.RowStep;
            int first = args.FirstColumn, end = args.EndColumn;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int row = args.FirstRow; row < args.EndRow; row++)
                {
                    ref float x = ref Unsafe.Add(ref args.Input, 2 * (row - args.FirstRow) * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 1 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 3 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every height, width 3q + 1: 6 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * rowStep), ref w, 2); // kernel [1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + columnStep), ref w, 3); // kernel [1, 0]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * rowStep), ref w, 4); // kernel [0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, (4 * rowStep) + columnStep), ref w, 5); // kernel [0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 6 * TTile.WeightsPerTap);
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
                    ref float x = ref Unsafe.Add(ref args.Input, 2 * (row - args.FirstRow) * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 6 * TTile.WeightsPerTap);
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every height, width 3q + 2: 6 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 4]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * rowStep), ref w, 2); // kernel [1, 4]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + columnStep), ref w, 3); // kernel [1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * rowStep), ref w, 4); // kernel [0, 4]
                    tile.Tap(ref Unsafe.Add(ref x, (4 * rowStep) + columnStep), ref w, 5); // kernel [0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 6 * TTile.WeightsPerTap);
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
                    ref float x = ref Unsafe.Add(ref args.Input, 2 * (row - args.FirstRow) * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 2 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 4
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 6 * TTile.WeightsPerTap);
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

        // Outputs at every height, every width: 15 taps.
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
                    tile.Tap(0, ref w, 0); // kernel [2, 2]
                    tile.Tap(1, ref w, 1); // kernel [2, 3]
                    tile.Tap(2, ref w, 2); // kernel [2, 4]
                    tile.Load(ref x, 1);
                    tile.Tap(1, ref w, 3); // kernel [2, 0]
                    tile.Tap(2, ref w, 4); // kernel [2, 1]
                    ref float x_2 = ref Unsafe.Add(ref x, 2 * args.RowStep);
                    tile.Load(ref x_2, 0);
                    tile.Tap(0, ref w, 5); // kernel [1, 2]
                    tile.Tap(1, ref w, 6); // kernel [1, 3]
                    tile.Tap(2, ref w, 7); // kernel [1, 4]
                    tile.Load(ref x_2, 1);
                    tile.Tap(1, ref w, 8); // kernel [1, 0]
                    tile.Tap(2, ref w, 9); // kernel [1, 1]
                    ref float x_4 = ref Unsafe.Add(ref x, 4 * args.RowStep);
                    tile.Load(ref x_4, 0);
                    tile.Tap(0, ref w, 10); // kernel [0, 2]
                    tile.Tap(1, ref w, 11); // kernel [0, 3]
                    tile.Tap(2, ref w, 12); // kernel [0, 4]
                    tile.Load(ref x_4, 1);
                    tile.Tap(1, ref w, 13); // kernel [0, 0]
                    tile.Tap(2, ref w, 14); // kernel [0, 1]
                    w = ref Unsafe.Add(ref w, 15 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at every height, every width: 15 taps, all weights in registers.
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
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float row2 = ref args.Row(position, 2);
                ref float row4 = ref args.Row(position, 4);
                ref float line0 = ref args.Line(position, 0);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [2, 2]
                    TVector s1 = TSimd.Multiply(x, w1); // kernel [2, 3]
                    TVector s2 = TSimd.Multiply(x, w2); // kernel [2, 4]
                    x = TSimd.Load(ref row0, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w3, s1); // kernel [2, 0]
                    s2 = TSimd.MultiplyAdd(x, w4, s2); // kernel [2, 1]
                    x = TSimd.Load(ref row2, at);
                    s0 = TSimd.MultiplyAdd(x, w5, s0); // kernel [1, 2]
                    s1 = TSimd.MultiplyAdd(x, w6, s1); // kernel [1, 3]
                    s2 = TSimd.MultiplyAdd(x, w7, s2); // kernel [1, 4]
                    x = TSimd.Load(ref row2, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w8, s1); // kernel [1, 0]
                    s2 = TSimd.MultiplyAdd(x, w9, s2); // kernel [1, 1]
                    x = TSimd.Load(ref row4, at);
                    s0 = TSimd.MultiplyAdd(x, w10, s0); // kernel [0, 2]
                    s1 = TSimd.MultiplyAdd(x, w11, s1); // kernel [0, 3]
                    s2 = TSimd.MultiplyAdd(x, w12, s2); // kernel [0, 4]
                    x = TSimd.Load(ref row4, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w13, s1); // kernel [0, 0]
                    s2 = TSimd.MultiplyAdd(x, w14, s2); // kernel [0, 1]
                    ref float y0 = ref Unsafe.Add(ref line0, at * 3);
                    if (vector == last && args.EndsInStrip)
                    {
                        y0 = ref args.End(position, 0);
                    }
                    InterleavedStore.Triples<TSimd, TVector>(s0, s1, s2, bias, ref y0, 0);
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
            new int[] { 12, 7, 2 },
            new int[] { 13, 10, 8, 5, 3, 0 },
            new int[] { 14, 11, 9, 6, 4, 1 },
        }, new int[][]
        {
            new int[] { 12, 13, 14, 10, 11, 7, 8, 9, 5, 6, 2, 3, 4, 0, 1 },
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
                case 1: Phase1<TTile>(in args); break;
                case 2: Phase2<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Border0<TTile>(in args); break;
                case 1: Border1<TTile>(in args); break;
                case 2: Border2<TTile>(in args); break;
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
            Kernel = new int[] { 3, 5 },
            Stride = new int[] { 1, 3 },
            Padding = new int[] { 1, 2 },
            OutputPadding = new int[] { 0, 2 },
            Dilation = new int[] { 2, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 3, StrideHeight = 1, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 2;
        public const int KernelWidth = 5, StrideWidth = 3, PaddingWidth = 2, OutputPaddingWidth = 2, DilationWidth = 1;
        public const int Groups = 1;
