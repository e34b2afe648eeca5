namespace ConvGen;

/// <summary>
/// Asks for an ordinary convolution specialised for exactly these parameters, with the semantics of PyTorch's <c>Conv1d/2d/3d</c> with zero
/// padding. The annotated type must be a partial class, struct or record.
/// </summary>
/// <remarks>
/// <code>
/// [Conv(k: 3, p: 1)]
/// public static partial class Conv3;
/// </code>
/// <para>Generated are the members of <see cref="ConvTransposeAttribute"/>, on weights in PyTorch's layout (Cout, Cin/g, ...), and accepted the
/// same forms: numbers for all axes alike, lists with a number per axis, several on one class.</para>
/// <para>Per axis the output has <c>floor((in + 2p - d(k - 1) - 1) / s) + 1</c> elements.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ConvAttribute : LayerAttribute
{
    /// <summary>The same parameters on every axis; two axes unless <see cref="LayerAttribute.Rank"/> says otherwise.</summary>
    /// <param name="k">Kernel size, from 1.</param>
    /// <param name="s">Stride, from 1.</param>
    /// <param name="p">Padding, from 0: that many zeros at both ends.</param>
    /// <param name="d">Dilation, from 1.</param>
    /// <param name="g">Groups, from 1: input and output channels are split into as many independent parts.</param>
    public ConvAttribute(int k, int s = 1, int p = 0, int d = 1, int g = 1)
        : base([k], [s], [p], [d], g)
    {
    }

    /// <summary>One number per axis; the length of the lists is the rank. Lists left out are PyTorch's defaults.</summary>
    /// <param name="k">Kernel sizes, from 1.</param>
    /// <param name="s">Strides, from 1.</param>
    /// <param name="p">Paddings, from 0.</param>
    /// <param name="d">Dilations, from 1.</param>
    /// <param name="g">Groups, from 1.</param>
    public ConvAttribute(int[] k, int[]? s = null, int[]? p = null, int[]? d = null, int g = 1)
        : base(k, s, p, d, g)
    {
    }
}
