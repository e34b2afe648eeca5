//   height   q        2 @ q - 1, 1 @ q, 0 @ q + 1
//   width    q        2 @ q - 1, 1 @ q, 0 @ q + 1
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
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

        public static TapOrder Order => new TapOrder(1, new int[][]
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

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 3, 3 },
            Stride = new int[] { 1, 1 },
            Padding = new int[] { 1, 1 },
            OutputPadding = new int[] { 0, 0 },
            Dilation = new int[] { 1, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelHeight = 3, StrideHeight = 1, PaddingHeight = 1, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 3, StrideWidth = 1, PaddingWidth = 1, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
