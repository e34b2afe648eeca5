using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>
/// How a configuration is computed: its phases, what of them is unrolled, and the form. Pure data from pure arithmetic;
/// emission writes it down and decides nothing.
/// </summary>
internal sealed record LayerPlan(
    LayerSpec Spec, LayerGeometry Geometry, ElementType Element, PlannedAxis[] Axes, PhasePlan[] Kernels, InterleavedKernel[] Interleaved)
{
    // Of the vectors that there are.
    private static readonly int[] s_lanes = [1, 4, 8, 16];

    /// <summary>Phases that have taps.</summary>
    public decimal PhaseCount => Axes.Aggregate(1m, static (product, axis) => product * axis.Geometry.PhaseCount);

    /// <summary>Phases without a kernel of their own.</summary>
    public decimal LoopedPhases => PhaseCount - Kernels.Length;

    /// <summary>The form, where the attribute names it or fixes the channels.</summary>
    public Algorithm? Form => Chosen is var chosen && (chosen == Spec.Algorithm || Spec.FixesChannels) ? chosen : null;

    private Algorithm Chosen => AlgorithmRule.Choose(
        Spec.Algorithm, Geometry, Spec.InChannels / Spec.Groups, Spec.OutChannels / Spec.Groups, [.. Spec.InputSize]);

    /// <summary>Whether a call may be computed directly with lanes as neighbouring pixels.</summary>
    public bool MayHavePixels => MayTake(Algorithm.DirectPixels);

    /// <summary>Whether a call may be computed directly with lanes as output channels.</summary>
    public bool MayHaveChannels => MayTake(Algorithm.DirectChannels);

    /// <summary>The kernels of interleaved phases that there are for planes too; or the one of a layer of one phase.</summary>
    public InterleavedKernel[] Planes => !MayBePlanes ? []
        : PlanesRule.Holds(Geometry, isWidest: true) ? Interleaved
        : HasOnePlane ? [InterleavedKernel.One(Geometry)]
        : [];

    /// <summary>Planes are of a layer of one phase.</summary>
    public bool HasOnePlane => MayBePlanes
        && Spec.Algorithm == Algorithm.Auto
        && (Spec.OutChannels == 0 || Spec.OutChannels == Spec.Groups)
        && PlanesRule.HoldsOne(Geometry);

    /// <summary>Planes have lines whose lanes are neighbouring outputs.</summary>
    public bool HasEnlargedLines => MayBePlanes && Interleaved.Length > 0 && PlanesRule.Enlarges(Geometry);

    /// <summary>The fast forms that a call may take.</summary>
    public Algorithm[] FastForms { get; private init; } = [];

    /// <summary>The form is another one where <c>Pack</c> is told an input size that it suits.</summary>
    // Few outputs, and short sums, take one form whatever the size.
    public bool DependsOnSize => Spec.Algorithm == Algorithm.Auto
        && Spec.InputSize.Count == 0
        && MayHaveChannels
        && (MayHavePixels || AlgorithmRule.FastForms.Any(fast => WinogradShape.Create(Geometry, fast) is not null));

    /// <summary>Fast forms have rows whose lanes are patches.</summary>
    public bool HasPatchLanes => FastForms.Any(form => WinogradShape.Create(Geometry, form) is { } shape
        && PatchLanesRule.Exists(Geometry, shape)
        && (!Spec.FixesSizes || s_lanes.Any(lanes => SuitsPatchLanes(shape.Width, lanes))));

    /// <summary>Images of the size that the attribute fixes are computed tap by tap, wherever they are computed directly.</summary>
    public bool IsTapByTap => Kernels.Length > 0
        && Spec.FixesSizes
        && !MayHavePixels
        && TapByTapRule.Holds(
            Geometry, Spec.InChannels / Spec.Groups, InputLength(axis: 2), InputLength(axis: 1), InputLength(axis: 0));

    /// <summary>The phases or taps of the whole configuration are too many to unroll.</summary>
    public bool IsBeyondBudget => Geometry.KernelVolume > UnrollBudget.Taps || PhaseCount > UnrollBudget.Phases;

    /// <summary>Phases with a kernel that is run; tap by tap, no phase is.</summary>
    public PhasePlan[] RunKernels => IsTapByTap ? [] : Kernels;

    /// <summary>Of those, phases some of whose outputs may meet several taps but not all.</summary>
    public PhasePlan[] BorderKernels => [.. RunKernels.Where(static kernel => kernel.TapCount > 2)];

    /// <summary>Outputs may meet one tap of several.</summary>
    public bool HasSingleTaps => Kernels.Any(static kernel => kernel.TapCount > 1);

    /// <summary>Per phase the taps of its kernel, none where it has none; up to the last that has one.</summary>
    public IEnumerable<int[]> TapsOfPhases()
    {
        ILookup<int, PhasePlan> kernels = Kernels.ToLookup(static kernel => kernel.Index);
        return Enumerable.Range(0, Kernels.Length == 0 ? 0 : Kernels[Kernels.Length - 1].Index + 1).Select(phase =>
            (int[])[.. kernels[phase].SelectMany(static kernel => kernel.Taps()).Select(tap => Geometry.Element(tap.Kernel))]);
    }

    /// <summary>The transforms that fast forms take, each once, along the axes named: 0 is the width, 1 the height.</summary>
    public AxisTransform[] Transforms(Func<int, bool>? axes = null) =>
    [
        .. FastForms.SelectMany(form => Transforms(form, axes)).Distinct(),
    ];

    /// <summary>Those of one form.</summary>
    public IEnumerable<AxisTransform> Transforms(Algorithm form, Func<int, bool>? axes = null)
    {
        WinogradShape shape = WinogradShape.Create(Geometry, form)!;
        return from along in ((WinogradAxis Axis, int Number)[])[(shape.Width, 0), (shape.Height, 1), (shape.Depth, 2)]
               where along.Axis.Taps > 1 && axes?.Invoke(along.Number) != false
               select AxisTransform.Of(along.Axis);
    }

    /// <summary>Plans a layer.</summary>
    public static LayerPlan Create(LayerSpec spec)
    {
        LayerGeometry geometry = spec.Geometry();
        PlannedAxis[] axes = [.. Enumerable.Range(0, spec.Rank).Select(axis => PlannedAxis.Create(spec, axis))];
        var plan = new LayerPlan(spec, geometry, ElementType.Float32, axes, [], []);
        return plan with
        {
            Kernels = plan.IsBeyondBudget ? [] : Unroll(axes),
            // A form that is asked for by name computes phase by phase.
            Interleaved = spec.Algorithm == Algorithm.Auto && plan.MayHavePixels ? InterleavedKernel.All(geometry, axes) : [],
            FastForms = plan.FindFastForms(),
        };
    }

    // Blocks are two vectors.
    private bool SuitsPatchLanes(WinogradAxis width, int lanes) => PatchLanesRule.Suits(
        width,
        Spec.InChannels / Spec.Groups,
        Spec.OutChannels / Spec.Groups,
        blockChannels: 2 * lanes,
        patchesOfBlock: 2 * lanes,
        (int)Geometry.Width.OutputLength(InputLength(axis: 0)));

    // Of an axis counted from the last.
    private int InputLength(int axis) => axis < Spec.InputSize.Count ? Spec.InputSize[Spec.InputSize.Count - 1 - axis] : 1;

    private Algorithm[] FindFastForms()
    {
        Algorithm? chosen = DependsOnSize ? null : Form;
        return
        [
            .. AlgorithmRule.FastForms.Where(fast => chosen is { } form
                ? form == fast
                : Spec.Algorithm == Algorithm.Auto && WinogradShape.Create(Geometry, fast) is not null),
        ];
    }

    // A group may have one input channel.
    private bool MayBePlanes => Spec.InChannels == 0 || Spec.InChannels == Spec.Groups;

    // Weights that were not packed take a direct form always. Where the width is open, rows may be wide, as where it is unknown, or narrow.
    private bool MayTake(Algorithm form)
    {
        const int unknown = 0;
        const int narrow = 1;
        const int wide = AlgorithmRule.LeastWidthForPixels;
        if (Spec.Algorithm is Algorithm.DirectChannels or Algorithm.DirectPixels)
        {
            return Spec.Algorithm == form;
        }

        int[] widths = Spec.InputSize.Count > 0 ? [Spec.InputSize[Spec.Rank - 1]] : [unknown, narrow, wide];
        return Spec.InChannels == 0
            || Spec.OutChannels == 0
            || widths.Any(width => form == AlgorithmRule.Direct(
                Spec.Algorithm, Geometry, Spec.InChannels / Spec.Groups, Spec.OutChannels / Spec.Groups, width));
    }

    private static PhasePlan[] Unroll(PlannedAxis[] axes)
    {
        // Row-major over the axes: the runtime counts phases the same way.
        IEnumerable<AxisPhase[]> combinations = [[]];
        foreach (PlannedAxis axis in axes)
        {
            combinations = combinations.SelectMany(head => axis.Phases.Select(phase => (AxisPhase[])[.. head, phase]));
        }

        return
        [
            .. combinations
                .Select(static (phase, index) => new PhasePlan(index, phase))
                .Where(static phase => phase.Axes[phase.Axes.Length - 1].TapCount <= UnrollBudget.TapsPerPhase),
        ];
    }
}

/// <summary>An axis of a plan: its name, its parameters, its phases with taps; none where they are more than could be unrolled.</summary>
internal sealed record PlannedAxis(string Name, AxisGeometry Geometry, AxisPhase[] Phases)
{
    public static PlannedAxis Create(LayerSpec spec, int axis) =>
        new(
            LayerGeometry.AxisName(spec.Rank, axis),
            spec.Axis(axis),
            spec.Axis(axis).PhaseCount > UnrollBudget.Phases ? [] : spec.Axis(axis).Phases());
}

/// <summary>One phase: an <see cref="AxisPhase"/> per axis.</summary>
/// <param name="Index">Its number among the phases with taps, row-major.</param>
/// <param name="Axes">The phase along every axis, the width last.</param>
internal sealed record PhasePlan(int Index, AxisPhase[] Axes)
{
    public int TapCount => Axes.Aggregate(1, static (product, axis) => product * axis.TapCount);

    /// <summary>All taps are unrolled; otherwise a line of the kernel at a time.</summary>
    public bool IsUnrolled => TapCount <= UnrollBudget.TapsPerPhase;

    /// <summary>The taps in the order of the packed weights: by ascending input position.</summary>
    public IEnumerable<TapPlan> Taps()
    {
        int count = TapCount;
        for (int index = 0; index < count; index++)
        {
            var taps = new int[Axes.Length];
            int rest = index;
            for (int axis = Axes.Length - 1; axis >= 0; axis--)
            {
                taps[axis] = rest % Axes[axis].TapCount;
                rest /= Axes[axis].TapCount;
            }

            yield return new TapPlan(
                index,
                [.. taps.Select((tap, axis) => Axes[axis].Kernel(tap))],
                [.. taps.Select((tap, axis) => tap * Axes[axis].ShiftStep)]);
        }
    }
}

/// <summary>One tap of a phase.</summary>
/// <param name="Index">Its place in the packed weights.</param>
/// <param name="Kernel">The kernel element, per axis.</param>
/// <param name="Offset">Its input relative to the first tap's, per axis.</param>
internal sealed record TapPlan(int Index, int[] Kernel, int[] Offset);
