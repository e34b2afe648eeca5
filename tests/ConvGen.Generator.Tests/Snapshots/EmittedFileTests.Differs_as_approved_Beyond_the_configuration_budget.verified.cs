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
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void SchemeInputs<TSimd, TVector>(ref float first, ref float second, nint toNext, nint length, ref float m, nint productStep) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            for (nint i = 0; i < length; i += TSimd.Lanes)
            {
                TVector a11 = TSimd.Load(ref first, i), a12 = TSimd.Load(ref second, i), a21 = default, a22 = default;
                if (toNext > 0)
                {
                    a21 = TSimd.Load(ref first, toNext + i);
                    a22 = TSimd.Load(ref second, toNext + i);
                }
                TSimd.Store(TSimd.Add(a11, a22), ref m, i);
                TSimd.Store(TSimd.Add(a21, a22), ref m, productStep + i);
                TSimd.Store(a11, ref m, (2 * productStep) + i);
                TSimd.Store(a22, ref m, (3 * productStep) + i);
                TSimd.Store(TSimd.Add(a11, a12), ref m, (4 * productStep) + i);
                TSimd.Store(TSimd.Subtract(a21, a11), ref m, (5 * productStep) + i);
                TSimd.Store(TSimd.Subtract(a12, a22), ref m, (6 * productStep) + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void SchemeOutputs<TSimd, TVector>(ref float m, nint productStep, ref float first, ref float second, nint toNext, nint length) where TSimd : struct, ISimd<float, TVector> where TVector : struct
        {
            for (nint i = 0; i < length; i += TSimd.Lanes)
            {
                TVector m1 = TSimd.Load(ref m, i);
                TVector m3 = TSimd.Load(ref m, (2 * productStep) + i);
                TVector m4 = TSimd.Load(ref m, (3 * productStep) + i);
                TVector m5 = TSimd.Load(ref m, (4 * productStep) + i);
                TVector m7 = TSimd.Load(ref m, (6 * productStep) + i);
                TSimd.Store(TSimd.Add(TSimd.Add(m1, m4), TSimd.Subtract(m7, m5)), ref first, i);
                TSimd.Store(TSimd.Add(m3, m5), ref second, i);
                if (toNext > 0)
                {
                    TVector m2 = TSimd.Load(ref m, productStep + i);
                    TVector m6 = TSimd.Load(ref m, (5 * productStep) + i);
                    TSimd.Store(TSimd.Add(m2, m4), ref first, toNext + i);
                    TSimd.Store(TSimd.Add(TSimd.Subtract(m1, m2), TSimd.Add(m3, m6)), ref second, toNext + i);
                }
            }
        }

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
