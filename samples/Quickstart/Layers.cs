using ConvGen;

namespace Quickstart;

/// <summary>Every product of input and kernel.</summary>
[ConvTranspose(k: 3, Rank = 1)]
internal static partial class Full;

/// <summary>An ordinary convolution: the kernel slides over the input.</summary>
[Conv(k: 3, Rank = 1)]
internal static partial class Sliding;

/// <summary>Two outputs per input.</summary>
[ConvTranspose(k: 3, s: 2, Rank = 1)]
internal static partial class Spread;

/// <summary>Padding crops both ends: the output is shorter than the input.</summary>
[ConvTranspose(k: 3, p: 2, Rank = 1)]
internal static partial class Inner;

/// <summary>Twice the height and width.</summary>
[ConvTranspose(k: 3, s: 2)]
internal static partial class Up;

/// <summary>The same without the outermost outputs.</summary>
[ConvTranspose(k: 3, s: 2, p: 1)]
internal static partial class Cropped;
