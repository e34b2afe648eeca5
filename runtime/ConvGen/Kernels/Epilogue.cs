namespace ConvGen.Kernels;

/// <summary>
/// What the last pass over an output does to its sum, once, as it writes it. Sums begin at zero and the bias comes last: beside a bias that
/// opened them, small products would vanish one by one.
/// </summary>
internal interface IEpilogue
{
    /// <summary>The bias of channel <paramref name="channel"/> in every lane.</summary>
    static abstract TVector Bias<TSimd, TVector>(ref Element bias, nint channel)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct;

    /// <summary>The output of a sum.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector sum, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct;
}

/// <summary>Adds the bias.</summary>
internal readonly struct AddBias : IEpilogue
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bias<TSimd, TVector>(ref Element bias, nint channel)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => TSimd.Broadcast(ref bias, channel);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector sum, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => TSimd.Add(sum, bias);
}

/// <summary>For copies that are not the last: of inputs, of sums.</summary>
internal readonly struct NoEpilogue : IEpilogue
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bias<TSimd, TVector>(ref Element bias, nint channel)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector sum, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => sum;
}
