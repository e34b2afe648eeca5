namespace ConvGen.Runtime.Tests;

/// <summary>The arguments of a call of <c>Forward</c>: legal ones to start from, to be bent one at a time.</summary>
internal sealed record ForwardCall(PackedForward Packed, PlainForward Plain)
{
    private const float Untouched = -12345.678f;

    public static ForwardCall OfUp { get; } = new(Up.Forward, Up.Forward)
    {
        Input = [2, 2, 3, 4], Output = [2, 3, 6, 8], Weight = 96, Bias = 3, Weights = Up.Pack(new float[96], new float[3], 2, 3),
    };

    public static ForwardCall OfUpFixed { get; } = OfUp with { Packed = UpFixed.Forward, Plain = UpFixed.Forward };

    public static ForwardCall OfCropped { get; } = new(Cropped.Forward, Cropped.Forward)
    {
        Input = [1, 1, 5], Output = [1, 1, 3], Weight = 3, Bias = 0, Weights = Cropped.Pack(new float[3], [], 1, 1),
    };

    public static ForwardCall OfVolume { get; } = new(Volume.Forward, Volume.Forward)
    {
        Input = [1, 4, 2, 3, 5], Output = [1, 6, 2, 7, 7], Weight = 72, Bias = 6, Weights = Volume.Pack(new float[72], new float[6], 4, 6),
    };

    public static ForwardCall OfLongStride { get; } = new(LongStride.Forward, LongStride.Forward)
    {
        Input = [1, 1, 2], Output = [1, 1, 100_001], Weight = 1, Bias = 0, Weights = LongStride.Pack(new float[1], [], 1, 1),
    };

    public required int[] Input { get; init; }

    public required int[] Output { get; init; }

    /// <summary>Elements of the plain weight.</summary>
    public required int Weight { get; init; }

    /// <summary>Elements of the plain bias.</summary>
    public required int Bias { get; init; }

    public required PackedWeights Weights { get; init; }

    /// <summary>Both forms are refused, and neither touches the output.</summary>
    public void Meets(Refusal refusal)
    {
        PackedMeets(refusal);
        PlainMeets(refusal);
    }

    /// <summary>The form that takes packed weights is refused and does not touch the output.</summary>
    public void PackedMeets(Refusal refusal)
    {
        float[] output = UntouchedOutput();
        refusal.Of(() => CallPacked(output));
        Assert.Equal(-1, output.AsSpan().IndexOfAnyExcept(Untouched));
    }

    /// <summary>The form that takes plain weights is refused and does not touch the output.</summary>
    public void PlainMeets(Refusal refusal)
    {
        float[] output = UntouchedOutput();
        refusal.Of(() => CallPlain(output));
        Assert.Equal(-1, output.AsSpan().IndexOfAnyExcept(Untouched));
    }

    /// <summary>Both forms take the arguments and write every element of the output.</summary>
    public void Succeeds()
    {
        foreach (Action<float[]> call in (Action<float[]>[])[CallPacked, CallPlain])
        {
            float[] output = UntouchedOutput();
            call(output);
            Assert.Equal(-1, output.AsSpan().IndexOf(Untouched));
        }
    }

    private void CallPacked(float[] output) => Packed(new(new float[Elements(Input)], Input), Weights, new(output, Output));

    private void CallPlain(float[] output) =>
        Plain(new(new float[Elements(Input)], Input), new float[Weight], new float[Bias], new(output, Output));

    private float[] UntouchedOutput()
    {
        var output = new float[Elements(Output)];
        output.AsSpan().Fill(Untouched);
        return output;
    }

    private static int Elements(int[] shape) => shape.Aggregate(1, (product, length) => product * length);
}
