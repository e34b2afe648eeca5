using ConvGen;

namespace Vocoder;

/// <summary>
/// HiFi-GAN V3 (Kong, Kim and Bae, "HiFi-GAN: generative adversarial networks for efficient and high fidelity speech synthesis", 2020): from mel
/// spectra, 80 numbers per frame, to sound, 256 samples per frame.
/// </summary>
internal sealed class HifiGan
{
    public const int Mels = 80;
    public const int SamplesPerFrame = 256;
    public const int SampleRate = 22_050;

    private readonly WeightFile _file;
    private readonly PackedWeights _first;
    private readonly PackedWeights _last;
    private readonly Stage[] _stages;
    private readonly float[] _beginning;

    /// <param name="file">The weights, by PyTorch's names.</param>
    /// <param name="mostFrames">The most frames of a call.</param>
    public HifiGan(WeightFile file, int mostFrames)
    {
        _file = file;
        _first = Layers.First.Pack(file["pre.weight"], file["pre.bias"]);
        _last = Layers.Last.Pack(file["post.weight"], file["post.bias"]);
        _beginning = new float[_first.OutChannels * mostFrames];
        _stages =
        [
            new(Pack(Layers.By8.Pack, "up.0"), 8, Blocks(0, Means.Inner.Pack), mostFrames),
            new(Pack(Layers.By8.Pack, "up.1"), 8, Blocks(1, Means.Inner.Pack), mostFrames * 8),
            new(Pack(Layers.By4.Pack, "up.2"), 4, Blocks(2, Means.Final.Pack), mostFrames * 64),
        ];
    }

    private delegate PackedWeights Packing(WeightTensor weight, WeightTensor? bias, BatchNorm norm, ReadOnlySpan<int> inputSize);

    /// <summary>The sound of spectra.</summary>
    /// <param name="mels">80 bands, each of as many numbers as there are frames.</param>
    public float[] Speak(float[] mels)
    {
        int frames = mels.Length / Mels;
        float[] sound = new float[frames * SamplesPerFrame];
        Forward(new(mels, 1, Mels, frames), new(sound, 1, 1, sound.Length));
        return sound;
    }

    /// <summary>Computes sound, allocating nothing.</summary>
    /// <param name="mels">(1, 80, frames).</param>
    /// <param name="sound">(1, 1, 256 frames), from -1 to 1.</param>
    /// <param name="threads">How many may compute.</param>
    public void Forward(ReadOnlyTensorView<float> mels, TensorView<float> sound, int threads = 1)
    {
        int frames = mels.Shape[2];
        var sequence = new TensorView<float>(_beginning.AsSpan(0, _first.OutChannels * frames), 1, _first.OutChannels, frames);
        _first.Forward(mels, sequence, threads);
        foreach (Stage stage in _stages)
        {
            sequence = stage.Forward(sequence, threads);
        }

        _last.Forward(sequence, sound, threads);
    }

    private (PackedWeights First, PackedWeights Second)[] Blocks(int stage, Packing mean) =>
    [
        (Pack(Residuals.K3D1.Pack, $"rb.{stage}.0.c.0"), Pack(Residuals.K3D2.Pack, $"rb.{stage}.0.c.1")),
        (Pack(Residuals.K5D2.Pack, $"rb.{stage}.1.c.0"), Pack(Residuals.K5D6.Pack, $"rb.{stage}.1.c.1")),
        (Pack(Residuals.K7D3.Pack, $"rb.{stage}.2.c.0"), Pack(mean, $"rb.{stage}.2.c.1")),
    ];

    private PackedWeights Pack(Packing pack, string layer) => pack(_file[layer + ".weight"], _file[layer + ".bias"], norm: default, inputSize: []);
}
