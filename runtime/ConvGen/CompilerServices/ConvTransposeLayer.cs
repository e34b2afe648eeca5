using System.ComponentModel;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Rows;
using ConvGen.Memory;
using ConvGen.Planning;
using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>One configuration at run time: what the members that ConvGen emits call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvTransposeLayer
{
    // Below this many, about 40 microseconds of work, waking a thread costs more than it brings.
    private const double LeastCyclesForThreads = 125_000;

    private readonly LayerChecks _checks;
    private readonly FormChoice _choice;
    private readonly PhaseKernel?[] _rowKernels = new PhaseKernel?[InterleavedTile.Forms];
    private readonly TileKernels?[] _kernels = new TileKernels?[RegisterTile.Forms];

    private protected ConvTransposeLayer(in LayerParameters parameters, int unrolledTaps, int rows)
    {
        var axes = new AxisGeometry[parameters.Kernel.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = AxisGeometry.FromPyTorch(
                parameters.Kernel[i], parameters.Stride[i], parameters.Padding[i], parameters.OutputPadding[i], parameters.Dilation[i]);
        }

        Plan = new LayerPlan(LayerGeometry.FromAxes(axes, parameters.Groups));
        Rows = rows > 0 ? RowPlan.Create(Plan) : null;
        if (Rows is not null && Rows.Taps.Length != rows)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The layer was generated with {rows} rows of phases, this version of ConvGen has {Rows.Taps.Length}: rebuild the assembly."));
        }

        Requested = parameters.Algorithm;
        _choice = new FormChoice(Plan, Rows, Requested);
        UnrolledTaps = unrolledTaps;
        _checks = new LayerChecks(Plan.Geometry, Requested, parameters.InChannels, parameters.OutChannels, parameters.InputSize.ToArray());
    }

    internal LayerPlan Plan { get; }

    /// <summary>Rows of phases, where the layer has them.</summary>
    internal RowPlan? Rows { get; }

    internal Algorithm Requested { get; }

    internal int UnrolledTaps { get; }

    /// <summary>Output length of axis <paramref name="axis"/> for an input length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The input is below 1, or the output below 1 or beyond <see cref="int.MaxValue"/>.
    /// </exception>
    public int OutputLength(int axis, int input, string parameter) => _checks.OutputLength(axis, input, parameter);

    /// <summary>Packs weights in PyTorch's layout (Cin, Cout/g, kernel...) and a bias of Cout elements or none.</summary>
    /// <exception cref="ArgumentException">A channel count or a length does not fit the layer.</exception>
    public PackedWeights Pack(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize)
    {
        _checks.Channels(inChannels, nameof(inChannels), outChannels, nameof(outChannels));
        _checks.Weights(weight.Length, bias.Length, inChannels, outChannels);
        int[] size = _checks.InputSize(inputSize, nameof(inputSize));
        (int inPerGroup, int outPerGroup) = (inChannels / Plan.Geometry.Groups, outChannels / Plan.Geometry.Groups);
        var packed = new PackedWeights(this, _choice.For(weight, inPerGroup, outPerGroup, size), weight, bias);
        // Sums of weights that are no number any more would make none of the outputs one.
        return AlgorithmRule.IsFast(packed.Algorithm) && !packed.AreFinite
            ? new PackedWeights(this, _choice.Direct(weight, inPerGroup, outPerGroup, size), weight, bias)
            : packed;
    }

    /// <summary>Computes the layer from packed weights on the caller's thread.</summary>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output)
    {
        LayerCall call = Check(input, weights, output);
        call.Run(0, call.Units);
    }

    /// <summary>
    /// Computes the layer from packed weights on up to <paramref name="maxDegreeOfParallelism"/> threads; the result has the same bits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither positive nor -1 (all processors).</exception>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int maxDegreeOfParallelism)
    {
        if (maxDegreeOfParallelism is 0 or < -1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxDegreeOfParallelism),
                maxDegreeOfParallelism,
                FormattableString.Invariant(
                    $"maxDegreeOfParallelism is {maxDegreeOfParallelism}; legal are counts from 1, and -1 for all processors."));
        }

        LayerCall call = Check(input, weights, output);
        int threads = maxDegreeOfParallelism == -1 ? Environment.ProcessorCount : maxDegreeOfParallelism;
        int units = call.Units;
        if (threads == 1 || units <= 1 || AlgorithmRule.Cycles(call.Products, call.Weights.Length) < LeastCyclesForThreads)
        {
            call.Run(0, units);
        }
        else
        {
            ParallelCall.Run(call, weights, units, threads);
        }
    }

    /// <summary>How many units of work the call falls into, for callers that schedule them with <see cref="ForwardRange"/>.</summary>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public int WorkUnits(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output) =>
        Check(input, weights, output).Units;

    /// <summary>Bytes of scratch memory that a thread takes while it computes the call.</summary>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public long ScratchBytes(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output) =>
        Check(input, weights, output).ScratchBytes;

    /// <summary>Does some units of a call: each writes its own part of the output, in any order, on any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the units.</exception>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public void ForwardRange(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output, int first, int end)
    {
        LayerCall call = Check(input, weights, output);
        int units = call.Units;
        if (first < 0 || first > end || end > units)
        {
            throw new ArgumentOutOfRangeException(
                first < 0 || first > end ? nameof(first) : nameof(end),
                first < 0 || first > end ? first : end,
                FormattableString.Invariant($"The range is {first} to {end}; legal are ranges within the {units} units of the call."));
        }

        call.Run(first, end);
    }

    /// <summary>
    /// Computes the layer from weights in PyTorch's layout; packs them into scratch memory on every call, always for a direct form.
    /// </summary>
    /// <exception cref="ArgumentException">A shape or a length does not fit the layer, or the output overlaps an argument.</exception>
    public void Forward(ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output)
    {
        LayerShape shape = _checks.Plain(input.Shape, weight.Length, bias.Length, output.Shape);
        LayerChecks.NoOverlap(input.Elements, nameof(input), output.Elements);
        LayerChecks.NoOverlap(weight, nameof(weight), output.Elements);
        LayerChecks.NoOverlap(bias, nameof(bias), output.Elements);
        int groups = Plan.Geometry.Groups;
        LayerForm form = _choice.Direct(weight, shape.InChannels / groups, shape.OutChannels / groups, shape.Input.Width);
        LayerChecks.PackedLength(form.Packing.Layout.Length);
        int length = (int)form.Packing.Layout.Length;
        using var scratch = new Scratch(Scratch.BytesFor<float>(length));
        Span<float> packed = scratch.Take<float>(length);
        form.Packing.Pack(weight, bias, packed);
        var call = new LayerCall(this, form, shape) { Weights = packed, Input = input.Elements, Output = output.Elements };
        call.Run(0, call.Units);
    }

    internal TileKernels Kernels(RegisterTile form)
    {
        ref TileKernels? kernels = ref _kernels[form.Index];
        return Volatile.Read(ref kernels) ?? (kernels = CreateKernels(form));
    }

    internal PhaseKernel RowKernel(InterleavedTile form)
    {
        ref PhaseKernel? kernel = ref _rowKernels[form.Index];
        return Volatile.Read(ref kernel) ?? (kernel = CreateRowKernel(form));
    }

    private protected abstract TileKernels CreateKernels(RegisterTile form);

    private protected abstract PhaseKernel CreateRowKernel(InterleavedTile form);

    private LayerCall Check(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output)
    {
        ArgumentNullException.ThrowIfNull(weights);
        LayerShape shape = _checks.Packed(input.Shape, weights, output.Shape);
        LayerChecks.NoOverlap<float>(input.Elements, nameof(input), output.Elements);
        return weights.Call(this, shape, input.Elements, output.Elements);
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
        : base(in parameters, TKernels.UnrolledTaps, TKernels.Rows)
    {
    }

    private protected override TileKernels CreateKernels(RegisterTile form) => TileKernels.Create<TKernels>(form);

    private protected override PhaseKernel CreateRowKernel(InterleavedTile form) => TileKernels.CreateRow<TKernels>(form);
}
