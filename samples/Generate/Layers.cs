using ConvGen;

namespace Generate;

// The whole network: Pack folds the batch norms into the weights, and the activations belong to the layers.
[ConvTranspose(k: 7, InChannels = 26, OutChannels = 128, InputSize = [1, 1], Activation = Activation.Relu, Name = "To7")]
[ConvTranspose(k: 4, s: 2, p: 1, InChannels = 128, OutChannels = 64, InputSize = [7, 7], Activation = Activation.Relu, Name = "To14")]
[ConvTranspose(k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 32, InputSize = [14, 14], Activation = Activation.Relu, Name = "To28")]
[ConvTranspose(k: 3, p: 1, InChannels = 32, OutChannels = 1, InputSize = [28, 28], Activation = Activation.Sigmoid, Name = "Ink")]
internal static partial class Layers;
