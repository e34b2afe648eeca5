namespace ConvGen.Runtime.Tests;

/// <summary>One ordinary convolution with every activation, and a few more ways to end a layer.</summary>
[Conv(k: 3, p: 1, Name = "None")]
[Conv(k: 3, p: 1, Name = "Relu", Activation = Activation.Relu)]
[Conv(k: 3, p: 1, Name = "Relu6", Activation = Activation.Relu6)]
[Conv(k: 3, p: 1, Name = "LeakyRelu", Activation = Activation.LeakyRelu, Slope = 0.2f)]
[Conv(k: 3, p: 1, Name = "Sigmoid", Activation = Activation.Sigmoid)]
[Conv(k: 3, p: 1, Name = "Tanh", Activation = Activation.Tanh)]
[Conv(k: 3, p: 1, Name = "SiLU", Activation = Activation.SiLU)]
[Conv(k: 3, p: 1, Name = "Gelu", Activation = Activation.Gelu)]
[Conv(k: 3, p: 1, Name = "GeluTanh", Activation = Activation.GeluTanh)]
[Conv(k: 3, p: 1, Name = "HardSwish", Activation = Activation.HardSwish)]
[Conv(k: 3, p: 1, Name = "HardSigmoid", Activation = Activation.HardSigmoid)]
[Conv(k: 3, p: 1, Name = "Clamp", Activation = Activation.Clamp, Minimum = -0.5f, Maximum = 0.25f)]
[Conv(k: 3, p: 1, Name = "Scaled", Activation = Activation.Relu, ScaleBefore = 2, ShiftBefore = 0.5f, ScaleAfter = -3, ShiftAfter = 1)]
[Conv(k: 3, p: 1, Name = "PRelu", Activation = Activation.PRelu)]
[Conv(k: 3, p: 1, Name = "Snake", Activation = Activation.Snake)]
[Conv(k: 3, p: 1, Name = "Before", Activation = Activation.Relu, Residual = Residual.BeforeActivation)]
[Conv(k: 3, p: 1, Name = "After", Activation = Activation.PRelu, Residual = Residual.AfterActivation)]
internal static partial class Ended;

/// <summary>Every form writes its outputs in its own way: transposed convolutions, planes, rows whose lanes are patches.</summary>
[ConvTranspose(k: 4, s: 2, p: 1, Name = "Up")]
[ConvTranspose(k: 4, s: 2, p: 1, Name = "UpTanh", Activation = Activation.Tanh)]
[ConvTranspose(k: 16, s: 8, p: 4, g: 6, Name = "Enlarged")]
[ConvTranspose(k: 16, s: 8, p: 4, g: 6, Name = "EnlargedTanh", Activation = Activation.Tanh)]
[Conv(k: 5, s: 2, p: 2, g: 6, Name = "Planes")]
[Conv(k: 5, s: 2, p: 2, g: 6, Name = "PlanesTanh", Activation = Activation.Tanh)]
[ConvTranspose(k: 4, s: 2, p: 1, Rank = 1, Name = "Length")]
[ConvTranspose(k: 4, s: 2, p: 1, Rank = 1, Name = "LengthTanh", Activation = Activation.Tanh)]
[Conv(k: 3, p: 1, s: 2, Rank = 3, Name = "Volume")]
[Conv(k: 3, p: 1, s: 2, Rank = 3, Name = "VolumeTanh", Activation = Activation.Tanh)]
internal static partial class EndedForms;
