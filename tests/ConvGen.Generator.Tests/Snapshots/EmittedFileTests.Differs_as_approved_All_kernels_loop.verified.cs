//   length   q        24 @ q - 12, 23 @ q - 11, 22 @ q - 10, 21 @ q - 9, 20 @ q - 8, 19 @ q - 7, 18 @ q - 6, 17 @ q - 5, 16 @ q - 4, 15 @ q - 3, 14 @ q - 2, 13 @ q - 1, 12 @ q, 11 @ q + 1, 10 @ q + 2, 9 @ q + 3, 8 @ q + 4, 7 @ q + 5, 6 @ q + 6, 5 @ q + 7, 4 @ q + 8, 3 @ q + 9, 2 @ q + 10, 1 @ q + 11, 0 @ q + 12
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        public static TapOrder Order => new TapOrder(3, new int[][]
        {
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 25 },
            Stride = new int[] { 1 },
            Padding = new int[] { 12 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelLength = 25, StrideLength = 1, PaddingLength = 12, OutputPaddingLength = 0, DilationLength = 1;
        public const int Groups = 1;
