namespace ConvGen.Bench.Peers;

/// <summary>Another library that computes transposed convolutions, loaded into this process.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>What its columns are called.</summary>
    string Name { get; }

    string Version { get; }

    /// <summary>
    /// The ways in which it computes a layer; the fastest one is its result. Starts its threads: as many as asked for, the caller included.
    /// </summary>
    /// <exception cref="PeerRefusedException">It does not compute such layers.</exception>
    IReadOnlyList<IPreparedLayer> Prepare(LayerData data, int threads);
}
