namespace ConvGen;

/// <summary>Where a layer adds a tensor of its output's shape.</summary>
#if CONVGEN_GENERATOR
internal enum Residual
#else
public enum Residual
#endif
{
    /// <summary>It adds none.</summary>
    None = 0,

    /// <summary>Before the activation, as residual networks do.</summary>
    BeforeActivation = 1,

    /// <summary>After it.</summary>
    AfterActivation = 2,
}
