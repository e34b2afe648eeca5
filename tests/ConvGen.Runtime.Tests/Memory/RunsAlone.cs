namespace ConvGen.Runtime.Tests;

/// <summary>Tests that watch what the whole process shares, and so must not run beside others.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;
