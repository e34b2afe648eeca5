namespace ConvGen.Runtime.Tests;

/// <summary>The layer that most calls of these tests are made on.</summary>
[ConvTranspose(k: 4, s: 2, p: 1)]
internal static partial class Up;

/// <summary>Another class, the same layer.</summary>
[ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1])]
internal static partial class UpTwin;

/// <summary>As <see cref="Up"/>, but for one more output.</summary>
[ConvTranspose(k: 4, s: 2, p: 1, op: 1)]
internal static partial class UpOtherwise;

/// <summary><see cref="Up"/> with everything fixed.</summary>
[ConvTranspose(k: 4, s: 2, p: 1, InChannels = 2, OutChannels = 3, InputSize = [3, 4])]
internal static partial class UpFixed;

/// <summary>Padding that leaves nothing of short inputs: out = in - 2.</summary>
[ConvTranspose(k: 3, p: 2, Rank = 1)]
internal static partial class Cropped;

/// <summary>Groups, and axes that differ.</summary>
[ConvTranspose(k: [1, 2, 3], s: [1, 2, 1], op: [0, 1, 0], g: 2)]
internal static partial class Volume;

/// <summary>Outputs that are soon beyond <see cref="int.MaxValue"/>.</summary>
[ConvTranspose(k: 1, s: 100_000, Rank = 1)]
internal static partial class LongStride;

/// <summary>A layer whose output may look like its input.</summary>
[ConvTranspose(k: 1, Rank = 1)]
internal static partial class Pointwise;

/// <summary>Borders on both sides, in both direct forms.</summary>
[ConvTranspose(k: [4, 3], s: [2, 2], p: [1, 1], op: [0, 1], Name = "Channels", Algorithm = Algorithm.DirectChannels)]
[ConvTranspose(k: [4, 3], s: [2, 2], p: [1, 1], op: [0, 1], Name = "Pixels", Algorithm = Algorithm.DirectPixels)]
internal static partial class Plane;

/// <summary>Dilated taps, and padding beyond the kernel.</summary>
[ConvTranspose(k: [3, 3], s: [1, 2], p: [3, 4], d: [1, 3], op: [0, 2], Name = "Channels", Algorithm = Algorithm.DirectChannels)]
[ConvTranspose(k: [3, 3], s: [1, 2], p: [3, 4], d: [1, 3], op: [0, 2], Name = "Pixels", Algorithm = Algorithm.DirectPixels)]
internal static partial class Dilated;

/// <summary>Outputs that no tap reaches.</summary>
[ConvTranspose(k: [2], s: [5], p: [1], op: [3], Name = "Channels", Algorithm = Algorithm.DirectChannels)]
[ConvTranspose(k: [2], s: [5], p: [1], op: [3], Name = "Pixels", Algorithm = Algorithm.DirectPixels)]
internal static partial class Bare;

/// <summary>Three axes in two groups.</summary>
[ConvTranspose(k: [2, 3, 2], s: [2, 1, 3], p: [0, 1, 0], g: 2, Name = "Channels", Algorithm = Algorithm.DirectChannels)]
[ConvTranspose(k: [2, 3, 2], s: [2, 1, 3], p: [0, 1, 0], g: 2, Name = "Pixels", Algorithm = Algorithm.DirectPixels)]
internal static partial class Grouped;

/// <summary>One layer in its direct forms, by channels and by rows, and in a fast one.</summary>
[ConvTranspose(k: 4, s: 2, p: 1, Name = "Direct", Algorithm = Algorithm.Direct)]
[ConvTranspose(k: 4, s: 2, p: 1, Name = "Fast", Algorithm = Algorithm.Winograd3)]
internal static partial class Threaded;
