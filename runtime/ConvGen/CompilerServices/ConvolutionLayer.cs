using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>One configuration at run time: what the members that ConvGen emits call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ConvolutionLayer
{
    // Below this many, about 40 microseconds of work, waking a thread costs more than it brings; one that is awake has the work in a microsecond.
    private const double LeastCyclesToWake = 125_000;
    private const double LeastCyclesToShare = 10_000;

    private readonly EmittedKernels _emitted;
    private readonly bool _takesResidual;
    private readonly bool _takesChannelParameters;
    private readonly LayerChecks _checks;
    private readonly FormChoice _choice;
    private readonly PhaseKernel?[] _interleavedKernels = new PhaseKernel?[RegisterTile.Count];
    private readonly TileKernels?[] _kernels = new TileKernels?[RegisterTile.Count];
    private readonly VectorKernels?[] _vectorKernels = new VectorKernels?[(int)SimdLevel.Vector512 + 1];

    private protected ConvolutionLayer(bool isOrdinary, in LayerParameters parameters, EmittedKernels emitted)
    {
        var axes = new AxisGeometry[parameters.Kernel.Length];
        ReadOnlySpan<int> ends = parameters.PaddingEnd.IsEmpty ? parameters.Padding : parameters.PaddingEnd;
        for (int i = 0; i < axes.Length; i++)
        {
            (int kernel, int stride, int dilation) = (parameters.Kernel[i], parameters.Stride[i], parameters.Dilation[i]);
            axes[i] = isOrdinary
                ? AxisGeometry.Ordinary(kernel, stride, parameters.Padding[i], ends[i], dilation)
                : AxisGeometry.Transposed(kernel, stride, parameters.Padding[i], ends[i], parameters.OutputPadding[i], dilation);
        }

        _emitted = emitted;
        Plan = new LayerPhases(LayerGeometry.FromAxes(axes, parameters.Groups));
        TapOrder order = emitted.Order;
        order.Check(Plan);
        Interleaved = order.Interleaved.Length > 0 ? new InterleavedPlan(Plan, order.Interleaved) : null;
        Requested = parameters.Algorithm;
        _choice = new FormChoice(Plan, Interleaved, Requested, emitted.TransformWeights);
        Order = order;
        HasEpilogue = emitted.HasEpilogue;
        (_takesResidual, _takesChannelParameters) = (parameters.TakesResidual, parameters.TakesChannelParameters);
        _checks = new LayerChecks(Plan.Geometry, Requested, parameters.InChannels, parameters.OutChannels, parameters.InputSize.ToArray());
    }

    internal LayerPhases Plan { get; }

    /// <summary>Interleaved phases, where the layer has them.</summary>
    internal InterleavedPlan? Interleaved { get; }

    internal Algorithm Requested { get; }

    internal TapOrder Order { get; }

    /// <summary>Something follows the bias.</summary>
    internal bool HasEpilogue { get; }

    /// <summary>The length of the output along an axis, (in - 1)s - 2p + d(k - 1) + op + 1.</summary>
    /// <param name="axis">The axis, depth before height before width.</param>
    /// <param name="input">The length of the input along it, from 1.</param>
    /// <param name="parameter">The caller's parameter, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An input is below 1 or not the attribute's, or an output below 1 or beyond <see cref="int.MaxValue"/>.
    /// </exception>
    public int OutputLength(int axis, int input, string parameter) => _checks.OutputLength(axis, input, parameter);

    /// <summary>The whole shape of the output, in a new array: (N, Cout, ...), or the same without N as the input is.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">The input's shape or the weights do not fit the layer, or one another.</exception>
    public int[] OutputShape(ReadOnlyTensorView<Element> input, PackedWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return _checks.OutputShape(input.Shape, weights, this);
    }

    /// <summary>
    /// Computes the layer from packed weights on the caller's thread; allocates nothing once warm, safe from any number of threads.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; every element is overwritten.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, input and output overlap, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(ReadOnlyTensorView<Element> input, PackedWeights weights, TensorView<Element> output) =>
        Forward(input, weights, default, output);

    /// <summary>
    /// Computes the layer from packed weights on the caller's thread and adds a residual; allocates nothing once warm, safe from any number of threads.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="residual">What is added, of the output's shape.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; every element is overwritten.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, the output overlaps an argument, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(
        ReadOnlyTensorView<Element> input, PackedWeights weights, ReadOnlyTensorView<Element> residual, TensorView<Element> output)
    {
        LayerCall call = Check(input, weights, residual, output);
        call.RunAll();
    }

    /// <summary>
    /// Computes the layer from packed weights on up to <paramref name="maxDegreeOfParallelism"/> threads: the same bits, and one thread
    /// where more would not help.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; every element is overwritten.</param>
    /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither positive nor -1.</exception>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, input and output overlap, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(ReadOnlyTensorView<Element> input, PackedWeights weights, TensorView<Element> output, int maxDegreeOfParallelism) =>
        Forward(input, weights, default, output, maxDegreeOfParallelism);

    /// <summary>
    /// Computes the layer from packed weights on up to <paramref name="maxDegreeOfParallelism"/> threads and adds a residual: the same bits, and one
    /// thread where more would not help.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="residual">What is added, of the output's shape.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; every element is overwritten.</param>
    /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither positive nor -1.</exception>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, the output overlaps an argument, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(
        ReadOnlyTensorView<Element> input, PackedWeights weights, ReadOnlyTensorView<Element> residual, TensorView<Element> output,
        int maxDegreeOfParallelism)
    {
        int threads = Degree.Threads(maxDegreeOfParallelism);
        LayerCall call = Check(input, weights, residual, output);
        if (threads > 1
            && AlgorithmRule.Cycles(call.Products, call.Weights.Length) >= (ParallelCall.HasIdleWorker ? LeastCyclesToShare : LeastCyclesToWake))
        {
            weights.Call(call.Shape with { Threads = threads }, call.Input, call.Residual, call.Output).RunShared();
        }
        else
        {
            call.RunAll();
        }
    }

    /// <summary>How many units of work a call falls into, for schedulers of your own: see <c>ForwardRange</c>.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; nothing is written.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public int WorkUnits(ReadOnlyTensorView<Element> input, PackedWeights weights, TensorView<Element> output) =>
        Check(input, weights, default, output, hasResidual: false).Grid.Units;

    /// <summary>Bytes of scratch memory that each thread of a call takes from the pool.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N; nothing is written.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">A shape or the weights do not fit the layer, or input and output overlap.</exception>
    public long ScratchBytes(ReadOnlyTensorView<Element> input, PackedWeights weights, TensorView<Element> output) =>
        Check(input, weights, default, output, hasResidual: false).ScratchBytes;

    /// <summary>Does some units of a call: in any order, on any thread, each writes its own part of the output.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="end">The unit after the last, <c>WorkUnits</c> at the most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the units; nothing was written.</exception>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, or input and output overlap; nothing was written.
    /// </exception>
    public void ForwardRange(ReadOnlyTensorView<Element> input, PackedWeights weights, TensorView<Element> output, int first, int end) =>
        ForwardRange(input, weights, default, output, first, end);

    /// <summary>Does some units of a call that adds a residual: in any order, on any thread, each writes its own part of the output.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weights">What <c>Pack</c> made.</param>
    /// <param name="residual">What is added, of the output's shape.</param>
    /// <param name="output">(N, Cout, ...) as <c>OutputShape</c> tells, or the same without N.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="end">The unit after the last, <c>WorkUnits</c> at the most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the units; nothing was written.</exception>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape or the weights do not fit the layer, or the output overlaps an argument; nothing was written.
    /// </exception>
    public void ForwardRange(
        ReadOnlyTensorView<Element> input, PackedWeights weights, ReadOnlyTensorView<Element> residual, TensorView<Element> output, int first, int end)
    {
        LayerCall call = Check(input, weights, residual, output);
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
    /// Computes the layer from plain weights, for a single call: packs them into scratch memory every time, always for a direct form.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weight">
    /// PyTorch's layout, row-major: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one, with the kernel's axes last.
    /// </param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="output">(N, Cout, ...) of <c>OutputSize</c>, or the same without N; every element is overwritten.</param>
    /// <exception cref="ArgumentException">
    /// A shape or a length does not fit the layer, the output overlaps an argument, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(ReadOnlyTensorView<Element> input, ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, TensorView<Element> output) =>
        Forward(input, weight, bias, default, default, output);

    /// <summary>
    /// Computes the layer from plain weights, for a single call, with what its epilogue takes: packs them into scratch memory every time, always for a
    /// direct form.
    /// </summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="weight">
    /// PyTorch's layout, row-major: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one, with the kernel's axes last.
    /// </param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="slope">Of PRelu the slopes, of Snake the factors: one number per output channel, or one for all.</param>
    /// <param name="residual">What is added, of the output's shape.</param>
    /// <param name="output">(N, Cout, ...) of <c>OutputSize</c>, or the same without N; every element is overwritten.</param>
    /// <exception cref="ArgumentException">
    /// A shape or a length does not fit the layer, the output overlaps an argument, or a tensor of System.Numerics.Tensors is not dense;
    /// nothing was written.
    /// </exception>
    public void Forward(
        ReadOnlyTensorView<Element> input, ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, ReadOnlySpan<Element> slope,
        ReadOnlyTensorView<Element> residual, TensorView<Element> output)
    {
        LayerShape shape = _checks.Plain(input.Shape, weight.Length, bias.Length, output.Shape);
        LayerChecks.NoOverlap(input.Elements, nameof(input), output.Elements);
        LayerChecks.NoOverlap(weight, nameof(weight), output.Elements);
        LayerChecks.NoOverlap(bias, nameof(bias), output.Elements);
        LayerChecks.NoOverlap(slope, nameof(slope), output.Elements);
        CheckResidual(residual, output);
        CheckSlope(slope, shape.OutChannels);
        int groups = Plan.Geometry.Groups;
        LayerForm form = _choice.Direct(weight, shape.InChannels / groups, shape.OutChannels / groups, shape.Input.Width);
        LayerChecks.PackedLength(form.Packing.Layout.Length);
        int length = (int)form.Packing.Layout.Length;
        int arranged = Plan.Geometry.IsOrdinary ? weight.Length : 0;
        int slopes = _takesChannelParameters ? shape.OutChannels : 0;
        using var scratch = new Scratch(
            Scratch.BytesFor<Element>(length) + Scratch.BytesFor<Element>(arranged) + Scratch.BytesFor<Element>(slopes));
        Span<Element> packed = scratch.Take<Element>(length);
        if (Plan.Geometry.IsOrdinary)
        {
            Span<Element> target = scratch.Take<Element>(arranged);
            OrdinaryWeights.Arrange(weight, groups, shape.InChannels / groups, shape.OutChannels / groups, target);
            weight = target;
        }

        form.Packing.Pack(weight, bias, packed);
        Span<Element> parameters = scratch.Take<Element>(slopes);
        Spread(slope, parameters);
        var call = new LayerCall(this, form, Parts(shape, input, residual, output))
        {
            Weights = packed,
            Input = input.Elements,
            Residual = residual.Elements,
            ChannelParameters = parameters,
            Output = output.Elements,
        };
        call.RunAll();
    }

    internal TileKernels Kernels(RegisterTile tile)
    {
        ref TileKernels? kernels = ref _kernels[tile.Index];
        return Volatile.Read(ref kernels) ?? (kernels = _emitted.OfTile(tile));
    }

    internal PhaseKernel InterleavedKernel(InterleavedTile tile)
    {
        ref PhaseKernel? kernel = ref _interleavedKernels[tile.Index];
        return Volatile.Read(ref kernel) ?? (kernel = _emitted.Interleaved(tile));
    }

    internal VectorKernels Kernels(SimdLevel level)
    {
        ref VectorKernels? kernels = ref _vectorKernels[(int)level];
        return Volatile.Read(ref kernels) ?? (kernels = _emitted.OfLevel(level));
    }

    private LayerCall Check(
        ReadOnlyTensorView<Element> input, PackedWeights weights, ReadOnlyTensorView<Element> residual, TensorView<Element> output,
        bool hasResidual = true)
    {
        ArgumentNullException.ThrowIfNull(weights);
        LayerShape shape = _checks.Packed(input.Shape, weights, output.Shape, this);
        LayerChecks.NoOverlap<Element>(input.Elements, nameof(input), output.Elements);
        if (hasResidual)
        {
            CheckResidual(residual, output);
        }

        return weights.Call(Parts(shape, input, residual, output), input.Elements, residual.Elements, output.Elements);
    }

    // The tensors may be parts of others, a range of channels of each image.
    private LayerShape Parts(
        LayerShape shape, ReadOnlyTensorView<Element> input, ReadOnlyTensorView<Element> residual, TensorView<Element> output)
    {
        LayerChecks.Part(input.Gap, input.Rank - Plan.Geometry.Rank, nameof(input));
        LayerChecks.Part(output.Gap, output.Rank - Plan.Geometry.Rank, nameof(output));
        LayerChecks.Part(residual.Gap, residual.Rank - Plan.Geometry.Rank, nameof(residual));
        return shape with { InputGap = input.Gap, ResidualGap = residual.Gap, OutputGap = output.Gap };
    }

    private void CheckResidual(ReadOnlyTensorView<Element> residual, TensorView<Element> output)
    {
        if (_takesResidual)
        {
            LayerChecks.Residual(residual.Shape, output.Shape);
            LayerChecks.NoOverlap(residual.Elements, nameof(residual), output.Elements);
        }
    }
}
