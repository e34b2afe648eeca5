namespace ConvGen.Runtime.Tests;

/// <summary>Rows of F(3, 2), which may have tiles as lanes, and of other fast forms, which may not.</summary>
[ConvTranspose(k: [2], s: [1], p: [1], Name = "Smooth", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [4], s: [2], p: [1], Name = "Pairs", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [4], s: [2], p: [7], op: [1], Name = "Cropped", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [6], s: [3], p: [2], Name = "Triples", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [8], s: [4], p: [2], Name = "Quads", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [10], s: [5], p: [3], op: [2], Name = "Fives", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [16], s: [8], p: [4], Name = "Eights", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [4], s: [2], p: [1], g: 3, Name = "Grouped", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [3], s: [2], p: [1], op: [1], Name = "Mixed", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [6], s: [2], p: [2], Name = "ThreeTaps", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [4], s: [2], p: [1], Name = "PatchesOfTwo", Algorithm = Algorithm.Winograd2)]
internal static partial class PatchRows;

/// <summary>The same as planes one high, which never have.</summary>
[ConvTranspose(k: [1, 2], s: [1, 1], p: [0, 1], Name = "Smooth", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 4], s: [1, 2], p: [0, 1], Name = "Pairs", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 4], s: [1, 2], p: [0, 7], op: [0, 1], Name = "Cropped", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 6], s: [1, 3], p: [0, 2], Name = "Triples", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 8], s: [1, 4], p: [0, 2], Name = "Quads", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 10], s: [1, 5], p: [0, 3], op: [0, 2], Name = "Fives", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 16], s: [1, 8], p: [0, 4], Name = "Eights", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 4], s: [1, 2], p: [0, 1], g: 3, Name = "Grouped", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 3], s: [1, 2], p: [0, 1], op: [0, 1], Name = "Mixed", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 6], s: [1, 2], p: [0, 2], Name = "ThreeTaps", Algorithm = Algorithm.Winograd3)]
[ConvTranspose(k: [1, 4], s: [1, 2], p: [0, 1], Name = "PatchesOfTwo", Algorithm = Algorithm.Winograd2)]
internal static partial class PatchPlanes;
