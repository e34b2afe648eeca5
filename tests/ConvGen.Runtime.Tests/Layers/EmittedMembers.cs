namespace ConvGen.Runtime.Tests;

/// <summary>The <c>Pack</c> that ConvGen emits.</summary>
internal delegate PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels);

/// <summary>The <c>Forward</c> that takes packed weights.</summary>
internal delegate void PackedForward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

/// <summary>The <c>Forward</c> that takes plain weights.</summary>
internal delegate void PlainForward(
    ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);
