namespace ConvGen.Fuzz;

/// <summary>What went wrong with a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Text">What went wrong, a line a form.</param>
/// <param name="IsCrash">Whether it is an exception where there must be a result, or the wrong one.</param>
public sealed record Finding(FuzzCase Case, string Text, bool IsCrash);
