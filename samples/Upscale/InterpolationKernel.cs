namespace Upscale;

/// <summary>How a value between pixels is made from the pixels around it.</summary>
internal enum Interpolation
{
    Bilinear,
    Bicubic,
}

/// <summary>The interpolation functions, and the transposed-convolution kernels that sample them.</summary>
/// <remarks>
/// <para>
/// The centre of output pixel o lies at u = (o + 1/2)/s - 1/2 in input pixels (PyTorch's align_corners=False, Pillow's resize), and
/// input pixel i adds f(u - i) of itself to it, where f is 0 from the radius R on. Tap t of a transposed convolution with stride s and
/// padding q takes i to o = i*s - q + t, hence w[t] = f((t - q + 1/2)/s - 1/2).
/// </para>
/// <para>
/// The taps are symmetric when q = (k - s)/2, so k has the parity of s: k = 2Rs for an even scale, and 2Rs - 1 for an odd one, whose
/// outermost two of 2Rs + 1 taps are f(±R) = 0. Then out = (in - 1)s - 2q + k = in*s exactly.
/// </para>
/// <para>
/// At the border the kernel reaches R pixels beyond the picture. Repeating the edge R times makes the output R*s longer at both ends, and
/// padding is precisely a crop of the output: the layers say p = q + R*s and give in*s again.
/// </para>
/// </remarks>
internal static class InterpolationKernel
{
    // Keys, "Cubic convolution interpolation for digital image processing" (1981): third-order accurate only at a = -1/2. Pillow's choice
    // too; PyTorch takes -0.75.
    private const double A = -0.5;

    /// <summary>How many input pixels the function reaches to either side.</summary>
    public static int Radius(Interpolation interpolation) => interpolation == Interpolation.Bilinear ? 1 : 2;

    /// <summary>Taps along one axis.</summary>
    public static int Size(Interpolation interpolation, int scale) => (2 * Radius(interpolation) * scale) - (scale % 2);

    /// <summary>The square kernel, row by row. The taps that meet in one output pixel add up to 1, since the f(u - i) do.</summary>
    public static float[] Taps(Interpolation interpolation, int scale)
    {
        int size = Size(interpolation, scale);
        double[] axis = [.. Enumerable.Range(0, size).Select(tap => Weight(interpolation, (tap - ((size - 1) / 2.0)) / scale))];
        return [.. axis.SelectMany(row => axis, (row, column) => (float)(row * column))];
    }

    private static double Weight(Interpolation interpolation, double distance)
    {
        double x = Math.Abs(distance);
        return interpolation switch
        {
            Interpolation.Bilinear => Math.Max(0, 1 - x),
            _ when x < 1 => ((((A + 2) * x) - (A + 3)) * x * x) + 1,
            _ when x < 2 => A * (((((x - 5) * x) + 8) * x) - 4),
            _ => 0,
        };
    }
}
