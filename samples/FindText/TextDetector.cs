using ConvGen;

namespace FindText;

// The detector of PP-OCRv4: pixels in the order B, G, R to how likely each of them is text.
[Network("text_detector.onnx", Input = [1, 3, 640, 640])]
internal static partial class TextDetector;
