using System.ComponentModel;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.CompilerServices;

/// <summary>One configuration at run time: what the members that ConvGen emits call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvTransposeLayer
{
    private readonly LayerChecks _checks;
    private readonly TileKernels?[] _kernels = new TileKernels?[TileForm.Forms];

    private protected ConvTransposeLayer(in LayerParameters parameters, int unrolledTaps)
    {
        var axes = new AxisGeometry[parameters.Kernel.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = AxisGeometry.FromPyTorch(
                parameters.Kernel[i], parameters.Stride[i], parameters.Padding[i], parameters.OutputPadding[i], parameters.Dilation[i]);
        }

        Plan = new LayerPlan(LayerGeometry.FromAxes(axes, parameters.Groups));
        Requested = parameters.Algorithm;
        UnrolledTaps = unrolledTaps;
        _checks = new LayerChecks(Plan.Geometry, parameters.InChannels, parameters.OutChannels, parameters.InputSize.ToArray());
    }

    internal LayerPlan Plan { get; }

    internal Algorithm Requested { get; }

    internal int UnrolledTaps { get; }

    /// <summary>Output length of axis <paramref name="axis"/> for an input length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input is below 1, or the output below 1 or beyond <see cref="int.MaxValue"/>.</exception>
    public int OutputLength(int axis, int input, string parameter) => _checks.OutputLength(axis, input, parameter);

    /// <summary>Packs weights in PyTorch's layout (Cin, Cout/g, kernel...) and a bias of Cout elements or none.</summary>
    /// <exception cref="ArgumentException">A channel count or a length does not fit the layer.</exception>
    public PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels)
    {
        _checks.Channels(inChannels, nameof(inChannels), outChannels, nameof(outChannels));
        _checks.Weights(weight.Length, bias.Length, inChannels, outChannels);
        return new PackedWeights(Packing(inChannels, outChannels, out Algorithm algorithm), algorithm, weight, bias);
    }

    /// <summary>Computes the layer from packed weights.</summary>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output)
    {
        ArgumentNullException.ThrowIfNull(weights);
        LayerShape shape = _checks.Shapes(input.Shape, output.Shape);
        _checks.Packed(weights, shape);
        LayerChecks.NoOverlap<float>(input.Elements, nameof(input), output.Elements);
        DirectForward.Run(this, shape, weights.Packing, input.Elements, weights.Elements, output.Elements);
    }

    /// <summary>Computes the layer from weights in PyTorch's layout; packs them into scratch memory on every call.</summary>
    /// <exception cref="ArgumentException">A shape or a length does not fit the layer, or the output overlaps an argument.</exception>
    public void Forward(ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output)
    {
        LayerShape shape = _checks.Shapes(input.Shape, output.Shape);
        _checks.Weights(weight.Length, bias.Length, shape.InChannels, shape.OutChannels);
        LayerChecks.NoOverlap(input.Elements, nameof(input), output.Elements);
        LayerChecks.NoOverlap(weight, nameof(weight), output.Elements);
        LayerChecks.NoOverlap(bias, nameof(bias), output.Elements);
        WeightPacking packing = Packing(shape.InChannels, shape.OutChannels, out _);
        using var scratch = new Scratch(Scratch.BytesFor<float>(packing.Length));
        Span<float> packed = scratch.Take<float>((int)packing.Length);
        packing.Pack(weight, bias, packed);
        DirectForward.Run(this, shape, packing, input.Elements, packed, output.Elements);
    }

    internal TileKernels Kernels(TileForm form)
    {
        ref TileKernels? kernels = ref _kernels[form.Index];
        return Volatile.Read(ref kernels) ?? (kernels = CreateKernels(form));
    }

    private protected abstract TileKernels CreateKernels(TileForm form);

    private WeightPacking Packing(int inChannels, int outChannels, out Algorithm algorithm)
    {
        int groups = Plan.Geometry.Groups;
        long products = (long)Plan.MostTaps * (inChannels / groups);
        algorithm = AlgorithmRule.Choose(Requested, outChannels / groups, products);
        TileForm form = TileForm.For(algorithm, outChannels / groups, products, SimdSupport.Widest);
        var packing = new WeightPacking(Plan, form, inChannels / groups, outChannels / groups);
        LayerChecks.PackedLength(packing.Length);
        return packing;
    }
}

/// <summary>A configuration with its emitted kernels.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvTransposeLayer<TKernels> : ConvTransposeLayer
    where TKernels : IPhaseKernels
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvTransposeLayer(LayerParameters parameters)
        : base(in parameters, TKernels.UnrolledTaps)
    {
    }

    private protected override TileKernels CreateKernels(TileForm form) => TileKernels.Create<TKernels>(form);
}
