namespace ConvGen.CompilerServices;

/// <summary>Neighbouring outputs of a channel, with their sums and the bias: what an emitted epilogue is called with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EpilogueArguments
{
    /// <summary>The outputs, whole vectors of them.</summary>
    public ref Element Outputs;

    /// <summary>What is added to them, if the layer takes it.</summary>
    public ref Element Residual;

    /// <summary>The parameter of the channel, if the activation has one.</summary>
    public ref Element Channel;

    /// <summary>How many outputs.</summary>
    public nint Length;
}
