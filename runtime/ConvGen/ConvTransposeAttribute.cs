namespace ConvGen;

/// <summary>
/// Asks for a transposed convolution specialised for exactly these parameters, with the semantics of PyTorch's
/// <c>ConvTranspose1d/2d/3d</c>. The annotated type must be a partial class, struct or record.
/// </summary>
/// <remarks>
/// <para>Written:</para>
/// <code>
/// [ConvTranspose(k: 4, s: 2, p: 1)]
/// public static partial class Up;
/// </code>
/// <para>Generated:</para>
/// <code>
/// partial class Up
/// {
///     public const int KernelHeight = 4;   // and the other parameters, per axis
///     public static (int Height, int Width) OutputSize(int height, int width);
///     public static int[] OutputShape(ReadOnlyTensorView&lt;float&gt; input, PackedWeights weights);
///     public static PackedWeights Pack(ReadOnlySpan&lt;float&gt; weight, ReadOnlySpan&lt;float&gt; bias, int inChannels, int outChannels);
///     public static PackedWeights Pack(/* the same */, ReadOnlySpan&lt;int&gt; inputSize);
///     public static void Forward(ReadOnlyTensorView&lt;float&gt; input, PackedWeights weights, TensorView&lt;float&gt; output);
/// public static void Forward(ReadOnlyTensorView&lt;float&gt; input, ReadOnlySpan&lt;float&gt; weight, ReadOnlySpan&lt;float&gt; bias,
/// TensorView&lt;float&gt; output);
/// }
/// </code>
/// <para>Accepted forms: numbers for all axes alike, <c>[ConvTranspose(k: 3, s: 2, Rank = 3)]</c>; lists with a number per axis,
/// depth before height before width, <c>[ConvTranspose(k: [3, 5], s: [1, 2])]</c>; several on one class, each with a <see
/// cref="LayerAttribute.Name"/>.</para>
/// <para>Per axis the output has <c>(in - 1)s - 2p + d(k - 1) + op + 1</c> elements.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ConvTransposeAttribute : LayerAttribute
{
    /// <summary>The same parameters on every axis; two axes unless <see cref="LayerAttribute.Rank"/> says otherwise.</summary>
    /// <param name="k">Kernel size, from 1.</param>
    /// <param name="s">Stride, from 1.</param>
    /// <param name="p">Padding, from 0: crops that many outputs at both ends.</param>
    /// <param name="op">Output padding, from 0 to <c>max(s, d) - 1</c>: adds outputs at the end.</param>
    /// <param name="d">Dilation, from 1.</param>
    /// <param name="g">Groups, from 1: input and output channels are split into as many independent parts.</param>
    public ConvTransposeAttribute(int k, int s = 1, int p = 0, int op = 0, int d = 1, int g = 1)
        : base([k], [s], [p], [d], g) => Op = [op];

    /// <summary>One number per axis; the length of the lists is the rank. Lists left out are PyTorch's defaults.</summary>
    /// <param name="k">Kernel sizes, from 1.</param>
    /// <param name="s">Strides, from 1.</param>
    /// <param name="p">Paddings, from 0.</param>
    /// <param name="op">Output paddings, from 0 to <c>max(s, d) - 1</c>.</param>
    /// <param name="d">Dilations, from 1.</param>
    /// <param name="g">Groups, from 1.</param>
    public ConvTransposeAttribute(int[] k, int[]? s = null, int[]? p = null, int[]? op = null, int[]? d = null, int g = 1)
        : base(k, s, p, d, g) => Op = op ?? [];

    /// <summary>Output paddings as given; empty where the list was left out.</summary>
    public IReadOnlyList<int> Op { get; }
}
