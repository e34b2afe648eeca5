//   height   2q + 1   2 @ q - 3, 1 @ q - 1, 0 @ q + 1
//   height   1 other offset of 2 without a kernel element: the bias alone
//   width    2q + 1   2 @ q - 3, 1 @ q - 1, 0 @ q + 1
//   width    1 other offset of 2 without a kernel element: the bias alone
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at height 2q + 1, width 2q + 1: 9 taps.
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
                    tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 1); // kernel [2, 1]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep), ref w, 2); // kernel [2, 0]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * rowStep), ref w, 3); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + (2 * columnStep)), ref w, 4); // kernel [1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, (2 * rowStep) + (4 * columnStep)), ref w, 5); // kernel [1, 0]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * rowStep), ref w, 6); // kernel [0, 2]
                    tile.Tap(ref Unsafe.Add(ref x, (4 * rowStep) + (2 * columnStep)), ref w, 7); // kernel [0, 1]
                    tile.Tap(ref Unsafe.Add(ref x, (4 * rowStep) + (4 * columnStep)), ref w, 8); // kernel [0, 0]
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
            nint before = 2 * first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                for (int row = args.FirstRow; row < args.EndRow; row++)
                {
                    ref float x = ref Unsafe.Add(ref args.Input, 2 * (row - args.FirstRow) * rowStep);
                    ref float w = ref Unsafe.Add(ref args.Weights, row * 3 * TTile.WeightsPerTap);
                    for (int channel = args.Channels; channel > 0; channel--)
                    {
                        if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 2
                        if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 1); // kernel column 1
                        if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep - before), ref w, 2); // kernel column 0
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

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3, 3 },
            Stride = new int[] { 2, 2 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 4, 4 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 3, StrideHeight = 2, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 4;
        public const int KernelWidth = 3, StrideWidth = 2, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 4;
        public const int Groups = 1;
