//   length   2q       48 @ q - 12, 46 @ q - 11, 44 @ q - 10, 42 @ q - 9, 40 @ q - 8, 38 @ q - 7, 36 @ q - 6, 34 @ q - 5, 32 @ q - 4, 30 @ q - 3, 28 @ q - 2, 26 @ q - 1, 24 @ q, 22 @ q + 1, 20 @ q + 2, 18 @ q + 3, 16 @ q + 4, 14 @ q + 5, 12 @ q + 6, 10 @ q + 7, 8 @ q + 8, 6 @ q + 9, 4 @ q + 10, 2 @ q + 11, 0 @ q + 12
//   length   2q + 1   47 @ q - 11, 45 @ q - 10, 43 @ q - 9, 41 @ q - 8, 39 @ q - 7, 37 @ q - 6, 35 @ q - 5, 33 @ q - 4, 31 @ q - 3, 29 @ q - 2, 27 @ q - 1, 25 @ q, 23 @ q + 1, 21 @ q + 2, 19 @ q + 3, 17 @ q + 4, 15 @ q + 5, 13 @ q + 6, 11 @ q + 7, 9 @ q + 8, 7 @ q + 9, 5 @ q + 10, 3 @ q + 11, 1 @ q + 12
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at length 2q + 1: 24 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [47]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [45]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel [43]
                    tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep), ref w, 3); // kernel [41]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep), ref w, 4); // kernel [39]
                    tile.Tap(ref Unsafe.Add(ref x, 5 * columnStep), ref w, 5); // kernel [37]
                    tile.Tap(ref Unsafe.Add(ref x, 6 * columnStep), ref w, 6); // kernel [35]
                    tile.Tap(ref Unsafe.Add(ref x, 7 * columnStep), ref w, 7); // kernel [33]
                    tile.Tap(ref Unsafe.Add(ref x, 8 * columnStep), ref w, 8); // kernel [31]
                    tile.Tap(ref Unsafe.Add(ref x, 9 * columnStep), ref w, 9); // kernel [29]
                    tile.Tap(ref Unsafe.Add(ref x, 10 * columnStep), ref w, 10); // kernel [27]
                    tile.Tap(ref Unsafe.Add(ref x, 11 * columnStep), ref w, 11); // kernel [25]
                    tile.Tap(ref Unsafe.Add(ref x, 12 * columnStep), ref w, 12); // kernel [23]
                    tile.Tap(ref Unsafe.Add(ref x, 13 * columnStep), ref w, 13); // kernel [21]
                    tile.Tap(ref Unsafe.Add(ref x, 14 * columnStep), ref w, 14); // kernel [19]
                    tile.Tap(ref Unsafe.Add(ref x, 15 * columnStep), ref w, 15); // kernel [17]
                    tile.Tap(ref Unsafe.Add(ref x, 16 * columnStep), ref w, 16); // kernel [15]
                    tile.Tap(ref Unsafe.Add(ref x, 17 * columnStep), ref w, 17); // kernel [13]
                    tile.Tap(ref Unsafe.Add(ref x, 18 * columnStep), ref w, 18); // kernel [11]
                    tile.Tap(ref Unsafe.Add(ref x, 19 * columnStep), ref w, 19); // kernel [9]
                    tile.Tap(ref Unsafe.Add(ref x, 20 * columnStep), ref w, 20); // kernel [7]
                    tile.Tap(ref Unsafe.Add(ref x, 21 * columnStep), ref w, 21); // kernel [5]
                    tile.Tap(ref Unsafe.Add(ref x, 22 * columnStep), ref w, 22); // kernel [3]
                    tile.Tap(ref Unsafe.Add(ref x, 23 * columnStep), ref w, 23); // kernel [1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 24 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Border1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            nint columnStep = args.ColumnStep;
            int first = args.FirstColumn, end = args.EndColumn;
            nint before = first * columnStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    if (first == 0 && end > 0) tile.Tap(ref x, ref w, 0); // kernel column 47
                    if (first <= 1 && end > 1) tile.Tap(ref Unsafe.Add(ref x, columnStep - before), ref w, 1); // kernel column 45
                    if (first <= 2 && end > 2) tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep - before), ref w, 2); // kernel column 43
                    if (first <= 3 && end > 3) tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep - before), ref w, 3); // kernel column 41
                    if (first <= 4 && end > 4) tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep - before), ref w, 4); // kernel column 39
                    if (first <= 5 && end > 5) tile.Tap(ref Unsafe.Add(ref x, 5 * columnStep - before), ref w, 5); // kernel column 37
                    if (first <= 6 && end > 6) tile.Tap(ref Unsafe.Add(ref x, 6 * columnStep - before), ref w, 6); // kernel column 35
                    if (first <= 7 && end > 7) tile.Tap(ref Unsafe.Add(ref x, 7 * columnStep - before), ref w, 7); // kernel column 33
                    if (first <= 8 && end > 8) tile.Tap(ref Unsafe.Add(ref x, 8 * columnStep - before), ref w, 8); // kernel column 31
                    if (first <= 9 && end > 9) tile.Tap(ref Unsafe.Add(ref x, 9 * columnStep - before), ref w, 9); // kernel column 29
                    if (first <= 10 && end > 10) tile.Tap(ref Unsafe.Add(ref x, 10 * columnStep - before), ref w, 10); // kernel column 27
                    if (first <= 11 && end > 11) tile.Tap(ref Unsafe.Add(ref x, 11 * columnStep - before), ref w, 11); // kernel column 25
                    if (first <= 12 && end > 12) tile.Tap(ref Unsafe.Add(ref x, 12 * columnStep - before), ref w, 12); // kernel column 23
                    if (first <= 13 && end > 13) tile.Tap(ref Unsafe.Add(ref x, 13 * columnStep - before), ref w, 13); // kernel column 21
                    if (first <= 14 && end > 14) tile.Tap(ref Unsafe.Add(ref x, 14 * columnStep - before), ref w, 14); // kernel column 19
                    if (first <= 15 && end > 15) tile.Tap(ref Unsafe.Add(ref x, 15 * columnStep - before), ref w, 15); // kernel column 17
                    if (first <= 16 && end > 16) tile.Tap(ref Unsafe.Add(ref x, 16 * columnStep - before), ref w, 16); // kernel column 15
                    if (first <= 17 && end > 17) tile.Tap(ref Unsafe.Add(ref x, 17 * columnStep - before), ref w, 17); // kernel column 13
                    if (first <= 18 && end > 18) tile.Tap(ref Unsafe.Add(ref x, 18 * columnStep - before), ref w, 18); // kernel column 11
                    if (first <= 19 && end > 19) tile.Tap(ref Unsafe.Add(ref x, 19 * columnStep - before), ref w, 19); // kernel column 9
                    if (first <= 20 && end > 20) tile.Tap(ref Unsafe.Add(ref x, 20 * columnStep - before), ref w, 20); // kernel column 7
                    if (first <= 21 && end > 21) tile.Tap(ref Unsafe.Add(ref x, 21 * columnStep - before), ref w, 21); // kernel column 5
                    if (first <= 22 && end > 22) tile.Tap(ref Unsafe.Add(ref x, 22 * columnStep - before), ref w, 22); // kernel column 3
                    if (first <= 23 && end > 23) tile.Tap(ref Unsafe.Add(ref x, 23 * columnStep - before), ref w, 23); // kernel column 1
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 24 * TTile.WeightsPerTap);
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
            new int[] {  },
            new int[] { 47, 45, 43, 41, 39, 37, 35, 33, 31, 29, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1 },
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 1: Phase1<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 1: Border1<TTile>(in args); break;
            }
        }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 49 },
            Stride = new int[] { 2 },
            Padding = new int[] { 24 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelLength = 49, StrideLength = 2, PaddingLength = 24, OutputPaddingLength = 0, DilationLength = 1;
        public const int Groups = 1;
