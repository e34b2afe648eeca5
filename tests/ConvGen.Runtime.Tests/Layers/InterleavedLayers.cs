namespace ConvGen.Runtime.Tests;

/// <summary>Two phases side by side, every tap unrolled.</summary>
[ConvTranspose(k: [4], s: [2], p: [1], Name = "Row")]
[ConvTranspose(k: [2, 4], s: [2, 2], p: [0, 1], Name = "Plane")]
[ConvTranspose(k: [3, 3], s: [2, 2], p: [1, 1], Name = "OddOutput")]
[ConvTranspose(k: [2, 2], s: [2, 2], Name = "SharedWindow")]
[ConvTranspose(k: [2, 2], s: [2, 2], p: [1, 1], op: [1, 1], Name = "PaddedSingleTaps")]
[ConvTranspose(k: [5, 7], s: [1, 2], p: [2, 9], op: [0, 1], d: [2, 3], Name = "Dilated")]
[ConvTranspose(k: [2, 2, 2], s: [2, 2, 2], Name = "Volume")]
[ConvTranspose(k: [1, 2, 2], s: [2, 2, 2], Name = "BareSlices")]
[ConvTranspose(k: [3, 2, 4], s: [2, 1, 2], p: [1, 0, 1], op: [1, 0, 0], g: 2, Name = "Grouped")]
internal static partial class Pairs;

/// <summary>Three phases side by side.</summary>
[ConvTranspose(k: [7], s: [3], p: [2], Name = "Row")]
[ConvTranspose(k: [5, 5], s: [3, 3], p: [1, 1], op: [0, 1], Name = "Plane")]
[ConvTranspose(k: [3, 3], s: [3, 3], Name = "SharedWindow")]
[ConvTranspose(k: [9, 9], s: [3, 3], p: [3, 3], Name = "Looped")]
[ConvTranspose(k: [2, 6], s: [1, 3], p: [1, 2], g: 3, Name = "Depthwise")]
internal static partial class Triples;

/// <summary>Four phases side by side, in one row and in two; taps of the height in a loop.</summary>
[ConvTranspose(k: [8], s: [4], p: [2], Name = "Row")]
[ConvTranspose(k: [24], s: [8], p: [4], Name = "TwoRows")]
[ConvTranspose(k: [9, 9], s: [4, 4], p: [4, 4], op: [3, 3], Name = "Looped")]
[ConvTranspose(k: [4, 4], s: [4, 4], Name = "SharedWindow")]
[ConvTranspose(k: [8, 8], s: [4, 4], p: [2, 2], g: 3, Name = "Depthwise")]
internal static partial class Fours;

/// <summary>Five, six and seven phases side by side, as eight of which the last are missing.</summary>
[ConvTranspose(k: [10], s: [5], p: [2], op: [1], Name = "FiveInRow")]
[ConvTranspose(k: [12], s: [6], p: [3], Name = "SixInRow")]
[ConvTranspose(k: [14], s: [7], p: [3], op: [1], Name = "SevenInRow")]
[ConvTranspose(k: [6, 6], s: [6, 6], Name = "SharedWindow")]
[ConvTranspose(k: [9, 9], s: [5, 5], p: [2, 2], g: 3, Name = "Depthwise")]
internal static partial class NearlyEights;

/// <summary>Eight phases side by side, in one row and in two.</summary>
[ConvTranspose(k: [16], s: [8], p: [4], Name = "Row")]
[ConvTranspose(k: [32], s: [16], p: [8], Name = "TwoRows")]
[ConvTranspose(k: [8], s: [8], Name = "SharedWindow")]
[ConvTranspose(k: [16, 16], s: [8, 8], p: [4, 4], g: 3, Name = "Depthwise")]
internal static partial class Eights;

/// <summary>Two phases of the height and of the width at a time; inputs that one line meets, or both, in loops.</summary>
[ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1], Name = "Plane")]
[ConvTranspose(k: [9, 5], s: [2, 2], p: [4, 2], op: [1, 0], Name = "Looped")]
[ConvTranspose(k: [8, 4], s: [4, 2], p: [2, 1], Name = "TwoOfLines")]
[ConvTranspose(k: [3, 4, 4], s: [2, 2, 2], p: [1, 1, 1], Name = "Volume")]
[ConvTranspose(k: [3, 3], s: [2, 2], p: [1, 0], op: [1, 0], d: [3, 1], Name = "Dilated")]
[ConvTranspose(k: [5, 5], s: [2, 2], p: [2, 2], d: [3, 1], Name = "DilatedLooped")]
[ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1], g: 3, Name = "Depthwise")]
internal static partial class Squares;

/// <summary>Images that are enlarged channel by channel.</summary>
[ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1], Name = "Two")]
[ConvTranspose(k: [4, 4], s: [2, 2], p: [1, 1], op: [1, 1], Name = "TwoOdd")]
[ConvTranspose(k: [4, 4], s: [2, 2], p: [3, 5], op: [1, 0], Name = "TwoCropped")]
[ConvTranspose(k: [16, 16], s: [8, 8], p: [4, 4], Name = "Eight")]
[ConvTranspose(k: [16, 16], s: [8, 8], p: [13, 13], op: [7, 7], Name = "EightCropped")]
[ConvTranspose(k: [32, 32], s: [16, 16], p: [8, 8], op: [3, 3], Name = "Sixteen")]
internal static partial class Images;

/// <summary>The same for every slice of a volume.</summary>
[ConvTranspose(k: [1, 4, 4], s: [1, 2, 2], p: [0, 1, 1], Name = "Two")]
[ConvTranspose(k: [1, 4, 4], s: [1, 2, 2], p: [0, 1, 1], op: [0, 1, 1], Name = "TwoOdd")]
[ConvTranspose(k: [1, 4, 4], s: [1, 2, 2], p: [0, 3, 5], op: [0, 1, 0], Name = "TwoCropped")]
[ConvTranspose(k: [1, 16, 16], s: [1, 8, 8], p: [0, 4, 4], Name = "Eight")]
[ConvTranspose(k: [1, 16, 16], s: [1, 8, 8], p: [0, 13, 13], op: [0, 7, 7], Name = "EightCropped")]
[ConvTranspose(k: [1, 32, 32], s: [1, 16, 16], p: [0, 8, 8], op: [0, 3, 3], Name = "Sixteen")]
internal static partial class Slices;
