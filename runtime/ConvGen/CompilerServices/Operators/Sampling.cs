using System.Numerics;

namespace ConvGen.CompilerServices;

/// <summary>Which elements of a resized axis an output is made of, and with which weights.</summary>
/// <param name="Taps">How many neighbours: 1, the nearest, or 2, or 4.</param>
/// <param name="Coordinates">Where an output lies in the input.</param>
/// <param name="Rounding">Which neighbour is the nearest.</param>
/// <param name="Cubic">The coefficient of the cubic.</param>
/// <param name="ExcludesOutside">Elements outside have no weight; otherwise the outermost ones stand for them.</param>
internal readonly record struct Sampling(int Taps, ResizeCoordinates Coordinates, NearestRounding Rounding, double Cubic, bool ExcludesOutside)
{
    /// <summary>Lists <see cref="Taps"/> places and weights per output; a scale of 0 is that of the lengths.</summary>
    public void Fill(int length, int outLength, float scale, Span<int> places, Span<float> weights)
    {
        Span<double> exact = stackalloc double[Taps];
        for (int output = 0; output < outLength; output++)
        {
            if (Taps == 1)
            {
                float nearest = Coordinate<float>(output, length, outLength, scale);
                places[output] = (int)Math.Clamp(Round(nearest), 0, length - 1);
                continue;
            }

            double at = Coordinate<double>(output, length, outLength, scale);
            double first = Math.Floor(at) - (Taps / 2) + 1, sum = 0;
            for (int tap = 0; tap < Taps; tap++)
            {
                double place = first + tap;
                exact[tap] = ExcludesOutside && (place < 0 || place >= length) ? 0 : Weight(Math.Abs(at - place));
                places[(output * Taps) + tap] = (int)Math.Clamp(place, 0, length - 1);
                sum += exact[tap];
            }

            for (int tap = 0; tap < Taps; tap++)
            {
                weights[(output * Taps) + tap] = (float)(ExcludesOutside ? exact[tap] / sum : exact[tap]);
            }
        }
    }

    // Keys, "Cubic convolution interpolation for digital image processing", 1981.
    private double Weight(double distance) =>
        Taps == 2 ? 1 - distance
        : distance < 1 ? ((((Cubic + 2) * distance) - (Cubic + 3)) * distance * distance) + 1
        : ((((Cubic * distance) - (5 * Cubic)) * distance) + (8 * Cubic)) * distance - (4 * Cubic);

    // The sums in double precision: in single, they round to whole numbers what lies just beside a half.
    private double Round(double place) => Rounding switch
    {
        NearestRounding.RoundPreferFloor => Math.Ceiling(place - 0.5),
        NearestRounding.RoundPreferCeil => Math.Floor(place + 0.5),
        NearestRounding.Floor => Math.Floor(place),
        _ => Math.Ceiling(place),
    };

    private T Coordinate<T>(int output, int length, int outLength, float givenScale)
        where T : INumber<T>
    {
        (T at, T half) = (T.CreateChecked(output), T.CreateChecked(0.5));
        (T whole, T target) = (T.CreateChecked(length), T.CreateChecked(outLength));
        // A given scale makes lengths that are no whole numbers.
        (T scale, T resized) = givenScale == 0 ? (target / whole, target) : (T.CreateChecked(givenScale), T.CreateChecked(givenScale) * whole);
        return Coordinates switch
        {
            ResizeCoordinates.AlignCorners => outLength == 1 ? T.Zero : at * (whole - T.One) / (resized - T.One),
            ResizeCoordinates.Asymmetric => at / scale,
            ResizeCoordinates.HalfPixelForNearest => (at + half) / scale,
            ResizeCoordinates.PyTorchHalfPixel when outLength == 1 => T.Zero,
            ResizeCoordinates.HalfPixelSymmetric => (whole * half * (T.One - (target / resized))) + ((at + half) / scale) - half,
            _ => ((at + half) / scale) - half,
        };
    }
}
