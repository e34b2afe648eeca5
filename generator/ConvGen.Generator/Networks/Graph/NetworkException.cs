namespace ConvGen.Generator.Networks.Graph;

/// <summary>A network that cannot be compiled; the message says why, and at which node.</summary>
internal sealed class NetworkException(string message) : Exception(message);
