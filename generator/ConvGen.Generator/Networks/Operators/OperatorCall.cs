namespace ConvGen.Generator.Networks.Operators;

/// <summary>How a node is computed: a method of the runtime, with its arguments as they are written.</summary>
/// <param name="Method">The method, with its class in ConvGen.CompilerServices.</param>
/// <param name="Arguments">
/// A value, which is written as its elements; a shape or another list; a number; or text, which stands as it is.
/// </param>
internal sealed record OperatorCall(string Method, params object[] Arguments);
