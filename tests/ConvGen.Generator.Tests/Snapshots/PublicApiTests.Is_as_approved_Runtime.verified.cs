namespace ConvGen
{
    public enum Algorithm
    {
        Auto = 0,
        Direct = 1,
        DirectChannels = 2,
        DirectPixels = 3,
        Winograd2 = 4,
        Winograd3 = 5,
        Strassen = 6,
    }
    [System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Struct, AllowMultiple=true, Inherited=false)]
    public sealed class ConvTransposeAttribute : System.Attribute
    {
        public ConvTransposeAttribute(int k, int s = 1, int p = 0, int op = 0, int d = 1, int g = 1) { }
        public ConvTransposeAttribute(int[] k, int[]? s = null, int[]? p = null, int[]? op = null, int[]? d = null, int g = 1) { }
        public ConvGen.Algorithm Algorithm { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> D { get; }
        public int G { get; }
        public int InChannels { get; set; }
        public int[]? InputSize { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> K { get; }
        public string? Name { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> Op { get; }
        public int OutChannels { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> P { get; }
        public int Rank { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> S { get; }
    }
    public sealed class PackedWeights
    {
        public ConvGen.Algorithm Algorithm { get; }
        public long ByteLength { get; }
        public int InChannels { get; }
        public ConvGen.CompilerServices.SimdLevel Level { get; }
        public int OutChannels { get; }
    }
    public readonly ref struct ReadOnlyTensorView<T>
    {
        public ReadOnlyTensorView(System.ReadOnlySpan<T> elements, [System.Runtime.CompilerServices.ParamCollection] [System.Runtime.CompilerServices.ScopedRef] System.ReadOnlySpan<int> shape) { }
        public System.ReadOnlySpan<T> Elements { get; }
        public int Rank { get; }
        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public System.ReadOnlySpan<int> Shape { get; }
        public override string ToString() { }
    }
    public static class ScratchPool
    {
        public static long AllocatedBytes { get; }
        public static long RetainedBytes { get; }
        public static void Reserve(int buffers) { }
        public static void Trim() { }
    }
    public readonly ref struct TensorView<T>
    {
        public TensorView(System.Span<T> elements, [System.Runtime.CompilerServices.ParamCollection] [System.Runtime.CompilerServices.ScopedRef] System.ReadOnlySpan<int> shape) { }
        public System.Span<T> Elements { get; }
        public int Rank { get; }
        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public System.ReadOnlySpan<int> Shape { get; }
        public ConvGen.ReadOnlyTensorView<T> AsReadOnly() { }
        public override string ToString() { }
        public static ConvGen.ReadOnlyTensorView<T> op_Implicit(ConvGen.TensorView<T> view) { }
    }
}
namespace ConvGen.CompilerServices
{
    public struct ChannelTile1x2<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct ChannelTile4x2<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct ChannelTile6x2<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public abstract class ConvTransposeLayer
    {
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output, int maxDegreeOfParallelism) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, ConvGen.TensorView<float> output) { }
        public void ForwardRange(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output, int first, int end) { }
        public int OutputLength(int axis, int input, string parameter) { }
        public int[] OutputShape(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights) { }
        public ConvGen.PackedWeights Pack(System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, int inChannels, int outChannels, System.ReadOnlySpan<int> inputSize) { }
        public long ScratchBytes(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
        public int WorkUnits(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
    }
    public sealed class ConvTransposeLayer<TKernels> : ConvGen.CompilerServices.ConvTransposeLayer
        where TKernels : ConvGen.CompilerServices.IPhaseKernels
    {
        public ConvTransposeLayer(ConvGen.CompilerServices.LayerParameters parameters) { }
    }
    public static class DenseTensor
    {
        public static ConvGen.ReadOnlyTensorView<T> Read<T>(in T first, System.ReadOnlySpan<System.IntPtr> lengths, System.ReadOnlySpan<System.IntPtr> strides, string parameter) { }
        public static ConvGen.TensorView<T> Write<T>(ref T first, System.ReadOnlySpan<System.IntPtr> lengths, System.ReadOnlySpan<System.IntPtr> strides, string parameter) { }
    }
    public readonly struct DoubleSimd128 : ConvGen.CompilerServices.IRowSimd<ConvGen.CompilerServices.WideVector128>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static ConvGen.CompilerServices.WideVector128 Broadcast(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector128 Load(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector128 MultiplyAdd(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b, ConvGen.CompilerServices.WideVector128 c) { }
        public static void Store(ConvGen.CompilerServices.WideVector128 value, ref float target, nint offset) { }
        public static void StoreEights(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b, ConvGen.CompilerServices.WideVector128 c, ConvGen.CompilerServices.WideVector128 d, ConvGen.CompilerServices.WideVector128 e, ConvGen.CompilerServices.WideVector128 f, ConvGen.CompilerServices.WideVector128 g, ConvGen.CompilerServices.WideVector128 h, ref float target, nint distance) { }
        public static void StorePairs(ConvGen.CompilerServices.WideVector128 even, ConvGen.CompilerServices.WideVector128 odd, ref float target, nint offset) { }
        public static void StoreQuads(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b, ConvGen.CompilerServices.WideVector128 c, ConvGen.CompilerServices.WideVector128 d, ref float target, nint distance) { }
        public static void StoreTriples(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b, ConvGen.CompilerServices.WideVector128 c, ref float target, nint offset) { }
    }
    public readonly struct DoubleSimd256 : ConvGen.CompilerServices.IRowSimd<System.Runtime.Intrinsics.Vector256<double>>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector256<double> Broadcast(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector256<double> Load(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector256<double> MultiplyAdd(System.Runtime.Intrinsics.Vector256<double> a, System.Runtime.Intrinsics.Vector256<double> b, System.Runtime.Intrinsics.Vector256<double> c) { }
        public static void Store(System.Runtime.Intrinsics.Vector256<double> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector256<double> a, System.Runtime.Intrinsics.Vector256<double> b, System.Runtime.Intrinsics.Vector256<double> c, System.Runtime.Intrinsics.Vector256<double> d, System.Runtime.Intrinsics.Vector256<double> e, System.Runtime.Intrinsics.Vector256<double> f, System.Runtime.Intrinsics.Vector256<double> g, System.Runtime.Intrinsics.Vector256<double> h, ref float target, nint distance) { }
        public static void StorePairs(System.Runtime.Intrinsics.Vector256<double> even, System.Runtime.Intrinsics.Vector256<double> odd, ref float target, nint offset) { }
        public static void StoreQuads(System.Runtime.Intrinsics.Vector256<double> a, System.Runtime.Intrinsics.Vector256<double> b, System.Runtime.Intrinsics.Vector256<double> c, System.Runtime.Intrinsics.Vector256<double> d, ref float target, nint distance) { }
        public static void StoreTriples(System.Runtime.Intrinsics.Vector256<double> a, System.Runtime.Intrinsics.Vector256<double> b, System.Runtime.Intrinsics.Vector256<double> c, ref float target, nint offset) { }
    }
    public readonly struct DoubleSimd512 : ConvGen.CompilerServices.IRowSimd<System.Runtime.Intrinsics.Vector512<double>>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector512<double> Broadcast(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector512<double> Load(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector512<double> MultiplyAdd(System.Runtime.Intrinsics.Vector512<double> a, System.Runtime.Intrinsics.Vector512<double> b, System.Runtime.Intrinsics.Vector512<double> c) { }
        public static void Store(System.Runtime.Intrinsics.Vector512<double> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector512<double> a, System.Runtime.Intrinsics.Vector512<double> b, System.Runtime.Intrinsics.Vector512<double> c, System.Runtime.Intrinsics.Vector512<double> d, System.Runtime.Intrinsics.Vector512<double> e, System.Runtime.Intrinsics.Vector512<double> f, System.Runtime.Intrinsics.Vector512<double> g, System.Runtime.Intrinsics.Vector512<double> h, ref float target, nint distance) { }
        public static void StorePairs(System.Runtime.Intrinsics.Vector512<double> even, System.Runtime.Intrinsics.Vector512<double> odd, ref float target, nint offset) { }
        public static void StoreQuads(System.Runtime.Intrinsics.Vector512<double> a, System.Runtime.Intrinsics.Vector512<double> b, System.Runtime.Intrinsics.Vector512<double> c, System.Runtime.Intrinsics.Vector512<double> d, ref float target, nint distance) { }
        public static void StoreTriples(System.Runtime.Intrinsics.Vector512<double> a, System.Runtime.Intrinsics.Vector512<double> b, System.Runtime.Intrinsics.Vector512<double> c, ref float target, nint offset) { }
    }
    public readonly struct DoubleSimdScalar : ConvGen.CompilerServices.IRowSimd<double>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static double Broadcast(ref float source, nint offset) { }
        public static double Load(ref float source, nint offset) { }
        public static double MultiplyAdd(double a, double b, double c) { }
        public static void Store(double value, ref float target, nint offset) { }
        public static void StoreEights(double a, double b, double c, double d, double e, double f, double g, double h, ref float target, nint distance) { }
        public static void StorePairs(double even, double odd, ref float target, nint offset) { }
        public static void StoreQuads(double a, double b, double c, double d, ref float target, nint distance) { }
        public static void StoreTriples(double a, double b, double c, ref float target, nint offset) { }
    }
    public readonly struct FirstLine : ConvGen.CompilerServices.IRowLine
    {
        public static int Index { get; }
    }
    public interface IFourPhases
    {
        void Fetch(in ConvGen.CompilerServices.TileRun run, int index, int positions);
        void Store<TSimd, TVector>(in ConvGen.CompilerServices.TileRun run, ref float place, int position, TVector a, TVector b, TVector c, TVector d)
            where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
            where TVector :  struct;
    }
    public interface IPhaseKernels
    {
        int Rows { get; }
        int UnrolledTaps { get; }
        void Run<TTile>(int phase, in ConvGen.CompilerServices.TileRun run)
            where TTile :  struct, ConvGen.CompilerServices.ITile;
        void RunRow<TTile>(int row, in ConvGen.CompilerServices.TileRun run)
            where TTile :  struct, ConvGen.CompilerServices.IRowTile;
    }
    public interface IRowLine
    {
        int Index { get; }
    }
    public interface IRowSimd<TVector>
        where TVector :  struct
    {
        int ElementsPerNumber { get; }
        int Lanes { get; }
        TVector Broadcast(ref float source, nint offset);
        TVector Load(ref float source, nint offset);
        TVector MultiplyAdd(TVector a, TVector b, TVector c);
        void Store(TVector value, ref float target, nint offset);
        void StoreEights(TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, ref float target, nint distance);
        void StorePairs(TVector even, TVector odd, ref float target, nint offset);
        void StoreQuads(TVector a, TVector b, TVector c, TVector d, ref float target, nint distance);
        void StoreTriples(TVector a, TVector b, TVector c, ref float target, nint offset);
    }
    public interface IRowTile
    {
        int WeightsPerTap { get; }
        void Begin(in ConvGen.CompilerServices.TileRun run, int index);
        void Load(ref float input, nint offset);
        void Store(in ConvGen.CompilerServices.TileRun run, int index);
        void Tap(int phase, ref float weights, int tap);
    }
    public interface ISimd<TVector>
        where TVector :  struct
    {
        int Lanes { get; }
        TVector Add(TVector a, TVector b);
        TVector Broadcast(ref float source, nint offset);
        TVector Load(ref float source, nint offset);
        TVector MultiplyAdd(TVector a, TVector b, TVector c);
        void Store(TVector value, ref float target, nint offset);
        TVector Subtract(TVector a, TVector b);
    }
    public interface ITile
    {
        int WeightsPerTap { get; }
        void Begin(in ConvGen.CompilerServices.TileRun run, int index);
        void Store(in ConvGen.CompilerServices.TileRun run, int index);
        void Tap(ref float input, ref float weights, int tap);
    }
    public readonly ref struct LayerParameters
    {
        public ConvGen.Algorithm Algorithm { get; init; }
        public required System.ReadOnlySpan<int> Dilation { get; init; }
        public required int Groups { get; init; }
        public int InChannels { get; init; }
        public System.ReadOnlySpan<int> InputSize { get; init; }
        public required System.ReadOnlySpan<int> Kernel { get; init; }
        public int OutChannels { get; init; }
        public required System.ReadOnlySpan<int> OutputPadding { get; init; }
        public required System.ReadOnlySpan<int> Padding { get; init; }
        public required System.ReadOnlySpan<int> Stride { get; init; }
    }
    public struct PixelTile1x1<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile1x4<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile2x1<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile2x4<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile3x1<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile3x4<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile4x1<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public struct PixelTile4x3<TSimd, TVector> : ConvGen.CompilerServices.ITile
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(ref float input, ref float weights, int tap) { }
    }
    public readonly struct RowOfFour : ConvGen.CompilerServices.IFourPhases
    {
        public static void Fetch(in ConvGen.CompilerServices.TileRun run, int index, int positions) { }
        public static void Store<TSimd, TVector>(in ConvGen.CompilerServices.TileRun run, ref float place, int position, TVector a, TVector b, TVector c, TVector d)
            where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
            where TVector :  struct { }
    }
    public struct RowTile2x1x4<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile2x2x3<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile2x3x2<TSimd, TVector, TLine> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
        where TLine :  struct, ConvGen.CompilerServices.IRowLine
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile2x4x2<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile3x1x3<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile3x2x2<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile4x1x2<TSimd, TVector, TPhases> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
        where TPhases :  struct, ConvGen.CompilerServices.IFourPhases
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile4x1x3<TSimd, TVector, TPhases> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
        where TPhases :  struct, ConvGen.CompilerServices.IFourPhases
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct RowTile8x1x1<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public readonly struct SecondLine : ConvGen.CompilerServices.IRowLine
    {
        public static int Index { get; }
    }
    public readonly struct Simd128 : ConvGen.CompilerServices.IRowSimd<System.Runtime.Intrinsics.Vector128<float>>, ConvGen.CompilerServices.ISimd<System.Runtime.Intrinsics.Vector128<float>>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector128<float> Add(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static System.Runtime.Intrinsics.Vector128<float> Broadcast(ref float source, nint offset) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, out System.Runtime.Intrinsics.Vector128<float> low, out System.Runtime.Intrinsics.Vector128<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, out System.Runtime.Intrinsics.Vector128<float> low, out System.Runtime.Intrinsics.Vector128<float> middle, out System.Runtime.Intrinsics.Vector128<float> high) { }
        public static System.Runtime.Intrinsics.Vector128<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector128<float> a, out System.Runtime.Intrinsics.Vector128<float> b, out System.Runtime.Intrinsics.Vector128<float> c) { }
        public static System.Runtime.Intrinsics.Vector128<float> MultiplyAdd(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c) { }
        public static System.Runtime.Intrinsics.Vector128<float> Shift(System.Runtime.Intrinsics.Vector128<float> value, System.Runtime.Intrinsics.Vector128<float> next) { }
        public static void Store(System.Runtime.Intrinsics.Vector128<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, System.Runtime.Intrinsics.Vector128<float> d, System.Runtime.Intrinsics.Vector128<float> e, System.Runtime.Intrinsics.Vector128<float> f, System.Runtime.Intrinsics.Vector128<float> g, System.Runtime.Intrinsics.Vector128<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector128<float> value, ref float target, nint offset, nint distance) { }
        public static void StorePairs(System.Runtime.Intrinsics.Vector128<float> even, System.Runtime.Intrinsics.Vector128<float> odd, ref float target, nint offset) { }
        public static void StoreQuads(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, System.Runtime.Intrinsics.Vector128<float> d, ref float target, nint distance) { }
        public static void StoreTriples(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, ref float target, nint offset) { }
        public static System.Runtime.Intrinsics.Vector128<float> Subtract(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
    }
    public readonly struct Simd256 : ConvGen.CompilerServices.IRowSimd<System.Runtime.Intrinsics.Vector256<float>>, ConvGen.CompilerServices.ISimd<System.Runtime.Intrinsics.Vector256<float>>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector256<float> Add(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static System.Runtime.Intrinsics.Vector256<float> Broadcast(ref float source, nint offset) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, out System.Runtime.Intrinsics.Vector256<float> low, out System.Runtime.Intrinsics.Vector256<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, out System.Runtime.Intrinsics.Vector256<float> low, out System.Runtime.Intrinsics.Vector256<float> middle, out System.Runtime.Intrinsics.Vector256<float> high) { }
        public static System.Runtime.Intrinsics.Vector256<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector256<float> a, out System.Runtime.Intrinsics.Vector256<float> b, out System.Runtime.Intrinsics.Vector256<float> c) { }
        public static System.Runtime.Intrinsics.Vector256<float> MultiplyAdd(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c) { }
        public static System.Runtime.Intrinsics.Vector256<float> Shift(System.Runtime.Intrinsics.Vector256<float> value, System.Runtime.Intrinsics.Vector256<float> next) { }
        public static void Store(System.Runtime.Intrinsics.Vector256<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, System.Runtime.Intrinsics.Vector256<float> d, System.Runtime.Intrinsics.Vector256<float> e, System.Runtime.Intrinsics.Vector256<float> f, System.Runtime.Intrinsics.Vector256<float> g, System.Runtime.Intrinsics.Vector256<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector256<float> value, ref float target, nint offset, nint distance) { }
        public static void StorePairs(System.Runtime.Intrinsics.Vector256<float> even, System.Runtime.Intrinsics.Vector256<float> odd, ref float target, nint offset) { }
        public static void StoreQuads(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, System.Runtime.Intrinsics.Vector256<float> d, ref float target, nint distance) { }
        public static void StoreTriples(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, ref float target, nint offset) { }
        public static System.Runtime.Intrinsics.Vector256<float> Subtract(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
    }
    public readonly struct Simd512 : ConvGen.CompilerServices.IRowSimd<System.Runtime.Intrinsics.Vector512<float>>, ConvGen.CompilerServices.ISimd<System.Runtime.Intrinsics.Vector512<float>>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector512<float> Add(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static System.Runtime.Intrinsics.Vector512<float> Broadcast(ref float source, nint offset) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, out System.Runtime.Intrinsics.Vector512<float> low, out System.Runtime.Intrinsics.Vector512<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, out System.Runtime.Intrinsics.Vector512<float> low, out System.Runtime.Intrinsics.Vector512<float> middle, out System.Runtime.Intrinsics.Vector512<float> high) { }
        public static System.Runtime.Intrinsics.Vector512<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector512<float> a, out System.Runtime.Intrinsics.Vector512<float> b, out System.Runtime.Intrinsics.Vector512<float> c) { }
        public static System.Runtime.Intrinsics.Vector512<float> MultiplyAdd(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c) { }
        public static System.Runtime.Intrinsics.Vector512<float> Shift(System.Runtime.Intrinsics.Vector512<float> value, System.Runtime.Intrinsics.Vector512<float> next) { }
        public static void Store(System.Runtime.Intrinsics.Vector512<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, System.Runtime.Intrinsics.Vector512<float> d, System.Runtime.Intrinsics.Vector512<float> e, System.Runtime.Intrinsics.Vector512<float> f, System.Runtime.Intrinsics.Vector512<float> g, System.Runtime.Intrinsics.Vector512<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector512<float> value, ref float target, nint offset, nint distance) { }
        public static void StorePairs(System.Runtime.Intrinsics.Vector512<float> even, System.Runtime.Intrinsics.Vector512<float> odd, ref float target, nint offset) { }
        public static void StoreQuads(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, System.Runtime.Intrinsics.Vector512<float> d, ref float target, nint distance) { }
        public static void StoreTriples(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, ref float target, nint offset) { }
        public static System.Runtime.Intrinsics.Vector512<float> Subtract(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
    }
    public enum SimdLevel
    {
        Scalar = 0,
        Vector128 = 1,
        Vector256 = 2,
        Vector512 = 3,
    }
    public readonly struct SimdScalar : ConvGen.CompilerServices.IRowSimd<float>, ConvGen.CompilerServices.ISimd<float>
    {
        public static int ElementsPerNumber { get; }
        public static int Lanes { get; }
        public static float Add(float a, float b) { }
        public static float Broadcast(ref float source, nint offset) { }
        public static void Interleave(float a, float b, out float low, out float high) { }
        public static void Interleave(float a, float b, float c, out float low, out float middle, out float high) { }
        public static float Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out float a, out float b, out float c) { }
        public static float MultiplyAdd(float a, float b, float c) { }
        public static float Shift(float value, float next) { }
        public static void Store(float value, ref float target, nint offset) { }
        public static void StoreEights(float a, float b, float c, float d, float e, float f, float g, float h, ref float target, nint distance) { }
        public static void StoreFours(float value, ref float target, nint offset, nint distance) { }
        public static void StorePairs(float even, float odd, ref float target, nint offset) { }
        public static void StoreQuads(float a, float b, float c, float d, ref float target, nint distance) { }
        public static void StoreTriples(float a, float b, float c, ref float target, nint offset) { }
        public static float Subtract(float a, float b) { }
    }
    public static class SimdSupport
    {
        public const string OverrideVariable = "CONVGEN_SIMD_LEVEL";
        public static bool IsForced { get; }
        public static ConvGen.CompilerServices.SimdLevel Widest { get; }
        public static int Lanes(ConvGen.CompilerServices.SimdLevel level) { }
    }
    public readonly struct SquareOfFour : ConvGen.CompilerServices.IFourPhases
    {
        public static void Fetch(in ConvGen.CompilerServices.TileRun run, int index, int positions) { }
        public static void Store<TSimd, TVector>(in ConvGen.CompilerServices.TileRun run, ref float place, int position, TVector a, TVector b, TVector c, TVector d)
            where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
            where TVector :  struct { }
    }
    public struct SquareRowTile2x2<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public struct SquareRowTile3x2<TSimd, TVector> : ConvGen.CompilerServices.IRowTile
        where TSimd :  struct, ConvGen.CompilerServices.IRowSimd<TVector>
        where TVector :  struct
    {
        public static int WeightsPerTap { get; }
        public void Begin(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Load(ref float input, nint offset) { }
        public void Store(in ConvGen.CompilerServices.TileRun run, int index) { }
        public void Tap(int phase, ref float weights, int tap) { }
    }
    public ref struct TileRun
    {
        public System.IntPtr Ahead;
        public System.Single& Bias;
        public System.IntPtr ChannelStep;
        public int Channels;
        public System.IntPtr ColumnStep;
        public bool Continues;
        public System.Single& Input;
        public System.IntPtr LineStep;
        public System.Int32& Offsets;
        public System.IntPtr PositionStep;
        public System.IntPtr RowStep;
        public System.IntPtr SliceStep;
        public System.Single& Strip;
        public System.IntPtr StripChannelStep;
        public int Tiles;
        public int TilesAhead;
        public int TilesBefore;
        public System.IntPtr WeightChannelStep;
        public System.IntPtr WeightTapStep;
        public System.Single& Weights;
    }
    public readonly struct WideSimd128 : ConvGen.CompilerServices.ISimd<ConvGen.CompilerServices.WideVector128>
    {
        public static int Lanes { get; }
        public static ConvGen.CompilerServices.WideVector128 Add(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b) { }
        public static ConvGen.CompilerServices.WideVector128 Broadcast(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector128 Load(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector128 MultiplyAdd(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b, ConvGen.CompilerServices.WideVector128 c) { }
        public static void Store(ConvGen.CompilerServices.WideVector128 value, ref float target, nint offset) { }
        public static ConvGen.CompilerServices.WideVector128 Subtract(ConvGen.CompilerServices.WideVector128 a, ConvGen.CompilerServices.WideVector128 b) { }
    }
    public readonly struct WideSimd256 : ConvGen.CompilerServices.ISimd<ConvGen.CompilerServices.WideVector256>
    {
        public static int Lanes { get; }
        public static ConvGen.CompilerServices.WideVector256 Add(ConvGen.CompilerServices.WideVector256 a, ConvGen.CompilerServices.WideVector256 b) { }
        public static ConvGen.CompilerServices.WideVector256 Broadcast(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector256 Load(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector256 MultiplyAdd(ConvGen.CompilerServices.WideVector256 a, ConvGen.CompilerServices.WideVector256 b, ConvGen.CompilerServices.WideVector256 c) { }
        public static void Store(ConvGen.CompilerServices.WideVector256 value, ref float target, nint offset) { }
        public static ConvGen.CompilerServices.WideVector256 Subtract(ConvGen.CompilerServices.WideVector256 a, ConvGen.CompilerServices.WideVector256 b) { }
    }
    public readonly struct WideSimd512 : ConvGen.CompilerServices.ISimd<ConvGen.CompilerServices.WideVector512>
    {
        public static int Lanes { get; }
        public static ConvGen.CompilerServices.WideVector512 Add(ConvGen.CompilerServices.WideVector512 a, ConvGen.CompilerServices.WideVector512 b) { }
        public static ConvGen.CompilerServices.WideVector512 Broadcast(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector512 Load(ref float source, nint offset) { }
        public static ConvGen.CompilerServices.WideVector512 MultiplyAdd(ConvGen.CompilerServices.WideVector512 a, ConvGen.CompilerServices.WideVector512 b, ConvGen.CompilerServices.WideVector512 c) { }
        public static void Store(ConvGen.CompilerServices.WideVector512 value, ref float target, nint offset) { }
        public static ConvGen.CompilerServices.WideVector512 Subtract(ConvGen.CompilerServices.WideVector512 a, ConvGen.CompilerServices.WideVector512 b) { }
    }
    public readonly struct WideSimdScalar : ConvGen.CompilerServices.ISimd<double>
    {
        public static int Lanes { get; }
        public static double Add(double a, double b) { }
        public static double Broadcast(ref float source, nint offset) { }
        public static double Load(ref float source, nint offset) { }
        public static double MultiplyAdd(double a, double b, double c) { }
        public static void Store(double value, ref float target, nint offset) { }
        public static double Subtract(double a, double b) { }
    }
    public readonly struct WideVector128 : System.IEquatable<ConvGen.CompilerServices.WideVector128>
    {
        public WideVector128(System.Runtime.Intrinsics.Vector128<double> Low, System.Runtime.Intrinsics.Vector128<double> High) { }
        public System.Runtime.Intrinsics.Vector128<double> High { get; init; }
        public System.Runtime.Intrinsics.Vector128<double> Low { get; init; }
    }
    public readonly struct WideVector256 : System.IEquatable<ConvGen.CompilerServices.WideVector256>
    {
        public WideVector256(System.Runtime.Intrinsics.Vector256<double> Low, System.Runtime.Intrinsics.Vector256<double> High) { }
        public System.Runtime.Intrinsics.Vector256<double> High { get; init; }
        public System.Runtime.Intrinsics.Vector256<double> Low { get; init; }
    }
    public readonly struct WideVector512 : System.IEquatable<ConvGen.CompilerServices.WideVector512>
    {
        public WideVector512(System.Runtime.Intrinsics.Vector512<double> Low, System.Runtime.Intrinsics.Vector512<double> High) { }
        public System.Runtime.Intrinsics.Vector512<double> High { get; init; }
        public System.Runtime.Intrinsics.Vector512<double> Low { get; init; }
    }
}