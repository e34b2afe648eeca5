// What the compiler wants for its newer features and netstandard2.0 does not have.
namespace System.Runtime.CompilerServices;

/// <summary>Marks the setters of records.</summary>
internal static class IsExternalInit;

/// <summary>Marks what interpolated strings may become.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
