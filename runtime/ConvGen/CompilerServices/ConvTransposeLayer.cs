using System.ComponentModel;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Rows;
using ConvGen.Memory;
using ConvGen.Packing;
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
    private readonly PhaseKernel?[] _rowKernels = new PhaseKernel?[RowForm.Forms];
    private readonly TileKernels?[] _kernels = new TileKernels?[TileForm.Forms];

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
        UnrolledTaps = unrolledTaps;
        _checks = new LayerChecks(Plan.Geometry, parameters.InChannels, parameters.OutChannels, parameters.InputSize.ToArray());
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
        int groups = Plan.Geometry.Groups;
        Algorithm algorithm = AlgorithmRule.Choose(Requested, Plan.Geometry, inChannels / groups, outChannels / groups, size);
        int width = size.Length > 0 ? size[^1] : 0;
        WeightPacking direct = Packing(inChannels, outChannels, width);
        if (RowsOf(algorithm, weight, inChannels, outChannels, width) is { } rows)
        {
            return new PackedWeights(direct, rows, algorithm, weight, bias) { TakesMargin = true };
        }

        return AlgorithmRule.IsFast(algorithm)
            ? new PackedWeights(
                direct,
                new WinogradPacking(
                    Plan.Geometry,
                    WinogradShape.Create(Plan.Geometry, algorithm)!,
                    SimdSupport.Widest,
                    inChannels / groups,
                    outChannels / groups),
                algorithm,
                weight,
                bias)
            : new PackedWeights(direct with { ByTap = PrefersTaps(direct, size) }, algorithm, weight, bias)
            {
                TakesMargin = TakesMargin(weight),
            };
    }

    /// <summary>Computes the layer from packed weights on the caller's thread.</summary>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output)
    {
        LayerCall call = Check(input, weights, output);
        call.Run(0, call.Grid.Units);
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
        int units = call.Grid.Units;
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
        Check(input, weights, output).Grid.Units;

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
        int units = call.Grid.Units;
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
        LayerShape shape = _checks.Shapes(input.Shape, output.Shape);
        _checks.Weights(weight.Length, bias.Length, shape.InChannels, shape.OutChannels);
        LayerChecks.NoOverlap(input.Elements, nameof(input), output.Elements);
        LayerChecks.NoOverlap(weight, nameof(weight), output.Elements);
        LayerChecks.NoOverlap(bias, nameof(bias), output.Elements);
        WeightPacking packing = Packing(shape.InChannels, shape.OutChannels, shape.Input.Width);
        Algorithm algorithm = AlgorithmRule.Direct(
            Requested, Plan.Geometry, packing.InPerGroup, packing.OutPerGroup, shape.Input.Width);
        RowPacking? rows = RowsOf(algorithm, weight, shape.InChannels, shape.OutChannels, shape.Input.Width);
        int length = (int)(rows?.Length ?? packing.Length);
        using var scratch = new Scratch(Scratch.BytesFor<float>(length));
        Span<float> packed = scratch.Take<float>(length);
        if (rows is { } order)
        {
            order.Pack(weight, bias, packed);
        }
        else
        {
            packing.Pack(weight, bias, packed);
        }

        var call = new LayerCall
        {
            Layer = this,
            Shape = shape,
            Packing = packing,
            Rows = rows,
            TakesMargin = TakesMargin(weight),
            Weights = packed,
            Input = input.Elements,
            Output = output.Elements,
        };
        call.Run(0, call.Grid.Units);
    }

    internal TileKernels Kernels(TileForm form)
    {
        ref TileKernels? kernels = ref _kernels[form.Index];
        return Volatile.Read(ref kernels) ?? (kernels = CreateKernels(form));
    }

    internal PhaseKernel RowKernel(RowForm form)
    {
        ref PhaseKernel? kernel = ref _rowKernels[form.Index];
        return Volatile.Read(ref kernel) ?? (kernel = CreateRowKernel(form));
    }

    private protected abstract TileKernels CreateKernels(TileForm form);

    private protected abstract PhaseKernel CreateRowKernel(RowForm form);

    private LayerCall Check(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output)
    {
        ArgumentNullException.ThrowIfNull(weights);
        LayerShape shape = _checks.Shapes(input.Shape, output.Shape);
        _checks.Packed(weights, shape);
        LayerChecks.NoOverlap<float>(input.Elements, nameof(input), output.Elements);
        return weights.Call(this, shape, input.Elements, output.Elements);
    }

    private bool PrefersTaps(in WeightPacking packing, int[] inputSize)
    {
        if (inputSize.Length == 0)
        {
            return false;
        }

        var input = Extent.FromAxes(inputSize);
        var output = new Extent(
            (int)Plan.Geometry.Depth.OutputLength(input.Depth),
            (int)Plan.Geometry.Height.OutputLength(input.Height),
            (int)Plan.Geometry.Width.OutputLength(input.Width));
        return Borders.PrefersTaps(packing, output, input);
    }

    // A form that was asked for by name computes the products of the definition and no others, to the sign of a zero.
    private bool TakesMargin(ReadOnlySpan<float> weight) => Requested == Algorithm.Auto && Margin.Suits(weight);

    private RowPacking? RowsOf(
        Algorithm algorithm, ReadOnlySpan<float> weight, int inChannels, int outChannels, int width)
    {
        if (algorithm != Algorithm.DirectPixels || Rows is null || !TakesMargin(weight))
        {
            return null;
        }

        (int inPerGroup, int outPerGroup) = (inChannels / Plan.Geometry.Groups, outChannels / Plan.Geometry.Groups);
        bool brief = AlgorithmRule.IsBrief(Plan.Geometry, inPerGroup);
        RowForm form = RowForm.For(Rows, outPerGroup, brief, SimdSupport.Widest, width);
        // Windows begin anywhere: 512-bit loads pay although they cross cache lines. Not where little is done with what a panel holds, nor
        // where a tile alone would be more than a panel.
        if (Rows.SharesWindow && (brief || (long)inPerGroup * form.Positions > RowForward.PanelElements))
        {
            var level = (SimdLevel)Math.Min((int)SimdSupport.Widest, (int)SimdLevel.Vector256);
            form = RowForm.For(Rows, outPerGroup, brief, level, width);
        }

        return new RowPacking(Rows, form, inPerGroup, outPerGroup);
    }

    private WeightPacking Packing(int inChannels, int outChannels, int width)
    {
        int groups = Plan.Geometry.Groups;
        Algorithm algorithm = AlgorithmRule.Direct(Requested, Plan.Geometry, inChannels / groups, outChannels / groups, width);
        TileForm form = TileForm.For(algorithm, outChannels / groups, SimdSupport.Widest);
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
        : base(in parameters, TKernels.UnrolledTaps, TKernels.Rows)
    {
    }

    private protected override TileKernels CreateKernels(TileForm form) => TileKernels.Create<TKernels>(form);

    private protected override PhaseKernel CreateRowKernel(RowForm form) => TileKernels.CreateRow<TKernels>(form);
}
