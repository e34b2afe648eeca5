namespace ConvGen
{
    public enum Activation
    {
        None = 0,
        Relu = 1,
        Relu6 = 2,
        LeakyRelu = 3,
        PRelu = 4,
        Sigmoid = 5,
        Tanh = 6,
        SiLU = 7,
        Gelu = 8,
        GeluTanh = 9,
        HardSwish = 10,
        HardSigmoid = 11,
        Clamp = 12,
        Snake = 13,
    }
    public enum Algorithm
    {
        Auto = 0,
        Direct = 1,
        DirectChannels = 2,
        DirectPixels = 3,
        Winograd2 = 4,
        Winograd3 = 5,
        Strassen = 6,
        Winograd4 = 7,
    }
    public readonly ref struct BatchNorm
    {
        public BatchNorm(System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> shift, System.ReadOnlySpan<float> mean, System.ReadOnlySpan<float> variance, float eps = 1E-05) { }
        public float Eps { get; }
        public System.ReadOnlySpan<float> Mean { get; }
        public System.ReadOnlySpan<float> Scale { get; }
        public System.ReadOnlySpan<float> Shift { get; }
        public System.ReadOnlySpan<float> Variance { get; }
        public static ConvGen.BatchNorm From(ConvGen.WeightFile file, string layer, float eps = 1E-05) { }
    }
    [System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Struct, AllowMultiple=true, Inherited=false)]
    public sealed class ConvAttribute : ConvGen.LayerAttribute
    {
        public ConvAttribute(int k, int s = 1, int p = 0, int d = 1, int g = 1) { }
        public ConvAttribute(int[] k, int[]? s = null, int[]? p = null, int[]? d = null, int g = 1) { }
    }
    [System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Struct, AllowMultiple=true, Inherited=false)]
    public sealed class ConvTransposeAttribute : ConvGen.LayerAttribute
    {
        public ConvTransposeAttribute(int k, int s = 1, int p = 0, int op = 0, int d = 1, int g = 1) { }
        public ConvTransposeAttribute(int[] k, int[]? s = null, int[]? p = null, int[]? op = null, int[]? d = null, int g = 1) { }
        public System.Collections.Generic.IReadOnlyList<int> Op { get; }
    }
    public abstract class LayerAttribute : System.Attribute
    {
        public ConvGen.Activation Activation { get; set; }
        public ConvGen.Algorithm Algorithm { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> D { get; }
        public int G { get; }
        public int InChannels { get; set; }
        public int[]? InputSize { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> K { get; }
        public float Maximum { get; set; }
        public float Minimum { get; set; }
        public string? Name { get; set; }
        public int OutChannels { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> P { get; }
        public int[]? PEnd { get; set; }
        public int Rank { get; set; }
        public ConvGen.Residual Residual { get; set; }
        public System.Collections.Generic.IReadOnlyList<int> S { get; }
        public float ScaleAfter { get; set; }
        public float ScaleBefore { get; set; }
        public float ShiftAfter { get; set; }
        public float ShiftBefore { get; set; }
        public float Slope { get; set; }
    }
    [System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Struct, AllowMultiple=true)]
    public sealed class NetworkAttribute : System.Attribute
    {
        public NetworkAttribute(string file) { }
        public ConvGen.Algorithm Algorithm { get; set; }
        public string File { get; }
        public int[]? Input { get; set; }
        public string? Name { get; set; }
    }
    public sealed class NetworkWeights
    {
        public long ByteLength { get; }
        public override string ToString() { }
    }
    public sealed class NumpyFile : ConvGen.WeightFile
    {
        public static ConvGen.NumpyFile Open(System.IO.Stream stream) { }
        public static ConvGen.NumpyFile Open(string path) { }
    }
    public sealed class PackedWeights
    {
        public ConvGen.Algorithm Algorithm { get; }
        public long ByteLength { get; }
        public int InChannels { get; }
        public ConvGen.CompilerServices.SimdLevel Level { get; }
        public int OutChannels { get; }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.TensorView<float> output, int maxDegreeOfParallelism = 1) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.ReadOnlyTensorView<float> residual, ConvGen.TensorView<float> output, int maxDegreeOfParallelism = 1) { }
        public int[] OutputShape(ConvGen.ReadOnlyTensorView<float> input) { }
        public override string ToString() { }
    }
    public readonly ref struct ReadOnlyTensorView<T>
    {
        public ReadOnlyTensorView(System.ReadOnlySpan<T> elements, [System.Runtime.CompilerServices.ParamCollection] [System.Runtime.CompilerServices.ScopedRef] System.ReadOnlySpan<int> shape) { }
        public System.ReadOnlySpan<T> Elements { get; }
        public int Rank { get; }
        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public System.ReadOnlySpan<int> Shape { get; }
        public ConvGen.ReadOnlyTensorView<T> Slice(int axis, int first, int count) { }
        public override string ToString() { }
    }
    public enum Residual
    {
        None = 0,
        BeforeActivation = 1,
        AfterActivation = 2,
    }
    public sealed class SafeTensors : ConvGen.WeightFile
    {
        public System.Collections.Generic.IReadOnlyDictionary<string, string> Metadata { get; }
        public static ConvGen.SafeTensors Open(System.IO.Stream stream) { }
        public static ConvGen.SafeTensors Open(string path) { }
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
        public ConvGen.TensorView<T> Slice(int axis, int first, int count) { }
        public override string ToString() { }
        public static ConvGen.ReadOnlyTensorView<T> op_Implicit(ConvGen.TensorView<T> view) { }
    }
    public abstract class WeightFile : System.IDisposable
    {
        public ConvGen.WeightTensor this[string name] { get; }
        public System.Collections.Generic.IReadOnlyList<string> Names { get; }
        public bool Contains(string name) { }
        public void Dispose() { }
        public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ConvGen.WeightTensor? tensor) { }
        public ConvGen.WeightTensor WeightNormed(string layer) { }
    }
    public sealed class WeightTensor
    {
        public WeightTensor(string name, System.ReadOnlySpan<int> shape, float[] values) { }
        public string DataType { get; }
        public string Name { get; }
        public System.ReadOnlySpan<int> Shape { get; }
        public System.ReadOnlySpan<float> AsSpan() { }
        public override string ToString() { }
    }
}
namespace ConvGen.CompilerServices
{
    public sealed class ChannelFold
    {
        public ChannelFold(int channels) { }
        public ConvGen.CompilerServices.ChannelFold Add(System.ReadOnlySpan<float> summand) { }
        public ConvGen.CompilerServices.ChannelFold Divide(System.ReadOnlySpan<float> divisor) { }
        public ConvGen.CompilerServices.ChannelFold Multiply(System.ReadOnlySpan<float> factor) { }
        public ConvGen.CompilerServices.ChannelFold Norm(System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> shift, System.ReadOnlySpan<float> mean, System.ReadOnlySpan<float> variance, float epsilon) { }
        public ConvGen.CompilerServices.ChannelFold Subtract(System.ReadOnlySpan<float> summand) { }
    }
    public sealed class ConvLayer<TKernels> : ConvGen.CompilerServices.ConvolutionLayer
        where TKernels : ConvGen.CompilerServices.IPhaseKernels
    {
        public ConvLayer(ConvGen.CompilerServices.LayerParameters parameters) { }
    }
    public sealed class ConvLayer<TKernels, TEpilogue> : ConvGen.CompilerServices.ConvolutionLayer
        where TKernels : ConvGen.CompilerServices.IPhaseKernels
        where TEpilogue : ConvGen.CompilerServices.IEpilogueKernel
    {
        public ConvLayer(ConvGen.CompilerServices.LayerParameters parameters) { }
    }
    public abstract class ConvTransposeLayer : ConvGen.CompilerServices.ConvolutionLayer { }
    public sealed class ConvTransposeLayer<TKernels> : ConvGen.CompilerServices.ConvTransposeLayer
        where TKernels : ConvGen.CompilerServices.IPhaseKernels
    {
        public ConvTransposeLayer(ConvGen.CompilerServices.LayerParameters parameters) { }
    }
    public sealed class ConvTransposeLayer<TKernels, TEpilogue> : ConvGen.CompilerServices.ConvTransposeLayer
        where TKernels : ConvGen.CompilerServices.IPhaseKernels
        where TEpilogue : ConvGen.CompilerServices.IEpilogueKernel
    {
        public ConvTransposeLayer(ConvGen.CompilerServices.LayerParameters parameters) { }
    }
    public abstract class ConvolutionLayer
    {
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.ReadOnlyTensorView<float> residual, ConvGen.TensorView<float> output) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output, int maxDegreeOfParallelism) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, ConvGen.TensorView<float> output) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.ReadOnlyTensorView<float> residual, ConvGen.TensorView<float> output, int maxDegreeOfParallelism) { }
        public void Forward(ConvGen.ReadOnlyTensorView<float> input, System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, System.ReadOnlySpan<float> slope, ConvGen.ReadOnlyTensorView<float> residual, ConvGen.TensorView<float> output) { }
        public void ForwardRange(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output, int first, int end) { }
        public void ForwardRange(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.ReadOnlyTensorView<float> residual, ConvGen.TensorView<float> output, int first, int end) { }
        public int OutputLength(int axis, int input, string parameter) { }
        public int[] OutputShape(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights) { }
        public ConvGen.PackedWeights Pack(ConvGen.WeightTensor weight, ConvGen.WeightTensor? bias, ConvGen.WeightTensor? slope, ConvGen.BatchNorm norm, System.ReadOnlySpan<int> inputSize) { }
        public ConvGen.PackedWeights Pack(System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, int inChannels, int outChannels, System.ReadOnlySpan<int> inputSize) { }
        public ConvGen.PackedWeights Pack(System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, System.ReadOnlySpan<float> slope, int inChannels, int outChannels, System.ReadOnlySpan<int> inputSize) { }
        public ConvGen.PackedWeights Pack(System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, ConvGen.BatchNorm norm, System.ReadOnlySpan<float> slope, int inChannels, int outChannels, System.ReadOnlySpan<int> inputSize) { }
        public long ScratchBytes(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
        public int WorkUnits(ConvGen.ReadOnlyTensorView<float> input, ConvGen.PackedWeights weights, ConvGen.TensorView<float> output) { }
    }
    public static class DenseTensor
    {
        public static ConvGen.ReadOnlyTensorView<T> Read<T>(in T first, System.ReadOnlySpan<System.IntPtr> lengths, System.ReadOnlySpan<System.IntPtr> strides, string parameter) { }
        public static ConvGen.TensorView<T> Write<T>(ref T first, System.ReadOnlySpan<System.IntPtr> lengths, System.ReadOnlySpan<System.IntPtr> strides, string parameter) { }
    }
    public static class Elementwise
    {
        public static void Abs(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Add(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Clip(System.ReadOnlySpan<float> x, float min, float max, System.Span<float> y) { }
        public static void Cos(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Div(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Elu(System.ReadOnlySpan<float> x, float alpha, System.Span<float> y) { }
        public static void Equal(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Erf(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Exp(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Floor(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Gelu(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void GeluTanh(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void HardSigmoid(System.ReadOnlySpan<float> x, float alpha, float beta, System.Span<float> y) { }
        public static void HardSwish(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void LeakyRelu(System.ReadOnlySpan<float> x, float alpha, System.Span<float> y) { }
        public static void Less(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void LessOrEqual(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Log(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Max(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Min(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Mish(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Mul(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Neg(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void PRelu(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Pow(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Reciprocal(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Relu(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void SiLU(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Sigmoid(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Sin(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Softplus(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Sqrt(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Sub(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Tanh(System.ReadOnlySpan<float> x, System.Span<float> y) { }
        public static void Where(System.ReadOnlySpan<float> condition, System.ReadOnlySpan<int> conditionShape, System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
    }
    public ref struct EpilogueArguments
    {
        public System.Single& Channel;
        public System.IntPtr Length;
        public System.Single& Outputs;
        public System.Single& Residual;
    }
    public static class Functions<TSimd, TVector>
        where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
        where TVector :  struct
    {
        public static TVector Cos(TVector x) { }
        public static TVector Erf(TVector x) { }
        public static TVector Exp(TVector x) { }
        public static TVector Gelu(TVector x) { }
        public static TVector Maximum(TVector a, TVector b) { }
        public static TVector Minimum(TVector a, TVector b) { }
        public static TVector Mish(TVector x) { }
        public static TVector Sigmoid(TVector x) { }
        public static TVector Sin(TVector x) { }
        public static TVector Softplus(TVector x) { }
        public static TVector Tanh(TVector x) { }
    }
    public interface IEpilogueKernel
    {
        void Finish<TSimd, TVector>(in ConvGen.CompilerServices.EpilogueArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
    }
    public interface IInterleavedTile
    {
        int WeightsPerTap { get; }
        void Begin(in ConvGen.CompilerServices.KernelArguments args, int index);
        void Load(ref float input, nint offset);
        void Store(in ConvGen.CompilerServices.KernelArguments args, int index);
        void Tap(int phase, ref float weights, int tap);
    }
    public interface IPhaseKernels
    {
        bool HasEpilogue { get; }
        ConvGen.CompilerServices.TapOrder Order { get; }
        void Finish<TSimd, TVector>(in ConvGen.CompilerServices.EpilogueArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void Run<TTile>(int phase, in ConvGen.CompilerServices.KernelArguments args)
            where TTile :  struct, ConvGen.CompilerServices.ITile;
        void RunBorder<TTile>(int phase, in ConvGen.CompilerServices.KernelArguments args)
            where TTile :  struct, ConvGen.CompilerServices.ITile;
        void RunInterleaved<TTile>(int number, in ConvGen.CompilerServices.KernelArguments args)
            where TTile :  struct, ConvGen.CompilerServices.IInterleavedTile;
        void RunLines<TSimd, TVector>(in ConvGen.CompilerServices.LineArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void RunPlanes<TSimd, TVector>(int number, in ConvGen.CompilerServices.PlaneArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void RunTap<TTile>(in ConvGen.CompilerServices.KernelArguments args)
            where TTile :  struct, ConvGen.CompilerServices.ITile;
        void SchemeInputs<TSimd, TVector>(ref float first, ref float second, nint toNext, nint length, ref float products, nint productStep)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void SchemeOutputs<TSimd, TVector>(ref float products, nint productStep, ref float first, ref float second, nint toNext, nint length)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void TransformInputs<TSimd, TVector>(in ConvGen.CompilerServices.TransformArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void TransformLaneInputs<TSimd, TVector>(in ConvGen.CompilerServices.LaneArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void TransformOutputs<TSimd, TVector>(in ConvGen.CompilerServices.TransformArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void TransformWeights(in ConvGen.CompilerServices.WeightArguments args);
        void WriteLaneOutputs<TSimd, TVector>(in ConvGen.CompilerServices.LaneArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
        void WriteOutputs<TSimd, TVector>(in ConvGen.CompilerServices.TransformArguments args)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct;
    }
    public interface ISimd<TElement, TVector>
        where TElement :  unmanaged
        where TVector :  struct
    {
        int Lanes { get; }
        TVector Add(TVector a, TVector b);
        TVector Broadcast(ref TElement source, nint offset);
        TVector CopySign(TVector magnitude, TVector sign);
        TVector Create(TElement value);
        TVector Divide(TVector a, TVector b);
        void Interleave(TVector a, TVector b, out TVector low, out TVector high);
        void Interleave(TVector a, TVector b, TVector c, out TVector low, out TVector middle, out TVector high);
        TVector Load(ref TElement source, nint offset);
        void LoadTriples(ref TElement source, nint offset, out TVector a, out TVector b, out TVector c);
        TVector Maximum(TVector a, TVector b);
        TVector Minimum(TVector a, TVector b);
        TVector Multiply(TVector a, TVector b);
        TVector MultiplyAdd(TVector a, TVector b, TVector c);
        TVector PowerOfTwo(TVector bits);
        TVector SelectLess(TVector a, TVector b, TVector less, TVector other);
        TVector Shift(TVector value, TVector following);
        TVector SquareRoot(TVector a);
        void Store(TVector value, ref TElement target, nint offset);
        void StoreEights(TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, ref TElement target, nint distance);
        void StoreFours(TVector value, ref TElement target, nint offset, nint distance);
        TVector Subtract(TVector a, TVector b);
    }
    public interface ITile
    {
        int WeightsPerTap { get; }
        void Begin(in ConvGen.CompilerServices.KernelArguments args, int index);
        void Store(in ConvGen.CompilerServices.KernelArguments args, int index);
        void Tap(ref float input, ref float weights, int tap);
    }
    public static class InterleavedStore
    {
        public static void Eights<TSimd, TVector>(TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, TVector bias, ref float place, nint step)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
        public static void Pairs<TSimd, TVector>(TVector even, TVector odd, TVector bias, ref float place, nint offset)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
        public static void Quads<TSimd, TVector>(TVector a, TVector b, TVector c, TVector d, TVector bias, ref float place, nint step)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
        public static void Singles<TSimd, TVector>(TVector sum, TVector bias, ref float place, nint offset)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
        public static void Triples<TSimd, TVector>(TVector a, TVector b, TVector c, TVector bias, ref float place, nint offset)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
    }
    public ref struct KernelArguments
    {
        public System.IntPtr Ahead;
        public System.Single& Bias;
        public System.IntPtr ChannelStep;
        public int Channels;
        public System.IntPtr ColumnStep;
        public bool Continues;
        public int EndColumn;
        public int EndRow;
        public int EndSlice;
        public int FirstColumn;
        public int FirstRow;
        public int FirstSlice;
        public System.Single& Input;
        public System.IntPtr LineStep;
        public System.Int32& Offsets;
        public System.IntPtr PositionStep;
        public System.IntPtr RowStep;
        public System.IntPtr SliceStep;
        public System.Single& Target;
        public System.IntPtr TargetChannelStep;
        public int Tiles;
        public int TilesAhead;
        public int TilesBefore;
        public System.IntPtr WeightChannelStep;
        public System.IntPtr WeightTapStep;
        public System.Single& Weights;
    }
    public ref struct LaneArguments
    {
        public System.Single& Bias;
        public int Blocks;
        public int Channels;
        public int Phases;
        public System.Single& Source;
        public System.IntPtr SourceChannelStep;
        public System.IntPtr SourcePhaseStep;
        public System.IntPtr SourceStep;
        public System.Single& Target;
        public System.IntPtr TargetBlockStep;
        public System.IntPtr TargetChannelStep;
        public System.IntPtr TargetPhaseStep;
        public System.IntPtr TargetStep;
        public System.Single& Output(int channel, int phase, nint offset) { }
        public System.Single& Product(int channel, int phase, nint offset) { }
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
        public System.ReadOnlySpan<int> OutputPadding { get; init; }
        public required System.ReadOnlySpan<int> Padding { get; init; }
        public System.ReadOnlySpan<int> PaddingEnd { get; init; }
        public required System.ReadOnlySpan<int> Stride { get; init; }
        public bool TakesChannelParameters { get; init; }
        public bool TakesResidual { get; init; }
    }
    public ref struct LineArguments
    {
        public System.Single& Above;
        public System.IntPtr Ahead;
        public System.Single& At;
        public System.Single& Bias;
        public int Lines;
        public System.Single& Weights;
        public System.IntPtr Width;
        public System.Single& Line(int line) { }
        public void WriteEnd<TSimd, TVector>(TVector sum, TVector bias, ref float line, nint output)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
        public static void Fetch(ref float line, nint output) { }
    }
    public static class Matrices
    {
        public static void Gemm(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, bool transA, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, bool transB, System.ReadOnlySpan<float> c, System.ReadOnlySpan<int> cShape, float alpha, float beta, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void MatMul(System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> aShape, System.ReadOnlySpan<float> b, System.ReadOnlySpan<int> bShape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
    }
    public static class Movement
    {
        public static void Concat(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, int start, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Copy<T>(System.ReadOnlySpan<T> x, System.Span<T> y) { }
        public static void Expand(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Gather(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, System.ReadOnlySpan<int> indices, System.Span<float> y) { }
        public static void Pad(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> begins, ConvGen.CompilerServices.PadMode mode, float value, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Slice(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> starts, System.ReadOnlySpan<int> steps, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Split(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, int start, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Transpose(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> perm, System.Span<float> y) { }
    }
    public enum NearestRounding
    {
        RoundPreferFloor = 0,
        RoundPreferCeil = 1,
        Floor = 2,
        Ceil = 3,
    }
    public sealed class NetworkDefinition
    {
        public NetworkDefinition(string file) { }
        public string File { get; }
        public ConvGen.CompilerServices.NetworkLoader Load(ConvGen.WeightFile file) { }
        public ConvGen.WeightFile OpenWeights(System.Type host) { }
    }
    public sealed class NetworkLoader
    {
        public void Keep(System.ReadOnlySpan<float> tensor) { }
        public void Layer(ConvGen.CompilerServices.ConvolutionLayer layer, System.ReadOnlySpan<float> weight, System.ReadOnlySpan<float> bias, System.ReadOnlySpan<float> slope, ConvGen.CompilerServices.ChannelFold? fold, int inChannels, int outChannels, System.ReadOnlySpan<int> inputSize) { }
        public void Same(string name, System.ReadOnlySpan<float> numbers) { }
        public System.ReadOnlySpan<float> Tensor(string name, System.ReadOnlySpan<int> shape) { }
        public ConvGen.NetworkWeights Weights() { }
    }
    public ref struct NetworkMemory
    {
        public System.Span<float> Elements { get; }
        public void Dispose() { }
    }
    public readonly ref struct NetworkRun
    {
        public NetworkRun(ConvGen.CompilerServices.NetworkDefinition network, ConvGen.NetworkWeights weights, int maxDegreeOfParallelism) { }
        public int Threads { get; }
        public ConvGen.CompilerServices.NetworkMemory Begin(int length) { }
        public ConvGen.PackedWeights Layer(int index) { }
        public System.ReadOnlySpan<float> Tensor(int index) { }
        public static void Apart<TOutput, TOther>(System.Span<TOutput> output, string parameter, System.ReadOnlySpan<TOther> other, string otherParameter)
            where TOutput :  unmanaged
            where TOther :  unmanaged { }
        public static System.ReadOnlySpan<T> Input<T>(ConvGen.ReadOnlyTensorView<T> view, System.ReadOnlySpan<int> shape, string parameter) { }
        public static System.Span<T> Output<T>(ConvGen.TensorView<T> view, System.ReadOnlySpan<int> shape, string parameter) { }
    }
    public static class Normalization
    {
        public static void BatchNormalization(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> bias, System.ReadOnlySpan<float> mean, System.ReadOnlySpan<float> variance, float epsilon, System.Span<float> y) { }
        public static void ChannelNormalization(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> bias, float epsilon, System.Span<float> y) { }
        public static void GroupNormalization(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int groups, System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> bias, float epsilon, System.Span<float> y) { }
        public static void InstanceNormalization(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> bias, float epsilon, System.Span<float> y) { }
        public static void LayerNormalization(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, System.ReadOnlySpan<float> scale, System.ReadOnlySpan<float> bias, float epsilon, System.Span<float> y) { }
    }
    public enum PadMode
    {
        Constant = 0,
        Reflect = 1,
        Edge = 2,
        Wrap = 3,
    }
    public ref struct PlaneArguments
    {
        public System.Single& Bias;
        public bool EndsInStrip;
        public System.IntPtr LastPosition;
        public System.IntPtr PartStep;
        public int Positions;
        public System.IntPtr RowStep;
        public System.Single& Rows;
        public System.IntPtr Vectors;
        public System.Single& Weights;
        public System.Single& End(int position, int line) { }
        public System.Single& Line(int position, int line) { }
        public System.Single& Row(int position, int row) { }
    }
    public static class Pooling
    {
        public static void AveragePool(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> kernel, System.ReadOnlySpan<int> strides, System.ReadOnlySpan<int> pads, System.ReadOnlySpan<int> dilations, bool countIncludePad, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void MaxPool(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> kernel, System.ReadOnlySpan<int> strides, System.ReadOnlySpan<int> pads, System.ReadOnlySpan<int> dilations, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
    }
    public static class Reductions
    {
        public static void ArgMax(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, bool selectLastIndex, System.Span<long> y) { }
        public static void GlobalAveragePool(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.Span<float> y) { }
        public static void GlobalMaxPool(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.Span<float> y) { }
        public static void LogSoftmax(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, System.Span<float> y) { }
        public static void ReduceL2(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> axes, System.Span<float> y) { }
        public static void ReduceMax(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> axes, System.Span<float> y) { }
        public static void ReduceMean(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> axes, System.Span<float> y) { }
        public static void ReduceSum(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<int> axes, System.Span<float> y) { }
        public static void Softmax(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, int axis, System.Span<float> y) { }
    }
    public enum ResizeCoordinates
    {
        HalfPixel = 0,
        PyTorchHalfPixel = 1,
        HalfPixelSymmetric = 2,
        Asymmetric = 3,
        AlignCorners = 4,
        HalfPixelForNearest = 5,
    }
    public static class Resizing
    {
        public static void Cubic(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scales, ConvGen.CompilerServices.ResizeCoordinates coordinates, float cubicCoeffA, bool excludeOutside, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Linear(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scales, ConvGen.CompilerServices.ResizeCoordinates coordinates, bool excludeOutside, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
        public static void Nearest(System.ReadOnlySpan<float> x, System.ReadOnlySpan<int> shape, System.ReadOnlySpan<float> scales, ConvGen.CompilerServices.ResizeCoordinates coordinates, ConvGen.CompilerServices.NearestRounding rounding, System.Span<float> y, System.ReadOnlySpan<int> outShape) { }
    }
    public readonly struct Simd128 : ConvGen.CompilerServices.ISimd<float, System.Runtime.Intrinsics.Vector128<float>>
    {
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector128<float> Add(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static System.Runtime.Intrinsics.Vector128<float> Broadcast(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector128<float> CopySign(System.Runtime.Intrinsics.Vector128<float> magnitude, System.Runtime.Intrinsics.Vector128<float> sign) { }
        public static System.Runtime.Intrinsics.Vector128<float> Create(float value) { }
        public static System.Runtime.Intrinsics.Vector128<float> Divide(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, out System.Runtime.Intrinsics.Vector128<float> low, out System.Runtime.Intrinsics.Vector128<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, out System.Runtime.Intrinsics.Vector128<float> low, out System.Runtime.Intrinsics.Vector128<float> middle, out System.Runtime.Intrinsics.Vector128<float> high) { }
        public static System.Runtime.Intrinsics.Vector128<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector128<float> a, out System.Runtime.Intrinsics.Vector128<float> b, out System.Runtime.Intrinsics.Vector128<float> c) { }
        public static System.Runtime.Intrinsics.Vector128<float> Maximum(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static System.Runtime.Intrinsics.Vector128<float> Minimum(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static System.Runtime.Intrinsics.Vector128<float> Multiply(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
        public static System.Runtime.Intrinsics.Vector128<float> MultiplyAdd(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c) { }
        public static System.Runtime.Intrinsics.Vector128<float> PowerOfTwo(System.Runtime.Intrinsics.Vector128<float> bits) { }
        public static System.Runtime.Intrinsics.Vector128<float> SelectLess(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> less, System.Runtime.Intrinsics.Vector128<float> other) { }
        public static System.Runtime.Intrinsics.Vector128<float> Shift(System.Runtime.Intrinsics.Vector128<float> value, System.Runtime.Intrinsics.Vector128<float> following) { }
        public static System.Runtime.Intrinsics.Vector128<float> SquareRoot(System.Runtime.Intrinsics.Vector128<float> a) { }
        public static void Store(System.Runtime.Intrinsics.Vector128<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b, System.Runtime.Intrinsics.Vector128<float> c, System.Runtime.Intrinsics.Vector128<float> d, System.Runtime.Intrinsics.Vector128<float> e, System.Runtime.Intrinsics.Vector128<float> f, System.Runtime.Intrinsics.Vector128<float> g, System.Runtime.Intrinsics.Vector128<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector128<float> value, ref float target, nint offset, nint distance) { }
        public static System.Runtime.Intrinsics.Vector128<float> Subtract(System.Runtime.Intrinsics.Vector128<float> a, System.Runtime.Intrinsics.Vector128<float> b) { }
    }
    public readonly struct Simd256 : ConvGen.CompilerServices.ISimd<float, System.Runtime.Intrinsics.Vector256<float>>
    {
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector256<float> Add(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static System.Runtime.Intrinsics.Vector256<float> Broadcast(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector256<float> CopySign(System.Runtime.Intrinsics.Vector256<float> magnitude, System.Runtime.Intrinsics.Vector256<float> sign) { }
        public static System.Runtime.Intrinsics.Vector256<float> Create(float value) { }
        public static System.Runtime.Intrinsics.Vector256<float> Divide(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, out System.Runtime.Intrinsics.Vector256<float> low, out System.Runtime.Intrinsics.Vector256<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, out System.Runtime.Intrinsics.Vector256<float> low, out System.Runtime.Intrinsics.Vector256<float> middle, out System.Runtime.Intrinsics.Vector256<float> high) { }
        public static System.Runtime.Intrinsics.Vector256<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector256<float> a, out System.Runtime.Intrinsics.Vector256<float> b, out System.Runtime.Intrinsics.Vector256<float> c) { }
        public static System.Runtime.Intrinsics.Vector256<float> Maximum(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static System.Runtime.Intrinsics.Vector256<float> Minimum(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static System.Runtime.Intrinsics.Vector256<float> Multiply(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
        public static System.Runtime.Intrinsics.Vector256<float> MultiplyAdd(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c) { }
        public static System.Runtime.Intrinsics.Vector256<float> PowerOfTwo(System.Runtime.Intrinsics.Vector256<float> bits) { }
        public static System.Runtime.Intrinsics.Vector256<float> SelectLess(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> less, System.Runtime.Intrinsics.Vector256<float> other) { }
        public static System.Runtime.Intrinsics.Vector256<float> Shift(System.Runtime.Intrinsics.Vector256<float> value, System.Runtime.Intrinsics.Vector256<float> following) { }
        public static System.Runtime.Intrinsics.Vector256<float> SquareRoot(System.Runtime.Intrinsics.Vector256<float> a) { }
        public static void Store(System.Runtime.Intrinsics.Vector256<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b, System.Runtime.Intrinsics.Vector256<float> c, System.Runtime.Intrinsics.Vector256<float> d, System.Runtime.Intrinsics.Vector256<float> e, System.Runtime.Intrinsics.Vector256<float> f, System.Runtime.Intrinsics.Vector256<float> g, System.Runtime.Intrinsics.Vector256<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector256<float> value, ref float target, nint offset, nint distance) { }
        public static System.Runtime.Intrinsics.Vector256<float> Subtract(System.Runtime.Intrinsics.Vector256<float> a, System.Runtime.Intrinsics.Vector256<float> b) { }
    }
    public readonly struct Simd512 : ConvGen.CompilerServices.ISimd<float, System.Runtime.Intrinsics.Vector512<float>>
    {
        public static int Lanes { get; }
        public static System.Runtime.Intrinsics.Vector512<float> Add(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static System.Runtime.Intrinsics.Vector512<float> Broadcast(ref float source, nint offset) { }
        public static System.Runtime.Intrinsics.Vector512<float> CopySign(System.Runtime.Intrinsics.Vector512<float> magnitude, System.Runtime.Intrinsics.Vector512<float> sign) { }
        public static System.Runtime.Intrinsics.Vector512<float> Create(float value) { }
        public static System.Runtime.Intrinsics.Vector512<float> Divide(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, out System.Runtime.Intrinsics.Vector512<float> low, out System.Runtime.Intrinsics.Vector512<float> high) { }
        public static void Interleave(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, out System.Runtime.Intrinsics.Vector512<float> low, out System.Runtime.Intrinsics.Vector512<float> middle, out System.Runtime.Intrinsics.Vector512<float> high) { }
        public static System.Runtime.Intrinsics.Vector512<float> Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out System.Runtime.Intrinsics.Vector512<float> a, out System.Runtime.Intrinsics.Vector512<float> b, out System.Runtime.Intrinsics.Vector512<float> c) { }
        public static System.Runtime.Intrinsics.Vector512<float> Maximum(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static System.Runtime.Intrinsics.Vector512<float> Minimum(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static System.Runtime.Intrinsics.Vector512<float> Multiply(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
        public static System.Runtime.Intrinsics.Vector512<float> MultiplyAdd(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c) { }
        public static System.Runtime.Intrinsics.Vector512<float> PowerOfTwo(System.Runtime.Intrinsics.Vector512<float> bits) { }
        public static System.Runtime.Intrinsics.Vector512<float> SelectLess(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> less, System.Runtime.Intrinsics.Vector512<float> other) { }
        public static System.Runtime.Intrinsics.Vector512<float> Shift(System.Runtime.Intrinsics.Vector512<float> value, System.Runtime.Intrinsics.Vector512<float> following) { }
        public static System.Runtime.Intrinsics.Vector512<float> SquareRoot(System.Runtime.Intrinsics.Vector512<float> a) { }
        public static void Store(System.Runtime.Intrinsics.Vector512<float> value, ref float target, nint offset) { }
        public static void StoreEights(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b, System.Runtime.Intrinsics.Vector512<float> c, System.Runtime.Intrinsics.Vector512<float> d, System.Runtime.Intrinsics.Vector512<float> e, System.Runtime.Intrinsics.Vector512<float> f, System.Runtime.Intrinsics.Vector512<float> g, System.Runtime.Intrinsics.Vector512<float> h, ref float target, nint distance) { }
        public static void StoreFours(System.Runtime.Intrinsics.Vector512<float> value, ref float target, nint offset, nint distance) { }
        public static System.Runtime.Intrinsics.Vector512<float> Subtract(System.Runtime.Intrinsics.Vector512<float> a, System.Runtime.Intrinsics.Vector512<float> b) { }
    }
    public enum SimdLevel
    {
        Scalar = 0,
        Vector128 = 1,
        Vector256 = 2,
        Vector512 = 3,
    }
    public readonly struct SimdScalar : ConvGen.CompilerServices.ISimd<float, float>
    {
        public static int Lanes { get; }
        public static float Add(float a, float b) { }
        public static float Broadcast(ref float source, nint offset) { }
        public static float CopySign(float magnitude, float sign) { }
        public static float Create(float value) { }
        public static float Divide(float a, float b) { }
        public static void Interleave(float a, float b, out float low, out float high) { }
        public static void Interleave(float a, float b, float c, out float low, out float middle, out float high) { }
        public static float Load(ref float source, nint offset) { }
        public static void LoadTriples(ref float source, nint offset, out float a, out float b, out float c) { }
        public static float Maximum(float a, float b) { }
        public static float Minimum(float a, float b) { }
        public static float Multiply(float a, float b) { }
        public static float MultiplyAdd(float a, float b, float c) { }
        public static float PowerOfTwo(float bits) { }
        public static float SelectLess(float a, float b, float less, float other) { }
        public static float Shift(float value, float following) { }
        public static float SquareRoot(float a) { }
        public static void Store(float value, ref float target, nint offset) { }
        public static void StoreEights(float a, float b, float c, float d, float e, float f, float g, float h, ref float target, nint distance) { }
        public static void StoreFours(float value, ref float target, nint offset, nint distance) { }
        public static float Subtract(float a, float b) { }
    }
    public static class SimdSupport
    {
        public const string OverrideVariable = "CONVGEN_SIMD_LEVEL";
        public static bool IsForced { get; }
        public static ConvGen.CompilerServices.SimdLevel Widest { get; }
        public static int Lanes(ConvGen.CompilerServices.SimdLevel level) { }
    }
    public sealed class TapOrder
    {
        public TapOrder(int format, int[][] phases, int[][] interleaved) { }
    }
    public ref struct TransformArguments
    {
        public int ExistingOutputs;
        public int FirstOutput;
        public bool HasRaw;
        public System.IntPtr Length;
        public int Outputs;
        public int Patches;
        public System.Single& Source;
        public System.IntPtr SourcePatchStep;
        public System.IntPtr SourceStep;
        public int Taps;
        public System.Single& Target;
        public System.IntPtr TargetPatchStep;
        public System.IntPtr TargetStep;
        public void Write<TSimd, TVector>(TVector value, int output, nint channel)
            where TSimd :  struct, ConvGen.CompilerServices.ISimd<float, TVector>
            where TVector :  struct { }
    }
    public ref struct WeightArguments
    {
        public int Length;
        public int Outputs;
        public System.ReadOnlySpan<double> Source;
        public int SourceStep;
        public int Taps;
        public System.Span<double> Target;
        public int TargetStep;
    }
}