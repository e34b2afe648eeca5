namespace ConvGen;

/// <summary>A function that a layer applies to its outputs as it writes them; those of PyTorch by these names.</summary>
#if CONVGEN_GENERATOR
internal enum Activation
#else
public enum Activation
#endif
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>max(x, 0)</c>.</summary>
    Relu = 1,

    /// <summary><c>min(max(x, 0), 6)</c>.</summary>
    Relu6 = 2,

    /// <summary>x, of negative numbers <c>Slope * x</c>.</summary>
    LeakyRelu = 3,

    /// <summary>x, of negative numbers that times a slope per channel, which <c>Pack</c> is given.</summary>
    PRelu = 4,

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    Sigmoid = 5,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh = 6,

    /// <summary><c>x * sigmoid(x)</c>.</summary>
    SiLU = 7,

    /// <summary><c>x / 2 * (1 + erf(x / sqrt(2)))</c>.</summary>
    Gelu = 8,

    /// <summary><c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3)))</c>.</summary>
    GeluTanh = 9,

    /// <summary><c>x * min(max(x + 3, 0), 6) / 6</c>.</summary>
    HardSwish = 10,

    /// <summary><c>min(max(x + 3, 0), 6) / 6</c>.</summary>
    HardSigmoid = 11,

    /// <summary><c>min(max(x, Minimum), Maximum)</c>.</summary>
    Clamp = 12,

    /// <summary><c>x + sin(a x)^2 / a</c>, with an a per channel, which <c>Pack</c> is given.</summary>
    Snake = 13,
}
