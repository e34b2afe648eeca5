namespace ConvGen.CompilerServices;

/// <summary>
/// The order in which emitted kernels meet the taps of a layer, which is that of its packed weights: per kernel the elements of the layer's
/// kernel, counted row-major.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TapOrder
{
    // Later formats get numbers of their own; this one stays readable within a major version. 1 had neither transforms nor borders, 2 no F(4, 3).
    internal const int Format = 3;

    /// <summary>The order that emitted code hands over.</summary>
    /// <param name="format">The number of the format.</param>
    /// <param name="phases">Kernels of single phases, by number; empty where a phase has none.</param>
    /// <param name="interleaved">Kernels of interleaved phases, by number.</param>
    /// <exception cref="InvalidOperationException">The format is not known.</exception>
    public TapOrder(int format, int[][] phases, int[][] interleaved)
    {
        if (format != Format)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The layer was generated in format {format}, this version of ConvGen reads format {Format}: rebuild the assembly with it."));
        }

        (Phases, Interleaved) = (phases, interleaved);
    }

    internal int[][] Phases { get; }

    internal int[][] Interleaved { get; }

    /// <summary>Whether a phase has a kernel of its own.</summary>
    internal bool HasKernel(int phase) => phase < Phases.Length && Phases[phase].Length > 0;

    /// <summary>
    /// Refuses an order that is not the layer's: borders loop over the taps of single phases in the order of <see cref="LayerPhases.TapsOf"/>, and
    /// interleaved kernels meet every tap once.
    /// </summary>
    internal void Check(LayerPhases plan)
    {
        bool fits = Interleaved.Length == 0
            || (Interleaved.Length == InterleavedPlan.Count(plan.Geometry)
                && Interleaved.SelectMany(static taps => taps).Order().SequenceEqual(Enumerable.Range(0, plan.Taps)));
        for (int phase = 0; phase < Phases.Length; phase++)
        {
            fits &= Phases[phase].Length == 0 || Phases[phase].AsSpan().SequenceEqual(plan.TapsOf(phase));
        }

        if (!fits)
        {
            throw new InvalidOperationException("The layer's kernels meet its taps in another order than this version of ConvGen: rebuild the assembly.");
        }
    }
}
