namespace ConvGen.CompilerServices;

/// <summary>The vector width that kernels run at, narrowest first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SimdLevel
{
    /// <summary>No vector instructions.</summary>
    Scalar = 0,

    /// <summary>128-bit vectors.</summary>
    Vector128 = 1,

    /// <summary>256-bit vectors.</summary>
    Vector256 = 2,

    /// <summary>512-bit vectors.</summary>
    Vector512 = 3,
}

/// <summary>Which <see cref="SimdLevel"/> this process uses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SimdSupport
{
    /// <summary>
    /// The environment variable that forces a level by its name, for tests: a wider one than the machine has is emulated.
    /// </summary>
    public const string OverrideVariable = "CONVGEN_SIMD_LEVEL";

    private static readonly SimdLevel? s_forced =
        Enum.TryParse(Environment.GetEnvironmentVariable(OverrideVariable), out SimdLevel level) && Enum.IsDefined(level) ? level : null;

    /// <summary>Whether the environment variable names a level; then every kernel takes it.</summary>
    public static bool IsForced => s_forced is not null;

    /// <summary>The widest level that the machine accelerates, or the forced one.</summary>
    public static SimdLevel Widest { get; } =
        s_forced is { } forced
            ? forced
            : Vector512.IsHardwareAccelerated ? SimdLevel.Vector512
            : Vector256.IsHardwareAccelerated ? SimdLevel.Vector256
            : Vector128.IsHardwareAccelerated ? SimdLevel.Vector128
            : SimdLevel.Scalar;

    /// <summary>Elements of a vector at <paramref name="level"/>.</summary>
    public static int Lanes(SimdLevel level) => level switch
    {
        SimdLevel.Vector512 => Simd512.Lanes,
        SimdLevel.Vector256 => Simd256.Lanes,
        SimdLevel.Vector128 => Simd128.Lanes,
        _ => SimdScalar.Lanes,
    };
}
