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

        public static TapOrder Order => new TapOrder(2, new int[][]
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
