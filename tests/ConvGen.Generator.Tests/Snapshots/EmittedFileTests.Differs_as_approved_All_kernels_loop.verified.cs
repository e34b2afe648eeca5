//   height   q        6 @ q - 3, 5 @ q - 2, 4 @ q - 1, 3 @ q, 2 @ q + 1, 1 @ q + 2, 0 @ q + 3
//   width    q        6 @ q - 3, 5 @ q - 2, 4 @ q - 1, 3 @ q, 2 @ q + 1, 1 @ q + 2, 0 @ q + 3
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        public static TapOrder Order => new TapOrder(1, new int[][]
        {
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

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
