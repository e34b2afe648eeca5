namespace ConvGen;

/// <summary>How a layer is computed. Every form gives the same result up to rounding.</summary>
#if CONVGEN_GENERATOR
internal enum Algorithm
#else
public enum Algorithm
#endif
{
    /// <summary>ConvGen chooses from the channel counts and, where it is known, the input size.</summary>
    Auto = 0,

    /// <summary>One of the direct forms: every product of the definition, no transform. Never spreads an infinity or NaN.</summary>
    Direct = 1,

    /// <summary>The direct form whose vector lanes are output channels: many output channels, any image size.</summary>
    DirectChannels = 2,

    /// <summary>The direct form whose vector lanes are neighbouring pixels: few output channels, depthwise layers, wide rows.</summary>
    DirectPixels = 3,

    /// <summary>
    /// A fast form with patches of two outputs: F(2, 2) for phases of two taps, F(2, 3) for phases of three. Fewer products, transformed sums;
    /// an infinity or NaN may spread over its patch. Where it does not apply, <see cref="Direct"/>.
    /// </summary>
    Winograd2 = 4,

    /// <summary>
    /// A fast form with patches of three outputs: F(3, 2) for phases of two taps, 2.25 times fewer products in two dimensions;
    /// an infinity or NaN may spread over its patch. Where it does not apply, <see cref="Direct"/>.
    /// </summary>
    Winograd3 = 5,

    /// <summary>
    /// Products of matrices by Strassen's scheme, seven for eight, on halves of the channels and on neighbouring positions; where the
    /// kernel is longer than the stride, of patches as in <see cref="Winograd3"/>. An infinity or NaN may spread over two patches, and to
    /// another output channel. Where it does not apply, as with three axes of kernels longer than their strides, <see cref="Direct"/>.
    /// </summary>
    Strassen = 6,

    /// <summary>
    /// A fast form with patches of four outputs along axes whose phases have three taps, F(4, 3): 4 times fewer products in two dimensions, where
    /// <see cref="Winograd2"/> has 2.25 times fewer, and about four times its error; other axes as in <see cref="Winograd3"/>. An infinity or NaN may
    /// spread over its patch. Where it does not apply, as with three axes of kernels longer than their strides, <see cref="Direct"/>.
    /// </summary>
    Winograd4 = 7,
}
