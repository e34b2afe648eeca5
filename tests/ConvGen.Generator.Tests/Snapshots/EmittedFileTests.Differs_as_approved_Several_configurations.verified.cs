//   height   2q       3 @ q - 1, 1 @ q
//   height   2q + 1   2 @ q, 0 @ q + 1
//   width    2q       3 @ q - 1, 1 @ q
//   width    2q + 1   2 @ q, 0 @ q + 1
//   height   q        2 @ q - 1, 1 @ q, 0 @ q + 1
//   width    q        2 @ q - 1, 1 @ q, 0 @ q + 1
//   length   4q       5 @ q - 1, 1 @ q
//   length   4q + 1   2 @ q
//   length   4q + 2   3 @ q
//   length   4q + 3   4 @ q, 0 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Decoder_Up1_Kernels : IPhaseKernels
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
        private static void Outputs2x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float m = ref args.Source;
            ref float y = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TSimd.Store(TSimd.Add(m0, m1), ref y, i);
                    TSimd.Store(TSimd.Add(m1, m2), ref y, t + i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
                y = ref Unsafe.Add(ref y, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Outputs3x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float m = ref args.Source;
            ref float y = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    TSimd.Store(TSimd.Add(m0, even), ref y, i);
                    TSimd.Store(odd, ref y, t + i);
                    TSimd.Store(TSimd.Add(even, m3), ref y, (2 * t) + i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
                y = ref Unsafe.Add(ref y, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows2x2<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 4);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, m1), first, i);
                    args.Write<TSimd, TVector>(TSimd.Add(m1, m2), first + 2, i);
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
                int first = args.FirstOutput + (patch * 6);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, even), first, i);
                    args.Write<TSimd, TVector>(odd, first + 2, i);
                    args.Write<TSimd, TVector>(TSimd.Add(even, m3), first + 4, i);
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

        public static void TransformOutputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 2, false): Outputs2x2<TSimd, TVector>(in args); break;
                case (3, 2, false): Outputs3x2<TSimd, TVector>(in args); break;
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

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Decoder_Up1_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 4, 4 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Decoder_Kernels : IPhaseKernels
    {
        // Outputs at every height, every width: 9 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel [2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 3); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 4); // kernel [1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + (2 * columnStep)), ref w, 5); // kernel [1, 0]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * rowStep), ref w, 6); // kernel [0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + columnStep), ref w, 7); // kernel [0, 1]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + (2 * columnStep)), ref w, 8); // kernel [0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 9 * TTile.WeightsPerTap);
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
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 3 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                        if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 2); // kernel column 0
                        x = ref Unsafe.Add(ref x, channelStep);
                        w = ref Unsafe.Add(ref w, 9 * TTile.WeightsPerTap);
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

        // Outputs at every height, two at a time, every width: 9 taps, all weights in registers.
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
            TVector bias = TSimd.Broadcast(ref args.Bias, 0);
            nint last = args.Vectors - 1;
            for (int position = 0; position < args.Positions; position++)
            {
                ref float row0 = ref args.Row(position, 0);
                ref float row1 = ref args.Row(position, 1);
                ref float row2 = ref args.Row(position, 2);
                ref float row3 = ref args.Row(position, 3);
                ref float line0 = ref args.Line(position, 0);
                ref float line1 = ref args.Line(position, 1);
                for (nint vector = 0; vector <= last; vector++)
                {
                    nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;
                    TVector x = TSimd.Load(ref row0, at);
                    TVector s0 = TSimd.Multiply(x, w0); // kernel [2, 2]
                    x = TSimd.Load(ref row0, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w1, s0); // kernel [2, 1]
                    x = TSimd.Load(ref row0, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w2, s0); // kernel [2, 0]
                    x = TSimd.Load(ref row1, at);
                    s0 = TSimd.MultiplyAdd(x, w3, s0); // kernel [1, 2]
                    TVector s1 = TSimd.Multiply(x, w0); // kernel [2, 2]
                    x = TSimd.Load(ref row1, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w4, s0); // kernel [1, 1]
                    s1 = TSimd.MultiplyAdd(x, w1, s1); // kernel [2, 1]
                    x = TSimd.Load(ref row1, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w5, s0); // kernel [1, 0]
                    s1 = TSimd.MultiplyAdd(x, w2, s1); // kernel [2, 0]
                    x = TSimd.Load(ref row2, at);
                    s0 = TSimd.MultiplyAdd(x, w6, s0); // kernel [0, 2]
                    s1 = TSimd.MultiplyAdd(x, w3, s1); // kernel [1, 2]
                    x = TSimd.Load(ref row2, at + 1);
                    s0 = TSimd.MultiplyAdd(x, w7, s0); // kernel [0, 1]
                    s1 = TSimd.MultiplyAdd(x, w4, s1); // kernel [1, 1]
                    x = TSimd.Load(ref row2, at + 2);
                    s0 = TSimd.MultiplyAdd(x, w8, s0); // kernel [0, 0]
                    s1 = TSimd.MultiplyAdd(x, w5, s1); // kernel [1, 0]
                    x = TSimd.Load(ref row3, at);
                    s1 = TSimd.MultiplyAdd(x, w6, s1); // kernel [0, 2]
                    x = TSimd.Load(ref row3, at + 1);
                    s1 = TSimd.MultiplyAdd(x, w7, s1); // kernel [0, 1]
                    x = TSimd.Load(ref row3, at + 2);
                    s1 = TSimd.MultiplyAdd(x, w8, s1); // kernel [0, 0]
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

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Inputs2x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
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
        private static void Inputs4x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
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
                    TVector d4 = TSimd.Load(ref d, (4 * s) + i);
                    TVector d5 = TSimd.Load(ref d, (5 * s) + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(-1.5f), d3, TSimd.MultiplyAdd(TSimd.Create(-2f), d2, TSimd.MultiplyAdd(TSimd.Create(1.5f), d1, TSimd.Add(d0, d4)))), ref v, i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(0.5f), d3, TSimd.MultiplyAdd(TSimd.Create(2.5f), d2, TSimd.Subtract(d1, d4))), ref v, t + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(-2.5f), d3, TSimd.MultiplyAdd(TSimd.Create(0.5f), d2, TSimd.Add(d1, d4))), ref v, (2 * t) + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(0.5f), d3, TSimd.MultiplyAdd(TSimd.Create(-0.5f), d1, TSimd.Subtract(d4, d2))), ref v, (3 * t) + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(2f), d3, TSimd.MultiplyAdd(TSimd.Create(-2f), d1, TSimd.Subtract(d2, d4))), ref v, (4 * t) + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(-1.5f), d4, TSimd.MultiplyAdd(TSimd.Create(-2f), d3, TSimd.MultiplyAdd(TSimd.Create(1.5f), d2, TSimd.Add(d1, d5)))), ref v, (5 * t) + i);
                }
                d = ref Unsafe.Add(ref d, args.SourcePatchStep);
                v = ref Unsafe.Add(ref v, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Outputs2x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float m = ref args.Source;
            ref float y = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    TSimd.Store(TSimd.Add(m0, even), ref y, i);
                    TSimd.Store(TSimd.Add(odd, m3), ref y, t + i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
                y = ref Unsafe.Add(ref y, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Outputs4x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep, t = args.TargetStep;
            ref float m = ref args.Source;
            ref float y = ref args.Target;
            for (int patch = args.Patches; patch > 0; patch--)
            {
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector m4 = TSimd.Load(ref m, (4 * s) + i);
                    TVector m5 = TSimd.Load(ref m, (5 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    TSimd.Store(TSimd.Add(TSimd.Add(TSimd.Add(m0, even), m3), m4), ref y, i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(-0.5f), m4, TSimd.MultiplyAdd(TSimd.Create(2f), m3, odd)), ref y, t + i);
                    TSimd.Store(TSimd.MultiplyAdd(TSimd.Create(0.25f), m4, TSimd.MultiplyAdd(TSimd.Create(4f), m3, even)), ref y, (2 * t) + i);
                    TSimd.Store(TSimd.Add(TSimd.MultiplyAdd(TSimd.Create(-0.125f), m4, TSimd.MultiplyAdd(TSimd.Create(8f), m3, odd)), m5), ref y, (3 * t) + i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
                y = ref Unsafe.Add(ref y, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows2x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 2);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, even), first, i);
                    args.Write<TSimd, TVector>(TSimd.Add(odd, m3), first + 1, i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows4x3<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 4);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector m4 = TSimd.Load(ref m, (4 * s) + i);
                    TVector m5 = TSimd.Load(ref m, (5 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    args.Write<TSimd, TVector>(TSimd.Add(TSimd.Add(TSimd.Add(m0, even), m3), m4), first, i);
                    args.Write<TSimd, TVector>(TSimd.MultiplyAdd(TSimd.Create(-0.5f), m4, TSimd.MultiplyAdd(TSimd.Create(2f), m3, odd)), first + 1, i);
                    args.Write<TSimd, TVector>(TSimd.MultiplyAdd(TSimd.Create(0.25f), m4, TSimd.MultiplyAdd(TSimd.Create(4f), m3, even)), first + 2, i);
                    args.Write<TSimd, TVector>(TSimd.Add(TSimd.MultiplyAdd(TSimd.Create(-0.125f), m4, TSimd.MultiplyAdd(TSimd.Create(8f), m3, odd)), m5), first + 3, i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
            }
        }

        private static void Weights2x3(in WeightArguments args)
        {
            global::System.ReadOnlySpan<double> g = args.Source;
            global::System.Span<double> u = args.Target;
            for (int i = 0; i < args.Length; i++)
            {
                double g0 = g[i];
                double g1 = g[args.SourceStep + i];
                double g2 = g[(2 * args.SourceStep) + i];
                u[i] = g0;
                u[args.TargetStep + i] = (g0 + g1 + g2) / 2;
                u[(2 * args.TargetStep) + i] = (g0 - g1 + g2) / 2;
                u[(3 * args.TargetStep) + i] = g2;
            }
        }

        private static void Weights4x3(in WeightArguments args)
        {
            global::System.ReadOnlySpan<double> g = args.Source;
            global::System.Span<double> u = args.Target;
            for (int i = 0; i < args.Length; i++)
            {
                double g0 = g[i];
                double g1 = g[args.SourceStep + i];
                double g2 = g[(2 * args.SourceStep) + i];
                u[i] = g0;
                u[args.TargetStep + i] = (g0 + g1 + g2) / 3;
                u[(2 * args.TargetStep) + i] = (g0 - g1 + g2) / 3;
                u[(3 * args.TargetStep) + i] = (g0 + (2 * g1) + (4 * g2)) / 15;
                u[(4 * args.TargetStep) + i] = (g0 - (0.5 * g1) + (0.25 * g2)) / 0.9375;
                u[(5 * args.TargetStep) + i] = g2;
            }
        }

        public static void TransformInputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 3, false): Inputs2x3<TSimd, TVector>(in args); break;
                case (4, 3, false): Inputs4x3<TSimd, TVector>(in args); break;
            }
        }

        public static void TransformOutputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 3, false): Outputs2x3<TSimd, TVector>(in args); break;
                case (4, 3, false): Outputs4x3<TSimd, TVector>(in args); break;
            }
        }

        public static void WriteOutputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 3, false): Rows2x3<TSimd, TVector>(in args); break;
                case (4, 3, false): Rows4x3<TSimd, TVector>(in args); break;
            }
        }

        public static void TransformWeights(in WeightArguments args)
        {
            switch ((args.Outputs, args.Taps))
            {
                case (2, 3): Weights2x3(in args); break;
                case (4, 3): Weights4x3(in args); break;
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
            new int[] { 8, 7, 6, 5, 4, 3, 2, 1, 0 },
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

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Decoder_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3, 3 },
            Stride = new int[] { 1, 1 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Decoder_event_Kernels : IPhaseKernels
    {
        // Outputs at length 4q: 2 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [5]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 4q + 1: 1 tap.
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
                    tile.Tap(ref x, ref w, 0); // kernel [2]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 4q + 2: 1 tap.
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
                    tile.Tap(ref x, ref w, 0); // kernel [3]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 4q + 3: 2 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [4]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [0]
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

        // Outputs at every length: 6 taps.
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
                    tile.Tap(0, ref w, 0); // kernel [5]
                    tile.Load(ref x, 1);
                    tile.Tap(0, ref w, 1); // kernel [1]
                    tile.Tap(1, ref w, 2); // kernel [2]
                    tile.Tap(2, ref w, 3); // kernel [3]
                    tile.Tap(3, ref w, 4); // kernel [4]
                    tile.Load(ref x, 2);
                    tile.Tap(3, ref w, 5); // kernel [0]
                    w = ref Unsafe.Add(ref w, 6 * TTile.WeightsPerTap);
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Inputs2x2Raw<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
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
                    TSimd.Store(d1, ref v, (3 * t) + i);
                    TSimd.Store(d2, ref v, (4 * t) + i);
                }
                d = ref Unsafe.Add(ref d, args.SourcePatchStep);
                v = ref Unsafe.Add(ref v, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Inputs3x2Raw<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
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
                    TSimd.Store(d1, ref v, (4 * t) + i);
                    TSimd.Store(d2, ref v, (5 * t) + i);
                    TSimd.Store(d3, ref v, (6 * t) + i);
                }
                d = ref Unsafe.Add(ref d, args.SourcePatchStep);
                v = ref Unsafe.Add(ref v, args.TargetPatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows2x2Raw<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 8);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, m1), first, i);
                    args.Write<TSimd, TVector>(TSimd.Add(m1, m2), first + 4, i);
                }
                m = ref Unsafe.Add(ref m, args.SourcePatchStep);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Rows3x2Raw<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            nint s = args.SourceStep;
            ref float m = ref args.Source;
            for (int patch = 0; patch < args.Patches; patch++)
            {
                int first = args.FirstOutput + (patch * 12);
                for (nint i = 0; i < args.Length; i += TSimd.Lanes)
                {
                    TVector m0 = TSimd.Load(ref m, i);
                    TVector m1 = TSimd.Load(ref m, s + i);
                    TVector m2 = TSimd.Load(ref m, (2 * s) + i);
                    TVector m3 = TSimd.Load(ref m, (3 * s) + i);
                    TVector even = TSimd.Add(m1, m2), odd = TSimd.Subtract(m1, m2);
                    args.Write<TSimd, TVector>(TSimd.Add(m0, even), first, i);
                    args.Write<TSimd, TVector>(odd, first + 4, i);
                    args.Write<TSimd, TVector>(TSimd.Add(even, m3), first + 8, i);
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
                case (2, 2, true): Inputs2x2Raw<TSimd, TVector>(in args); break;
                case (3, 2, true): Inputs3x2Raw<TSimd, TVector>(in args); break;
            }
        }

        public static void WriteOutputs<TSimd, TVector>(in TransformArguments args) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            switch ((args.Outputs, args.Taps, args.HasRaw))
            {
                case (2, 2, true): Rows2x2Raw<TSimd, TVector>(in args); break;
                case (3, 2, true): Rows3x2Raw<TSimd, TVector>(in args); break;
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
            new int[] { 5, 1 },
            new int[] { 2 },
            new int[] { 3 },
            new int[] { 4, 0 },
        }, new int[][]
        {
            new int[] { 5, 1, 2, 3, 4, 0 },
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
            }
        }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Decoder_event_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 6 },
            Stride = new int[] { 4 },
            Padding = new int[] { 1 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Decoder
        public const int KernelHeight = 3, StrideHeight = 1, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 3, StrideWidth = 1, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
        public static class Up1
            public const int KernelHeight = 4, StrideHeight = 2, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 1;
            public const int KernelWidth = 4, StrideWidth = 2, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 1;
            public const int Groups = 1;
        public static class @event
            public const int KernelLength = 6, StrideLength = 4, PaddingLength = 1, OutputPaddingLength = 0, DilationLength = 1;
            public const int Groups = 1;
