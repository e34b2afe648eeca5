namespace ConvGen.CompilerServices;

/// <summary>
/// Functions of activations, over the vector operations: at most 2 units in the last place off where they do not say more, docs/accuracy.md has
/// the figures. NaN gives NaN.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Functions<TSimd, TVector>
    where TSimd : struct, ISimd<float, TVector>
    where TVector : struct
{
    // Added and taken away again, it rounds numbers up to 2^22 to whole ones. The last bits of the sum are the whole number.
    private const float Rounding = 12582912f;

    // So that these bits are the exponent of a power of two.
    private const float Exponent = Rounding + 127f;

    /// <summary>e to the power of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        // Beyond, all is infinite, or 0.
        x = Minimum(x, TSimd.Create(89f));
        x = Maximum(x, TSimd.Create(-104f));
        TVector n = Round(TSimd.Multiply(x, TSimd.Create(1.44269504f)));
        TVector high = TSimd.MultiplyAdd(n, TSimd.Create(-0.693359375f), x);
        TVector low = TSimd.Multiply(n, TSimd.Create(2.12194440e-4f));
        TVector r = TSimd.Add(high, low);
        TVector lost = TSimd.Add(TSimd.Subtract(high, r), low);
        TVector p = TSimd.MultiplyAdd(Power(r), TSimd.Multiply(r, r), lost);
        // 1 + r + p, with what the first sum rounds away.
        TVector sum = TSimd.Add(TSimd.Create(1f), r);
        p = TSimd.Add(sum, TSimd.Add(TSimd.Add(TSimd.Subtract(TSimd.Create(1f), sum), r), p));
        // In two steps: the power itself may be out of range where the result is not.
        TVector half = TSimd.MultiplyAdd(n, TSimd.Create(0.5f), TSimd.Create(Exponent));
        TVector rest = TSimd.Add(TSimd.Subtract(n, TSimd.Subtract(half, TSimd.Create(Exponent))), TSimd.Create(Exponent));
        return TSimd.Multiply(TSimd.Multiply(p, TSimd.PowerOfTwo(half)), TSimd.PowerOfTwo(rest));
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        // e = exp(-|x|) and q = e / (1 + e): 1 - q, or e - e q, whose errors are those of q in small.
        TVector one = TSimd.Create(1f);
        TVector e = ExpOfNegative(TSimd.CopySign(x, TSimd.Create(-1f)));
        TVector q = TSimd.Divide(e, TSimd.Add(one, e));
        return TSimd.SelectLess(x, default, TSimd.Subtract(e, TSimd.Multiply(e, q)), TSimd.Subtract(one, q));
    }

    /// <summary>The hyperbolic tangent, (e - 1) / (e + 1) of e = exp(2x); e - 1 is made without e, whose 1 would hide small x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        // From 10 on, it is 1.
        TVector t = Minimum(TSimd.CopySign(x, default), TSimd.Create(10f));
        // 2t = n ln 2 + r: where n is large, what is lost of r does not count.
        TVector shifted = TSimd.MultiplyAdd(t, TSimd.Create(2.88539008f), TSimd.Create(Exponent));
        TVector n = TSimd.Subtract(shifted, TSimd.Create(Exponent));
        TVector r = TSimd.MultiplyAdd(n, TSimd.Create(-0.693147182f), TSimd.Add(t, t));
        TVector p = TSimd.MultiplyAdd(Power(r), TSimd.Multiply(r, r), r);
        TVector power = TSimd.PowerOfTwo(shifted);
        TVector e = TSimd.MultiplyAdd(power, p, TSimd.Subtract(power, TSimd.Create(1f)));
        TVector far = TSimd.CopySign(TSimd.Divide(e, TSimd.Add(e, TSimd.Create(2f))), x);
        // Near zero the quotient's roundings add up: a minimax polynomial.
        TVector s = TSimd.Multiply(x, x);
        TVector q = TSimd.MultiplyAdd(TSimd.Create(-0.0503728054f), s, TSimd.Create(0.133149147f));
        q = TSimd.MultiplyAdd(q, s, TSimd.Create(-0.333330631f));
        TVector near = TSimd.MultiplyAdd(TSimd.Multiply(q, s), x, x);
        return TSimd.SelectLess(t, TSimd.Create(0.3f), near, far);
    }

    /// <summary>log(1 + exp(x)), at most 3 units in the last place off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus(TVector x)
    {
        // Of e = exp(-|x|), log(1 + e) = 2 atanh(e / (2 + e)), by its series in the square of that.
        TVector e = Exp(TSimd.CopySign(x, TSimd.Create(-1f)));
        TVector r = TSimd.Divide(e, TSimd.Add(e, TSimd.Create(2f)));
        TVector s = TSimd.Multiply(r, r);
        TVector p = TSimd.Create(0.1161216461f);
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(0.1085328790f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(0.1429617900f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(0.1999985317f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(0.3333333366f));
        r = TSimd.Add(r, r);
        return TSimd.Add(Maximum(x, default), TSimd.MultiplyAdd(TSimd.Multiply(p, s), r, r));
    }

    /// <summary>x tanh(log(1 + exp(x))): of e = exp(x), x n / (n + 2) with n = e (e + 2). At most 6 units in the last place off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mish(TVector x)
    {
        // From 20 on, it is x.
        TVector two = TSimd.Create(2f);
        TVector e = Exp(Minimum(x, TSimd.Create(20f)));
        TVector n = TSimd.Multiply(e, TSimd.Add(e, two));
        return TSimd.Multiply(x, TSimd.Divide(n, TSimd.Add(n, two)));
    }

    /// <summary>The error function.</summary>
    /// <remarks>A minimax polynomial near zero, beyond it what a normal distribution has on both sides.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf(TVector x)
    {
        TVector s = TSimd.Multiply(x, x);
        TVector p = TSimd.Create(-5.96761703e-4f);
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(4.99119423e-3f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(-2.67681349e-2f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(1.12819925e-1f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(-3.76125336e-1f));
        p = TSimd.MultiplyAdd(p, s, TSimd.Create(1.28379166e-1f));
        TVector near = TSimd.MultiplyAdd(p, x, x);
        // From 4 on it is 1.
        TVector t = TSimd.CopySign(x, default);
        TVector tail = NormalTail(Minimum(TSimd.Multiply(t, TSimd.Create(1.41421356f)), TSimd.Create(7f)));
        TVector far = TSimd.MultiplyAdd(tail, TSimd.Create(-2f), TSimd.Create(1f));
        return TSimd.SelectLess(t, TSimd.Create(0.927734375f), near, TSimd.CopySign(far, x));
    }

    /// <summary>x times the share of a normal distribution below x: off by 1e-7 times x at the most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gelu(TVector x)
    {
        TVector t = Minimum(TSimd.CopySign(x, default), TSimd.Create(7f));
        return TSimd.Subtract(Maximum(x, default), TSimd.Multiply(t, NormalTail(t)));
    }

    /// <summary>The sine, of magnitudes up to 10,000.</summary>
    /// <remarks>Polynomials: Moshier, Cephes, sinf; parts of pi: Shibata and Petrogalli, SLEEF.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin(TVector x) => SineFrom(x, default);

    /// <summary>The cosine, of magnitudes up to 10,000: the sine a quarter turn on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cos(TVector x) => SineFrom(x, TSimd.Create(0.5f));

    /// <summary>The lesser; <paramref name="a"/> where it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Minimum(TVector a, TVector b) => TSimd.Minimum(a, b);

    /// <summary>The greater; <paramref name="a"/> where it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Maximum(TVector a, TVector b) => TSimd.Maximum(a, b);

    // The sine of x + halfTurns * pi.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SineFrom(TVector x, TVector halfTurns)
    {
        // x = n pi / 2 + r + lost.
        TVector n = Round(TSimd.Multiply(x, TSimd.Create(0.636619772f)));
        TVector high = TSimd.MultiplyAdd(n, TSimd.Create(-1.5703125f), x);
        high = TSimd.MultiplyAdd(n, TSimd.Create(-4.8351287841796875e-4f), high);
        TVector low = TSimd.Multiply(n, TSimd.Create(-3.1385570764541626e-7f));
        TVector r = TSimd.Add(high, low);
        low = TSimd.MultiplyAdd(n, TSimd.Create(-6.0771006282767103e-11f), TSimd.Add(TSimd.Subtract(high, r), low));
        (high, r) = (r, TSimd.Add(r, low));
        TVector lost = TSimd.Add(TSimd.Subtract(high, r), low);
        TVector s = TSimd.Multiply(r, r);
        TVector sine = TSimd.Create(-1.9515295891e-4f);
        sine = TSimd.MultiplyAdd(sine, s, TSimd.Create(8.3321608736e-3f));
        sine = TSimd.MultiplyAdd(sine, s, TSimd.Create(-1.6666654611e-1f));
        sine = TSimd.Add(TSimd.MultiplyAdd(TSimd.Multiply(sine, s), r, lost), r);
        TVector cosine = TSimd.Create(2.443315711809948e-5f);
        cosine = TSimd.MultiplyAdd(cosine, s, TSimd.Create(-1.388731625493765e-3f));
        cosine = TSimd.MultiplyAdd(cosine, s, TSimd.Create(4.166664568298827e-2f));
        cosine = TSimd.MultiplyAdd(TSimd.Multiply(cosine, s), s, TSimd.MultiplyAdd(s, TSimd.Create(-0.5f), TSimd.Create(1f)));
        // Of n mod 4: a half of it is 1/2 from a whole number where the cosine is meant, above it or below as its sign says; otherwise the half of
        // that tells the sign of the sine.
        TVector half = TSimd.MultiplyAdd(n, TSimd.Create(0.5f), halfTurns);
        TVector part = TSimd.Subtract(half, Round(half));
        half = TSimd.Multiply(half, TSimd.Create(0.5f));
        TVector odd = TSimd.Subtract(half, Round(half));
        sine = TSimd.Multiply(sine, TSimd.MultiplyAdd(TSimd.Multiply(odd, odd), TSimd.Create(-8f), TSimd.Create(1f)));
        return TSimd.SelectLess(
            TSimd.Multiply(part, part), TSimd.Create(0.125f), sine, TSimd.Multiply(cosine, TSimd.Add(part, part)));
    }

    // In a few operations less, and with a rounding more: up to 1 unit in the last place off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfNegative(TVector x)
    {
        x = Maximum(x, TSimd.Create(-104f));
        // The power itself may be out of range where the result is not: 2^64 times it first.
        TVector shifted = TSimd.MultiplyAdd(x, TSimd.Create(1.44269504f), TSimd.Create(Exponent + 64f));
        TVector n = TSimd.Subtract(shifted, TSimd.Create(Exponent + 64f));
        TVector r = TSimd.MultiplyAdd(n, TSimd.Create(-0.693359375f), x);
        r = TSimd.MultiplyAdd(n, TSimd.Create(2.12194440e-4f), r);
        TVector p = TSimd.Add(TSimd.MultiplyAdd(Power(r), TSimd.Multiply(r, r), r), TSimd.Create(1f));
        return TSimd.Multiply(TSimd.Multiply(p, TSimd.PowerOfTwo(shifted)), TSimd.Create(5.42101086e-20f));
    }

    // The share of a normal distribution beyond t, up to 7: 1e-8 off. Its logarithm to the base 2 is t times a polynomial less 1, a power of two
    // another one: minimax, weighted by the share.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector NormalTail(TVector t)
    {
        TVector q = TSimd.MultiplyAdd(t, TSimd.Create(-2.84144289e-6f), TSimd.Create(3.94575254e-5f));
        q = TSimd.MultiplyAdd(q, t, TSimd.Create(-1.86568315e-4f));
        q = TSimd.MultiplyAdd(q, t, TSimd.Create(-1.35974624e-4f));
        q = TSimd.MultiplyAdd(q, t, TSimd.Create(7.06212549e-3f));
        q = TSimd.MultiplyAdd(q, t, TSimd.Create(-5.24952486e-2f));
        q = TSimd.MultiplyAdd(q, t, TSimd.Create(-4.59208518e-1f));
        q = TSimd.Multiply(TSimd.MultiplyAdd(q, t, TSimd.Create(-1.15110517f)), t);
        TVector shifted = TSimd.Add(q, TSimd.Create(Exponent - 1f));
        TVector f = TSimd.Subtract(q, TSimd.Subtract(shifted, TSimd.Create(Exponent - 1f)));
        TVector p = TSimd.MultiplyAdd(f, TSimd.Create(1.53264627e-4f), TSimd.Create(1.33908063e-3f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Create(9.61850584e-3f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Create(5.55035993e-2f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Create(2.40226477e-1f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Create(6.93147182e-1f));
        return TSimd.Multiply(TSimd.MultiplyAdd(p, f, TSimd.Create(1f)), TSimd.PowerOfTwo(shifted));
    }

    // (exp(r) - 1 - r) / r^2 of magnitudes up to half of ln 2, a minimax polynomial: exp(r) is 3e-9 off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Power(TVector r)
    {
        TVector p = TSimd.MultiplyAdd(r, TSimd.Create(1.38213555e-3f), TSimd.Create(8.36867094e-3f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Create(4.16682586e-2f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Create(1.66665211e-1f));
        return TSimd.MultiplyAdd(p, r, TSimd.Create(4.99999940e-1f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Round(TVector x) => TSimd.Subtract(TSimd.Add(x, TSimd.Create(Rounding)), TSimd.Create(Rounding));
}
