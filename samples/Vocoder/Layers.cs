using ConvGen;

namespace Vocoder;

[Conv(k: 7, p: 3, Rank = 1, Activation = Activation.LeakyRelu, Slope = 0.1f, Name = "First")]
[ConvTranspose(k: 16, s: 8, p: 4, Rank = 1, Name = "By8")]
[ConvTranspose(k: 8, s: 4, p: 2, Rank = 1, Name = "By4")]
[Conv(k: 7, p: 3, Rank = 1, Activation = Activation.Tanh, Name = "Last")]
internal static partial class Layers;

/// <summary>The convolutions of residual blocks, each with what it is added to.</summary>
[Conv(k: 3, d: 1, p: 1, Rank = 1, Residual = Residual.BeforeActivation, Name = "K3D1")]
[Conv(k: 3, d: 2, p: 2, Rank = 1, Residual = Residual.BeforeActivation, Name = "K3D2")]
[Conv(k: 5, d: 2, p: 4, Rank = 1, Residual = Residual.BeforeActivation, Name = "K5D2")]
[Conv(k: 5, d: 6, p: 12, Rank = 1, Residual = Residual.BeforeActivation, Name = "K5D6")]
[Conv(k: 7, d: 3, p: 9, Rank = 1, Residual = Residual.BeforeActivation, Name = "K7D3")]
internal static partial class Residuals;

/// <summary>The last convolution of a stage: its sum is that of three blocks, of which the next stage takes the mean, activated.</summary>
/// <remarks>leaky(x / 3) = leaky(x) / 3.</remarks>
[Conv(k: 7, d: 12, p: 36, Rank = 1, Residual = Residual.BeforeActivation,
    Activation = Activation.LeakyRelu, Slope = 0.1f, ScaleAfter = 1 / 3f, Name = "Inner")]
[Conv(k: 7, d: 12, p: 36, Rank = 1, Residual = Residual.BeforeActivation,
    Activation = Activation.LeakyRelu, Slope = 0.01f, ScaleAfter = 1 / 3f, Name = "Final")]
internal static partial class Means;
