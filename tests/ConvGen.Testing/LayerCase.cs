using System.Globalization;
using System.Numerics;

namespace ConvGen.Testing;

/// <summary>
/// One convolution, transposed or ordinary, with all its sizes, in PyTorch's terms. Lists have a number per axis, depth before height before
/// width. Nothing is checked here: illegal parameters are for the generator to refuse.
/// </summary>
public sealed record LayerCase
{
    /// <summary>What the case is called, and its data file.</summary>
    public required string Name { get; init; }

    /// <summary>An ordinary convolution, not a transposed one.</summary>
    public bool IsOrdinary { get; init; }

    /// <summary>Batch size.</summary>
    public int N { get; init; } = 1;

    /// <summary>Input channels.</summary>
    public required int Cin { get; init; }

    /// <summary>Output channels.</summary>
    public required int Cout { get; init; }

    /// <summary>Spatial input lengths.</summary>
    public required int[] In { get; init; }

    /// <summary>Kernel sizes.</summary>
    public required int[] K { get; init; }

    /// <summary>Strides.</summary>
    public required int[] S { get; init; }

    /// <summary>Paddings.</summary>
    public required int[] P { get; init; }

    /// <summary>Output paddings; 0 for ordinary convolutions.</summary>
    public required int[] Op { get; init; }

    /// <summary>Dilations.</summary>
    public required int[] D { get; init; }

    /// <summary>Groups.</summary>
    public int G { get; init; } = 1;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Number of spatial axes.</summary>
    public int Rank => K.Length;

    /// <summary>
    /// Spatial output lengths: <c>(in - 1)s - 2p + d(k - 1) + op + 1</c>, of ordinary convolutions <c>floor((in + 2p - d(k - 1) - 1) / s) + 1</c>.
    /// </summary>
    /// <exception cref="OverflowException">A length is beyond <see cref="int.MaxValue"/>.</exception>
    public int[] Out
    {
        get
        {
            var lengths = new int[Rank];
            for (int i = 0; i < Rank; i++)
            {
                long span = D[i] * (K[i] - 1L);
                lengths[i] = checked((int)(IsOrdinary
                    ? (long)Math.Floor((In[i] + (2.0 * P[i]) - span - 1) / S[i]) + 1
                    : ((In[i] - 1L) * S[i]) + span - (2L * P[i]) + Op[i] + 1));
            }

            return lengths;
        }
    }

    /// <summary>Taps that an output meets at the most: per axis, every <c>s / gcd(s, d)</c>-th.</summary>
    public int MostTaps
    {
        get
        {
            int taps = 1;
            for (int i = 0; i < Rank; i++)
            {
                int apart = IsOrdinary ? 1 : S[i] / (int)BigInteger.GreatestCommonDivisor(S[i], D[i]);
                taps *= (K[i] + apart - 1) / apart;
            }

            return taps;
        }
    }

    /// <summary>The shape of x: (N, Cin, in...).</summary>
    public int[] InputShape => [N, Cin, .. In];

    /// <summary>The shape of w: (Cin, Cout/g, k...), of ordinary convolutions (Cout, Cin/g, k...).</summary>
    public int[] WeightShape => IsOrdinary ? [Cout, Cin / G, .. K] : [Cin, Cout / G, .. K];

    /// <summary>The shape of y: (N, Cout, out...).</summary>
    public int[] OutputShape => [N, Cout, .. Out];

    /// <summary>
    /// Every product of the definition, whether or not it falls outside the output or meets padding; a double, which does not overflow.
    /// </summary>
    public double Products => (IsOrdinary ? OutputShape : InputShape).Concat(K).Aggregate(1.0, (product, length) => product * length)
        * (IsOrdinary ? Cin : Cout) / G;

    /// <summary>The constructor arguments of the attribute, in the list form, which expresses every layer.</summary>
    public string Arguments => string.Create(
        CultureInfo.InvariantCulture, $"k: {List(K)}, s: {List(S)}, p: {List(P)}, {(IsOrdinary ? "" : $"op: {List(Op)}, ")}d: {List(D)}, g: {G}");

    /// <summary>The name of the attribute.</summary>
    public string AttributeName => IsOrdinary ? "Conv" : "ConvTranspose";

    /// <summary>The attribute, as <c>ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1], op: [0, 0], d: [1, 1], g: 1)</c>.</summary>
    public string AttributeText => $"{AttributeName}({Arguments})";

    /// <summary>The name with everything that shapes the layer, for test output.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {(IsOrdinary ? "ordinary, " : "")}n {N}, channels {Cin} to {Cout}, in {List(In)}, {Arguments}, bias {Bias}");

    /// <summary>How many elements a shape has.</summary>
    public static int Elements(int[] shape) => shape.Aggregate(1, (product, length) => product * length);

    /// <summary>Where an element, counted row-major, lies in a shape.</summary>
    public static int[] Index(int element, int[] shape)
    {
        var index = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            (element, index[axis]) = Math.DivRem(element, shape[axis]);
        }

        return index;
    }

    internal static string List(int[] values) =>
        "[" + string.Join(", ", Array.ConvertAll(values, value => value.ToString(CultureInfo.InvariantCulture))) + "]";
}
