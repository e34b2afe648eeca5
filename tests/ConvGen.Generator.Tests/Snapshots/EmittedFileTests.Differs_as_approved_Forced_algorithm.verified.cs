//   height   2q       1 @ q
//   height   2q + 1   2 @ q, 0 @ q + 1
//   width    2q       1 @ q
//   width    2q + 1   2 @ q, 0 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
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
                    tile.Tap(ref x, ref w, 0); // kernel [1, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q, width 2q + 1: 2 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at height 2q + 1, width 2q: 2 taps.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
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
                    tile.Tap(ref x, ref w, 0); // kernel [2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, rowStep), ref w, 1); // kernel [0, 1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 2 * TTile.WeightsPerTap);
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

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 4 },
            new int[] { 5, 3 },
            new int[] { 7, 1 },
            new int[] { 8, 6, 2, 0 },
        }, new int[][]
        {
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
                case 3: Border3<TTile>(in args); break;
            }
        }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3, 3 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 1, 1 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
            Algorithm = global::ConvGen.Algorithm.DirectPixels,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 3, StrideHeight = 2, PaddingHeight = 1, OutputPaddingHeight = 1, DilationHeight = 1;
        public const int KernelWidth = 3, StrideWidth = 2, PaddingWidth = 1, OutputPaddingWidth = 1, DilationWidth = 1;
        public const int Groups = 1;
