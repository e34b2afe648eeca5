namespace ConvGen.CompilerServices;

/// <summary>Where an output of Resize lies in the input: the modes of ONNX. Of half pixels all but the last are <c>(x + 0.5) / scale - 0.5</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ResizeCoordinates
{
    /// <summary>half_pixel.</summary>
    HalfPixel = 0,

    /// <summary>pytorch_half_pixel: at 0 where the output has one element.</summary>
    PyTorchHalfPixel = 1,

    /// <summary>half_pixel_symmetric: about the middle, where the scale is not that of the lengths.</summary>
    HalfPixelSymmetric = 2,

    /// <summary>asymmetric: <c>x / scale</c>.</summary>
    Asymmetric = 3,

    /// <summary>align_corners: <c>x (length - 1) / (outLength - 1)</c>; of a given scale, <c>scale * length</c> stands for the length of the output.</summary>
    AlignCorners = 4,

    /// <summary>tf_half_pixel_for_nn: <c>(x + 0.5) / scale</c>.</summary>
    HalfPixelForNearest = 5,
}

/// <summary>Which whole number Resize takes for a place: the modes of ONNX.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum NearestRounding
{
    /// <summary>round_prefer_floor.</summary>
    RoundPreferFloor = 0,

    /// <summary>round_prefer_ceil.</summary>
    RoundPreferCeil = 1,

    /// <summary>floor.</summary>
    Floor = 2,

    /// <summary>ceil.</summary>
    Ceil = 3,
}
