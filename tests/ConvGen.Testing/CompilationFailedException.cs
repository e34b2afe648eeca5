namespace ConvGen.Testing;

/// <summary>Annotated source could not be turned into a layer; the message quotes the diagnostics.</summary>
public sealed class CompilationFailedException(string message, Exception? inner = null) : Exception(message, inner);
