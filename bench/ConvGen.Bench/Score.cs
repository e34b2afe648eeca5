using ConvGen.Bench.Measuring;

namespace ConvGen.Bench;

/// <summary>How a contestant did.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Layout">How its tensors lie in memory.</param>
/// <param name="Timing">Its times.</param>
internal sealed record Score(string Name, string Layout, Timing Timing);
