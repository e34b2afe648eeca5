using ConvGen;

namespace Upscale;

// Depthwise: a group for each plane of a picture. InterpolationKernel derives k and p; other numbers would not pass the layers' checks of
// the weights and of the output's shape.

[ConvTranspose(k: 4, s: 2, p: 3, g: Planes.Count, Name = "By2")]
[ConvTranspose(k: 5, s: 3, p: 4, g: Planes.Count, Name = "By3")]
[ConvTranspose(k: 8, s: 4, p: 6, g: Planes.Count, Name = "By4")]
internal static partial class BilinearLayers;

[ConvTranspose(k: 8, s: 2, p: 7, g: Planes.Count, Name = "By2")]
[ConvTranspose(k: 11, s: 3, p: 10, g: Planes.Count, Name = "By3")]
[ConvTranspose(k: 16, s: 4, p: 14, g: Planes.Count, Name = "By4")]
internal static partial class BicubicLayers;
