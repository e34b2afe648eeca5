namespace ConvGen.CompilerServices;

/// <summary>
/// What follows a layer, channel by channel, before weights and bias take it in: a factor and a summand of each output channel, made in double precision
/// and rounded once. Parameters are a number for each channel, or one for all.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChannelFold
{
    private readonly double[] _scale;
    private readonly double[] _shift;

    /// <param name="channels">Output channels.</param>
    public ChannelFold(int channels)
    {
        (_scale, _shift) = (new double[channels], new double[channels]);
        Array.Fill(_scale, 1);
    }

    /// <summary>A batch normalisation.</summary>
    public ChannelFold Norm(
        ReadOnlySpan<Element> scale, ReadOnlySpan<Element> shift, ReadOnlySpan<Element> mean, ReadOnlySpan<Element> variance, Element epsilon)
    {
        var norm = new BatchNorm(scale, shift, mean, variance, epsilon);
        for (int channel = 0; channel < _scale.Length; channel++)
        {
            _scale[channel] *= norm.Factor(channel);
            _shift[channel] = norm.Apply(channel, _shift[channel]);
        }

        return this;
    }

    /// <summary>A product.</summary>
    public ChannelFold Multiply(ReadOnlySpan<Element> factor) => Apply(factor, static (value, factor) => value * factor, static (value, factor) => value * factor);

    /// <summary>A quotient.</summary>
    public ChannelFold Divide(ReadOnlySpan<Element> divisor) => Apply(divisor, static (value, divisor) => value / divisor, static (value, divisor) => value / divisor);

    /// <summary>A sum.</summary>
    public ChannelFold Add(ReadOnlySpan<Element> summand) => Apply(summand, static (value, _) => value, static (value, summand) => value + summand);

    /// <summary>A difference.</summary>
    public ChannelFold Subtract(ReadOnlySpan<Element> summand) => Apply(summand, static (value, _) => value, static (value, summand) => value - summand);

    /// <summary>The whole as a normalisation with a mean of 0 and a variance of 1.</summary>
    internal BatchNorm Norm()
    {
        var ones = new Element[_scale.Length];
        Array.Fill(ones, 1);
        return new BatchNorm(
            Array.ConvertAll(_scale, static number => (Element)number),
            Array.ConvertAll(_shift, static number => (Element)number),
            new Element[_scale.Length],
            ones,
            eps: 0);
    }

    private ChannelFold Apply(ReadOnlySpan<Element> parameter, Func<double, double, double> scale, Func<double, double, double> shift)
    {
        for (int channel = 0; channel < _scale.Length; channel++)
        {
            _scale[channel] = scale(_scale[channel], Of(parameter, channel));
            _shift[channel] = shift(_shift[channel], Of(parameter, channel));
        }

        return this;
    }

    private static double Of(ReadOnlySpan<Element> parameter, int channel) => parameter[parameter.Length == 1 ? 0 : channel];
}
