//   depth    16q        0 @ q
//   depth    16q + 1    1 @ q
//   depth    16q + 2    2 @ q
//   depth    16q + 3    3 @ q
//   depth    16q + 4    4 @ q
//   depth    16q + 5    5 @ q
//   depth    16q + 6    6 @ q
//   depth    16q + 7    7 @ q
//   depth    16q + 8    8 @ q
//   depth    16q + 9    9 @ q
//   depth    16q + 10   10 @ q
//   depth    16q + 11   11 @ q
//   depth    16q + 12   12 @ q
//   depth    16q + 13   13 @ q
//   depth    16q + 14   14 @ q
//   depth    16q + 15   15 @ q
//   height   16q        0 @ q
//   height   16q + 1    1 @ q
//   height   16q + 2    2 @ q
//   height   16q + 3    3 @ q
//   height   16q + 4    4 @ q
//   height   16q + 5    5 @ q
//   height   16q + 6    6 @ q
//   height   16q + 7    7 @ q
//   height   16q + 8    8 @ q
//   height   16q + 9    9 @ q
//   height   16q + 10   10 @ q
//   height   16q + 11   11 @ q
//   height   16q + 12   12 @ q
//   height   16q + 13   13 @ q
//   height   16q + 14   14 @ q
//   height   16q + 15   15 @ q
//   width    16q        0 @ q
//   width    16q + 1    1 @ q
//   width    16q + 2    2 @ q
//   width    16q + 3    3 @ q
//   width    16q + 4    4 @ q
//   width    16q + 5    5 @ q
//   width    16q + 6    6 @ q
//   width    16q + 7    7 @ q
//   width    16q + 8    8 @ q
//   width    16q + 9    9 @ q
//   width    16q + 10   10 @ q
//   width    16q + 11   11 @ q
//   width    16q + 12   12 @ q
//   width    16q + 13   13 @ q
//   width    16q + 14   14 @ q
//   width    16q + 15   15 @ q
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        public static TapOrder Order => new TapOrder(2, new int[][]
        {
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 16, 16, 16 },
            Stride = new int[] { 16, 16, 16 },
            Padding = new int[] { 0, 0, 0 },
            OutputPadding = new int[] { 0, 0, 0 },
            Dilation = new int[] { 1, 1, 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelDepth = 16, StrideDepth = 16, PaddingDepth = 0, OutputPaddingDepth = 0, DilationDepth = 1;
        public const int KernelHeight = 16, StrideHeight = 16, PaddingHeight = 0, OutputPaddingHeight = 0, DilationHeight = 1;
        public const int KernelWidth = 16, StrideWidth = 16, PaddingWidth = 0, OutputPaddingWidth = 0, DilationWidth = 1;
        public const int Groups = 1;
