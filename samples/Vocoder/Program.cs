using System.CommandLine;
using ConvGen;
using ConvGen.Samples;
using NAudio.Wave;
using SixLabors.ImageSharp;
using Vocoder;

var seconds = new Option<int>("--seconds") { Description = "How long a sound to make, from 1 to 10.", DefaultValueFactory = _ => 2 };
var folder = new Option<string>("--out") { Description = "The folder of sound and picture.", DefaultValueFactory = _ => Path.Combine("artifacts", "vocoder") };
seconds.Validators.Add(static result =>
{
    if (result.GetValueOrDefault<int>() is < 1 or > 10)
    {
        result.AddError("--seconds goes from 1 to 10.");
    }
});
var command = new RootCommand("Makes sound of mel spectra by HiFi-GAN V3, with weights that were drawn, not trained.") { seconds, folder };
command.SetAction(arguments => Run(arguments.GetValue(seconds), arguments.GetValue(folder)!));
return SampleProgram.Run(command, args);

static int Run(int seconds, string target)
{
    using SafeTensors file = SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, "hifigan_v3.safetensors"));
    using SafeTensors expected = SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, "hifigan_v3_expected.safetensors"));
    int frames = seconds * HifiGan.SampleRate / HifiGan.SamplesPerFrame;
    var vocoder = new HifiGan(file, frames);
    float[] mels = Mels(frames);
    float[] sound = new float[frames * HifiGan.SamplesPerFrame];
    string[] speeds = Progress.Of(tell => Array.ConvertAll<int, string>([1, 2], threads =>
    {
        tell($"{seconds} s of sound on {threads} thread(s), again and again");
        Measurement call = Measurement.Of(() => vocoder.Forward(new(mels, 1, HifiGan.Mels, frames), new(sound, 1, 1, sound.Length), threads));
        double length = (double)sound.Length / HifiGan.SampleRate;
        return $"{threads} thread(s): {length:F2} s of sound in {call.Time.TotalMilliseconds:F1} ms, real-time factor "
            + $"{call.Time.TotalSeconds / length:F3}, {call.AllocatedBytes} bytes allocated per call.";
    }));
    Array.ForEach(speeds, Console.WriteLine);

    Directory.CreateDirectory(target);
    using (var writer = new WaveFileWriter(Path.Combine(target, "sound.wav"), new WaveFormat(HifiGan.SampleRate, 16, 1)))
    {
        writer.WriteSamples(sound, 0, sound.Length);
    }

    Spectrogram.Draw(sound).SaveAsPng(Path.Combine(target, "spectrogram.png"));
    float difference = PyTorchCheck.LargestDifference(vocoder, expected);
    Console.WriteLine($"Largest difference from PyTorch's sound: {difference:G2}; accepted are {PyTorchCheck.Tolerance:G2}.");
    Console.WriteLine($"The sound, which is noise, and its spectrogram are in {target}.");
    return difference <= PyTorchCheck.Tolerance ? 0 : 1;
}

// A ridge that moves through the bands, twice up and down.
static float[] Mels(int frames)
{
    float[] mels = new float[HifiGan.Mels * frames];
    for (int i = 0; i < mels.Length; i++)
    {
        (int band, int frame) = (i / frames, i % frames);
        float ridge = HifiGan.Mels / 2 * (1 - MathF.Cos(4 * MathF.PI * frame / frames));
        mels[i] = (4 * MathF.Exp(-MathF.Pow((band - ridge) / 6, 2))) - 1;
    }

    return mels;
}
