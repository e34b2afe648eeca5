namespace ConvGen.Fuzz;

/// <summary>What the arguments of a case look like.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="X">The input.</param>
/// <param name="W">The weight.</param>
/// <param name="B">The bias.</param>
public sealed record ValueKind(string Name, ValueForm X, ValueForm W, ValueForm B)
{
    private static readonly ValueForm s_uniform = new((random, i) => (2 * random.NextSingle()) - 1);

    private static readonly ValueForm s_powers = new((random, i) => MathF.ScaleB(random.Next(2) == 0 ? 1 : -1, random.Next(-10, 11)));

    private static readonly ValueForm s_sparse = new((random, i) => random.Next(10) == 0 ? (2 * random.NextSingle()) - 1 : 0);

    private static readonly ValueForm s_notFinite = new((random, i) => random.Next(60) switch
    {
        0 => float.PositiveInfinity,
        1 => float.NegativeInfinity,
        2 => float.NaN,
        3 => 0,
        _ => random.NextSingle() - 0.5f,
    });

    /// <summary>Numbers from -1 to 1.</summary>
    public static ValueKind Uniform { get; } = new("uniform", s_uniform, s_uniform, s_uniform);

    /// <summary>
    /// Infinities, NaN and zeros among others: the forms that compute the definition's products must carry each where it belongs.
    /// </summary>
    public static ValueKind NotFinite { get; } = new("not finite", s_notFinite, s_notFinite, s_uniform);

    /// <summary>Kinds of finite numbers besides <see cref="Uniform"/>.</summary>
    public static IReadOnlyList<ValueKind> Others { get; } =
    [
        new("large bias", s_uniform, s_uniform, new((random, i) => 65536 * ((2 * random.NextSingle()) - 1))),
        new("large bias of one channel", s_uniform, s_uniform, new((random, i) => i == 0 ? 12345.678f : 0)),
        new("constant products beside a large bias", new((random, i) => 1), new((random, i) => 0.4f / (1 << 24)), new((random, i) => 1)),
        new("constant products", new((random, i) => 0.3f), new((random, i) => 0.7f), new((random, i) => 1000)),
        new("alternating signs", new((random, i) => i % 2 == 0 ? random.NextSingle() : -random.NextSingle()), s_uniform, s_uniform),
        new("cancelling", new((random, i) => i % 2 == 0 ? 1 : -1), new((random, i) => 1 - (random.NextSingle() / 1024)), s_uniform),
        new("input of zeros", new((random, i) => 0), s_uniform, s_uniform),
        new("weight of zeros", s_uniform, new((random, i) => 0), s_uniform),
        new("powers of two", s_powers, s_powers, s_powers),
        new("sparse input", s_sparse, s_uniform, s_uniform),
        new("sparse weight", s_uniform, s_sparse, s_uniform),
        new("whole numbers", new((random, i) => i % 7), new((random, i) => (i % 5) - 2), new((random, i) => i)),
    ];
}
