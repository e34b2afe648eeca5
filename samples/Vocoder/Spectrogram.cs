using ConvGen;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Vocoder;

/// <summary>Frequencies over time, the lowest at the bottom. A short-time Fourier transform is a convolution too: with cosines and sines under a window.</summary>
internal static class Spectrogram
{
    private const int Window = 512;
    private const int Step = 128;
    private const int Bins = Window / 2;

    // What is 80 dB below the loudest is white.
    private const float Range = 80;

    /// <summary>Draws a column for every 128 samples and a row for every 43 Hz.</summary>
    public static Image<L8> Draw(float[] sound)
    {
        int columns = Fourier.OutputSize(sound.Length);
        float[] transformed = new float[2 * Bins * columns];
        Fourier.Forward(new(sound, 1, 1, sound.Length), Waves(), [], new(transformed, 1, 2 * Bins, columns));

        float[] decibels = [.. Enumerable.Range(0, Bins * columns).Select(i => Decibels(transformed[i], transformed[i + (Bins * columns)]))];
        float loudest = decibels.Max();
        var picture = new Image<L8>(columns, Bins);
        for (int i = 0; i < decibels.Length; i++)
        {
            picture[i % columns, Bins - 1 - (i / columns)] = new L8((byte)(255 * Math.Clamp((loudest - decibels[i]) / Range, 0, 1)));
        }

        return picture;
    }

    private static float Decibels(float real, float imaginary) => 10 * MathF.Log10((real * real) + (imaginary * imaginary) + 1e-12f);

    // The cosines of all frequencies, then the sines, under Hann's window.
    private static float[] Waves() =>
    [
        .. from quarter in (double[])[Math.PI / 2, 0]
           from bin in Enumerable.Range(0, Bins)
           from t in Enumerable.Range(0, Window)
           let hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * t / Window))
           select (float)(hann * Math.Sin((2 * Math.PI * bin * t / Window) + quarter)),
    ];
}

[Conv(k: 512, s: 128, p: 256, Rank = 1)]
internal static partial class Fourier;
