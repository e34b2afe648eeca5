namespace ConvGen.Kernels.Winograd;

/// <summary>The transform of an axis, as emitted ones are told it.</summary>
internal static class AxisTransformArguments
{
    public static TransformArguments Arguments(this WinogradAxis axis, ref Element source, ref Element target) => new()
    {
        Outputs = axis.Patch,
        Taps = axis.Taps,
        HasRaw = axis.HasRawPhases,
        Source = ref source,
        Target = ref target,
    };
}
