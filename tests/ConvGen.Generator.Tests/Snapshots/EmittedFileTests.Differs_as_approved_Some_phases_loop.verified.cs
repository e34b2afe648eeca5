//   height   2q       2 @ q - 1, 0 @ q
//   height   2q + 1   1 @ q
//   width    q        16 @ q - 16, 15 @ q - 15, 14 @ q - 14, 13 @ q - 13, 12 @ q - 12, 11 @ q - 11, 10 @ q - 10, 9 @ q - 9, 8 @ q - 8, 7 @ q - 7, 6 @ q - 6, 5 @ q - 5, 4 @ q - 4, 3 @ q - 3, 2 @ q - 2, 1 @ q - 1, 0 @ q
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at height 2q + 1, every width: 17 taps.
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
                    tile.Tap(ref x, ref w, 0); // kernel [1, 16]
                    tile.Tap(ref Unsafe.Add(ref x, columnStep), ref w, 1); // kernel [1, 15]
                    tile.Tap(ref Unsafe.Add(ref x, 2 * columnStep), ref w, 2); // kernel [1, 14]
                    tile.Tap(ref Unsafe.Add(ref x, 3 * columnStep), ref w, 3); // kernel [1, 13]
                    tile.Tap(ref Unsafe.Add(ref x, 4 * columnStep), ref w, 4); // kernel [1, 12]
                    tile.Tap(ref Unsafe.Add(ref x, 5 * columnStep), ref w, 5); // kernel [1, 11]
                    tile.Tap(ref Unsafe.Add(ref x, 6 * columnStep), ref w, 6); // kernel [1, 10]
                    tile.Tap(ref Unsafe.Add(ref x, 7 * columnStep), ref w, 7); // kernel [1, 9]
                    tile.Tap(ref Unsafe.Add(ref x, 8 * columnStep), ref w, 8); // kernel [1, 8]
                    tile.Tap(ref Unsafe.Add(ref x, 9 * columnStep), ref w, 9); // kernel [1, 7]
                    tile.Tap(ref Unsafe.Add(ref x, 10 * columnStep), ref w, 10); // kernel [1, 6]
                    tile.Tap(ref Unsafe.Add(ref x, 11 * columnStep), ref w, 11); // kernel [1, 5]
                    tile.Tap(ref Unsafe.Add(ref x, 12 * columnStep), ref w, 12); // kernel [1, 4]
                    tile.Tap(ref Unsafe.Add(ref x, 13 * columnStep), ref w, 13); // kernel [1, 3]
                    tile.Tap(ref Unsafe.Add(ref x, 14 * columnStep), ref w, 14); // kernel [1, 2]
                    tile.Tap(ref Unsafe.Add(ref x, 15 * columnStep), ref w, 15); // kernel [1, 1]
                    tile.Tap(ref Unsafe.Add(ref x, 16 * columnStep), ref w, 16); // kernel [1, 0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 17 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        public static TapOrder Order => new TapOrder(1, new int[][]
        {
            new int[] {  },
            new int[] { 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17 },
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

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3, 17 },
            Stride = new int[] { 2, 1 },
            Padding = new int[] { 0, 0 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 3, StrideHeight = 2, PaddingHeight = 0, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 17, StrideWidth = 1, PaddingWidth = 0, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
