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

        public static TapOrder Order => new TapOrder(1, new int[][]
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
