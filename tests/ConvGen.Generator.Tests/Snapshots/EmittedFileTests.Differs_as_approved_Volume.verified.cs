//   depth    2q       3 @ q - 1, 1 @ q
//   depth    2q + 1   2 @ q, 0 @ q + 1
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
        // Outputs at depth 2q, height 2q, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [3, 3, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 3, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [3, 1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [3, 1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [1, 3, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [1, 3, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [1, 1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [1, 1, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q, height 2q, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [3, 3, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 3, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [3, 1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [3, 1, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [1, 3, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [1, 3, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [1, 1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [1, 1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q, height 2q + 1, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [3, 2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [3, 0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [3, 0, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [1, 2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [1, 2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [1, 0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [1, 0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border2<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q, height 2q + 1, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [3, 2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [3, 2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [3, 0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [3, 0, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [1, 2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [1, 2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [1, 0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [1, 0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border3<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase4<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 3, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 3, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [2, 1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [2, 1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [0, 3, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [0, 3, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [0, 1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [0, 1, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border4<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase5<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 3, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 3, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [2, 1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [2, 1, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [0, 3, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [0, 3, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [0, 1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [0, 1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border5<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q + 1, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase6<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [2, 0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [2, 0, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [0, 2, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [0, 2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [0, 0, 3]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [0, 0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border6<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 3
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 1
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
                    }
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q + 1, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase7<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [2, 2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 2); // kernel [2, 0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep + columnStep), ref w, 3); // kernel [2, 0, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep), ref w, 4); // kernel [0, 2, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + columnStep), ref w, 5); // kernel [0, 2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep), ref w, 6); // kernel [0, 0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, sliceStep + rowStep + columnStep), ref w, 7); // kernel [0, 0, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border7<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint sliceStep = args.SliceStep;
            nint rowStep = args.RowStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int slice = args.FirstSlice; slice < args.EndSlice; slice++)
                {
                    for (int row = args.FirstRow; row < args.EndRow; row++)
                    {
                        ref float x = ref Unsafe.Add(ref args.Input, (slice - args.FirstSlice) * sliceStep + (row - args.FirstRow) * rowStep);
                        ref float w = ref Unsafe.Add(ref args.Weights, ((slice * 2) + row) * 2 * TTile.WeightsPerTap);
                        for (int channel = args.Channels; channel > 0; channel--)
                        {
                            if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                            if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 0
                            x = ref Unsafe.Add(ref x, channelStep);
                            w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        }
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

        // Outputs at depth 2q, every height, every width: 32 taps.
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
                    ref float slice = ref x;
                    for (int sliceTap = 0; sliceTap < 2; sliceTap++)
                    {
                        ref float row = ref slice;
                        tile.Load(ref row, 0);
                        tile.Tap(0, ref w, 0); // kernel [3 - 2 * sliceTap, 3, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(0, ref w, 1); // kernel [3 - 2 * sliceTap, 3, 1]
                        tile.Tap(1, ref w, 2); // kernel [3 - 2 * sliceTap, 3, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(1, ref w, 3); // kernel [3 - 2 * sliceTap, 3, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        row = ref Unsafe.Add(ref row, args.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(0, ref w, 0); // kernel [3 - 2 * sliceTap, 1, 3]
                        tile.Tap(2, ref w, 1); // kernel [3 - 2 * sliceTap, 2, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(0, ref w, 2); // kernel [3 - 2 * sliceTap, 1, 1]
                        tile.Tap(1, ref w, 3); // kernel [3 - 2 * sliceTap, 1, 2]
                        tile.Tap(2, ref w, 4); // kernel [3 - 2 * sliceTap, 2, 1]
                        tile.Tap(3, ref w, 5); // kernel [3 - 2 * sliceTap, 2, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(1, ref w, 6); // kernel [3 - 2 * sliceTap, 1, 0]
                        tile.Tap(3, ref w, 7); // kernel [3 - 2 * sliceTap, 2, 0]
                        w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        row = ref Unsafe.Add(ref row, args.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(2, ref w, 0); // kernel [3 - 2 * sliceTap, 0, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(2, ref w, 1); // kernel [3 - 2 * sliceTap, 0, 1]
                        tile.Tap(3, ref w, 2); // kernel [3 - 2 * sliceTap, 0, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(3, ref w, 3); // kernel [3 - 2 * sliceTap, 0, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        slice = ref Unsafe.Add(ref slice, args.SliceStep);
                    }
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at depth 2q + 1, every height, every width: 32 taps.
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
                    ref float slice = ref x;
                    for (int sliceTap = 0; sliceTap < 2; sliceTap++)
                    {
                        ref float row = ref slice;
                        tile.Load(ref row, 0);
                        tile.Tap(0, ref w, 0); // kernel [2 - 2 * sliceTap, 3, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(0, ref w, 1); // kernel [2 - 2 * sliceTap, 3, 1]
                        tile.Tap(1, ref w, 2); // kernel [2 - 2 * sliceTap, 3, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(1, ref w, 3); // kernel [2 - 2 * sliceTap, 3, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        row = ref Unsafe.Add(ref row, args.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(0, ref w, 0); // kernel [2 - 2 * sliceTap, 1, 3]
                        tile.Tap(2, ref w, 1); // kernel [2 - 2 * sliceTap, 2, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(0, ref w, 2); // kernel [2 - 2 * sliceTap, 1, 1]
                        tile.Tap(1, ref w, 3); // kernel [2 - 2 * sliceTap, 1, 2]
                        tile.Tap(2, ref w, 4); // kernel [2 - 2 * sliceTap, 2, 1]
                        tile.Tap(3, ref w, 5); // kernel [2 - 2 * sliceTap, 2, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(1, ref w, 6); // kernel [2 - 2 * sliceTap, 1, 0]
                        tile.Tap(3, ref w, 7); // kernel [2 - 2 * sliceTap, 2, 0]
                        w = ref Unsafe.Add(ref w, 8 * TTile.WeightsPerTap);
                        row = ref Unsafe.Add(ref row, args.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(2, ref w, 0); // kernel [2 - 2 * sliceTap, 0, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(2, ref w, 1); // kernel [2 - 2 * sliceTap, 0, 1]
                        tile.Tap(3, ref w, 2); // kernel [2 - 2 * sliceTap, 0, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(3, ref w, 3); // kernel [2 - 2 * sliceTap, 0, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        slice = ref Unsafe.Add(ref slice, args.SliceStep);
                    }
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

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 63, 61, 55, 53, 31, 29, 23, 21 },
            new int[] { 62, 60, 54, 52, 30, 28, 22, 20 },
            new int[] { 59, 57, 51, 49, 27, 25, 19, 17 },
            new int[] { 58, 56, 50, 48, 26, 24, 18, 16 },
            new int[] { 47, 45, 39, 37, 15, 13, 7, 5 },
            new int[] { 46, 44, 38, 36, 14, 12, 6, 4 },
            new int[] { 43, 41, 35, 33, 11, 9, 3, 1 },
            new int[] { 42, 40, 34, 32, 10, 8, 2, 0 },
        }, new int[][]
        {
            new int[] { 63, 61, 62, 60, 55, 59, 53, 54, 57, 58, 52, 56, 51, 49, 50, 48, 31, 29, 30, 28, 23, 27, 21, 22, 25, 26, 20, 24, 19, 17, 18, 16 },
            new int[] { 47, 45, 46, 44, 39, 43, 37, 38, 41, 42, 36, 40, 35, 33, 34, 32, 15, 13, 14, 12, 7, 11, 5, 6, 9, 10, 4, 8, 3, 1, 2, 0 },
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

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Border0<TTile>(in args); break;
                case 1: Border1<TTile>(in args); break;
                case 2: Border2<TTile>(in args); break;
                case 3: Border3<TTile>(in args); break;
                case 4: Border4<TTile>(in args); break;
                case 5: Border5<TTile>(in args); break;
                case 6: Border6<TTile>(in args); break;
                case 7: Border7<TTile>(in args); break;
            }
        }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile
        {
            switch (number)
            {
                case 0: Interleaved0<TTile>(in args); break;
                case 1: Interleaved1<TTile>(in args); break;
            }
        }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 4, 4, 4 },
            Stride = new int[] { 2, 2, 2 },
            Padding = new int[] { 1, 1, 1 },
            OutputPadding = new int[] { 0, 0, 0 },
            Dilation = new int[] { 1, 1, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelDepth = 4, StrideDepth = 2, PaddingDepth = 1, OutputPaddingDepth = 0, DilationDepth = 1;
        public const int KernelHeight = 4, StrideHeight = 2, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 4, StrideWidth = 2, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
