namespace ConvGen.Bench;

/// <summary>
/// A layer, or a network of them, that somebody computes: all that can be done once is done, and its data are those that the others have too.
/// </summary>
internal interface IPreparedLayer : IDisposable
{
    /// <summary>How tensors lie in memory.</summary>
    string Layout { get; }

    /// <summary>Computes the output once.</summary>
    void Run();

    /// <summary>Writes what was computed in PyTorch's layout.</summary>
    void CopyOutput(Span<float> output);
}
