using ConvGen.Testing;
using NAudio.Wave;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Vocoder;

namespace ConvGen.Samples.Tests;

public class VocoderTests
{
    private const string Weights = "hifigan_v3.safetensors";
    private const string Expected = "hifigan_v3_expected.safetensors";
    private const int PyTorchsFrames = 24;

    [Fact]
    public void Sound_is_that_of_PyTorch()
    {
        using SafeTensors file = SampleFiles.Open(Weights), expected = SampleFiles.Open(Expected);

        Assert.InRange(PyTorchCheck.LargestDifference(new HifiGan(file, PyTorchsFrames), expected), 0, 1e-5f);
    }

    [Fact]
    public void Another_number_is_noticed()
    {
        using SafeTensors file = SampleFiles.Open(Weights), expected = SampleFiles.OpenDamaged(Expected);

        Assert.False(PyTorchCheck.LargestDifference(new HifiGan(file, PyTorchsFrames), expected) <= PyTorchCheck.Tolerance);
    }

    [Fact]
    public void Sound_does_not_depend_on_the_threads_or_what_was_said_before()
    {
        using SafeTensors file = SampleFiles.Open(Weights), expected = SampleFiles.Open(Expected);
        var vocoder = new HifiGan(file, PyTorchsFrames);
        float[] mels = expected["input"].AsSpan().ToArray();
        float[] sound = vocoder.Speak(mels);
        vocoder.Speak(mels[..(HifiGan.Mels * 5)]);
        float[] again = new float[sound.Length];
        vocoder.Forward(new(mels, 1, HifiGan.Mels, PyTorchsFrames), new(again, 1, 1, again.Length), threads: 2);

        Assert.Equal(sound, again);
    }

    [Fact]
    public void Forward_allocates_nothing()
    {
        using SafeTensors file = SampleFiles.Open(Weights);
        var vocoder = new HifiGan(file, mostFrames: 3);
        float[] mels = new float[3 * HifiGan.Mels], sound = new float[3 * HifiGan.SamplesPerFrame];

        // Made once: without optimisation, lists of constants allocate.
        int[] melsShape = [1, HifiGan.Mels, 3], soundShape = [1, 1, sound.Length];

        Assert.Equal(0, AllocationMeter.LeastBytes(() => vocoder.Forward(new(mels, melsShape), new(sound, soundShape))).Thread);
    }

    [Fact]
    public void Tone_is_a_line_in_its_spectrogram()
    {
        // The 100th of 256 rows from the bottom.
        const double Frequency = 100 * HifiGan.SampleRate / 512.0;
        float[] tone = [.. Enumerable.Range(0, 8192).Select(t => (float)Math.Sin(2 * Math.PI * Frequency * t / HifiGan.SampleRate))];

        using Image<L8> picture = Spectrogram.Draw(tone);

        Assert.Equal((65, 256), (picture.Width, picture.Height));
        for (int column = 4; column < picture.Width - 4; column++)
        {
            byte[] rows = [.. Enumerable.Range(0, picture.Height).Select(row => picture[column, row].PackedValue)];
            Assert.Equal(255 - 100, Array.IndexOf(rows, rows.Min()));
            Assert.All(rows[..150].Concat(rows[161..]), static grey => Assert.Equal(255, grey));
        }
    }

    [Fact]
    public async Task Program_writes_a_second_of_sound_and_its_spectrogram()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(HifiGan), "--seconds", "1", "--out", folder.Location);

        Assert.True(exitCode == 0, output);
        Assert.Contains("real-time factor", output, StringComparison.Ordinal);
        using var sound = new WaveFileReader(folder.File("sound.wav"));
        Assert.Equal((22_050, 1, 16), (sound.WaveFormat.SampleRate, sound.WaveFormat.Channels, sound.WaveFormat.BitsPerSample));
        Assert.Equal(86 * HifiGan.SamplesPerFrame, sound.SampleCount);
        Assert.Equal(256, Image.Identify(folder.File("spectrogram.png")).Height);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    public async Task Seconds_out_of_range_are_refused(string seconds)
    {
        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(HifiGan), "--seconds", seconds);

        Assert.Equal(1, exitCode);
        Assert.Contains("--seconds goes from 1 to 10.", output, StringComparison.Ordinal);
    }
}
