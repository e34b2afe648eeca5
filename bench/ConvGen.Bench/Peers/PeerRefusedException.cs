namespace ConvGen.Bench.Peers;

/// <summary>A library reported an error.</summary>
internal sealed class PeerRefusedException(string message) : Exception(message);
