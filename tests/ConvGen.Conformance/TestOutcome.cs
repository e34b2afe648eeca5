namespace ConvGen.Conformance;

/// <summary>What became of a test.</summary>
internal enum Verdict
{
    /// <summary>Computed of its inputs, and right.</summary>
    Passed,

    /// <summary>The same, where all inputs but the first were constants.</summary>
    PassedWithConstants,

    /// <summary>Worked out when code was generated, and right.</summary>
    PassedKnown,

    /// <summary>The first output, the only one that was asked for, is right.</summary>
    PassedFirstOutput,

    /// <summary>Not supported.</summary>
    Refused,

    /// <summary>Wrong, or neither computed nor refused.</summary>
    Failed,
}

/// <summary>What became of a test of a model.</summary>
/// <param name="Name">The test.</param>
/// <param name="Operators">The operators of its model, each once.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why it was refused, or what is wrong.</param>
internal sealed record TestOutcome(string Name, IReadOnlyList<string> Operators, Verdict Verdict, string Reason)
{
    /// <summary>Whether it is right.</summary>
    public bool HasPassed => Verdict is not (Verdict.Refused or Verdict.Failed);
}
