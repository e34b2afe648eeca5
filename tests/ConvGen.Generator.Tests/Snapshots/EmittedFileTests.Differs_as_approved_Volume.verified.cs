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
        private static void Phase0<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q, height 2q, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q, height 2q + 1, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q, height 2q + 1, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase4<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase5<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q + 1, width 2q: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase6<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q + 1, height 2q + 1, width 2q + 1: 8 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase7<TTile>(in TileRun run) where TTile : struct, ITile
        {
            nint channelStep = run.ChannelStep;
            nint sliceStep = run.SliceStep;
            nint rowStep = run.RowStep;
            nint columnStep = run.ColumnStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q, every height, every width: 32 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Row0<TTile>(in TileRun run) where TTile : struct, IRowTile
        {
            nint channelStep = run.ChannelStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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
                        row = ref Unsafe.Add(ref row, run.RowStep);
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
                        row = ref Unsafe.Add(ref row, run.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(2, ref w, 0); // kernel [3 - 2 * sliceTap, 0, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(2, ref w, 1); // kernel [3 - 2 * sliceTap, 0, 1]
                        tile.Tap(3, ref w, 2); // kernel [3 - 2 * sliceTap, 0, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(3, ref w, 3); // kernel [3 - 2 * sliceTap, 0, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        slice = ref Unsafe.Add(ref slice, run.SliceStep);
                    }
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in run, index);
            }
        }

        // Outputs at depth 2q + 1, every height, every width: 32 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Row1<TTile>(in TileRun run) where TTile : struct, IRowTile
        {
            nint channelStep = run.ChannelStep;
            for (int index = 0; index < run.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in run, index);
                ref float x = ref run.Input;
                ref float w = ref run.Weights;
                for (int channel = run.Channels; channel > 0; channel--)
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
                        row = ref Unsafe.Add(ref row, run.RowStep);
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
                        row = ref Unsafe.Add(ref row, run.RowStep);
                        tile.Load(ref row, 0);
                        tile.Tap(2, ref w, 0); // kernel [2 - 2 * sliceTap, 0, 3]
                        tile.Load(ref row, 1);
                        tile.Tap(2, ref w, 1); // kernel [2 - 2 * sliceTap, 0, 1]
                        tile.Tap(3, ref w, 2); // kernel [2 - 2 * sliceTap, 0, 2]
                        tile.Load(ref row, 2);
                        tile.Tap(3, ref w, 3); // kernel [2 - 2 * sliceTap, 0, 0]
                        w = ref Unsafe.Add(ref w, 4 * TTile.WeightsPerTap);
                        slice = ref Unsafe.Add(ref slice, run.SliceStep);
                    }
                    x = ref Unsafe.Add(ref x, channelStep);
                }

                tile.Store(in run, index);
            }
        }

        public static int UnrolledTaps => 24;

        public static int Rows => 2;

        public static void Run<TTile>(int phase, in TileRun run) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in run); break;
                case 1: Phase1<TTile>(in run); break;
                case 2: Phase2<TTile>(in run); break;
                case 3: Phase3<TTile>(in run); break;
                case 4: Phase4<TTile>(in run); break;
                case 5: Phase5<TTile>(in run); break;
                case 6: Phase6<TTile>(in run); break;
                case 7: Phase7<TTile>(in run); break;
            }
        }

        public static void RunRow<TTile>(int row, in TileRun run) where TTile : struct, IRowTile
        {
            switch (row)
            {
                case 0: Row0<TTile>(in run); break;
                case 1: Row1<TTile>(in run); break;
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
