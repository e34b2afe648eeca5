using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>What was found out about one way to compute a layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Kind">Its arguments.</param>
/// <param name="Form">A form of ConvGen by the name of its algorithm, or a peer.</param>
/// <param name="Algorithm">What a form of ConvGen came to; null for a peer.</param>
/// <param name="Figures">The errors.</param>
internal sealed record AccuracyResult(LayerCase Layer, ArgumentKind Kind, string Form, Algorithm? Algorithm, ErrorFigures Figures)
{
    public bool IsBeyondPromise => Algorithm is not null && !(Figures.PromiseShare <= 1);
}
