namespace ConvGen.CompilerServices;

/// <summary>What stands beside a padded tensor: the modes of ONNX.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PadMode
{
    /// <summary>One number.</summary>
    Constant = 0,

    /// <summary>The tensor in a mirror that stands on its last element, which is not repeated.</summary>
    Reflect = 1,

    /// <summary>Its last element.</summary>
    Edge = 2,

    /// <summary>The tensor again, from its other end.</summary>
    Wrap = 3,
}
