using ConvGen;

namespace Segment;

// A U-Net: grey values of a scene to eleven scores for each of its pixels.
[Network("garment_unet.onnx", Input = [1, 1, 96, 96])]
internal static partial class GarmentNet;
