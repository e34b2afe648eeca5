using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>What the arguments of a layer look like: numbers as networks have them, and such as make rounding errors large.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is.</param>
/// <param name="Fill">Fills the arrays of a layer.</param>
internal sealed record ArgumentKind(string Name, string Description, Action<LayerData, Random> Fill)
{
    // Arguments of the cancelling kind spread over 2^-3 to 2^3, and pairs differ by less than 2^-10.
    private const int Spread = 3;
    private const float Remainder = 1f / 1024;

    // Odd and no multiple of 3: edges of stripes fall everywhere in the tiles of the fast forms.
    private const int StripeWidth = 5;
    private const float LargeStripe = 1024;

    public static IReadOnlyList<ArgumentKind> All { get; } =
    [
        new("random", "numbers from -0.5 to 0.5", LayerData.Draw),
        new("positive", "numbers from 0 to 1: nothing cancels, partial sums grow, their roundings with them", FillPositive),
        new(
            "alternating",
            "inputs of 1 to 1.125 whose sign alternates along channels and positions, weights of 1 to 1.125: neighbours cancel",
            FillAlternating),
        new(
            "cancelling",
            "half of the channels make sums that the other half takes away but for a thousandth, of numbers from 2^-3 to 2^4",
            FillCancelling),
        new(
            "uneven",
            "random numbers, the inputs 1024 times as large in every second stripe of 5 columns: small sums beside large ones",
            FillUneven),
    ];

    private static void FillPositive(LayerData data, Random random)
    {
        foreach (AlignedFloats array in (AlignedFloats[])[data.Input, data.Weight, data.Bias])
        {
            foreach (ref float number in array.Span)
            {
                number = random.NextSingle();
            }
        }
    }

    private static void FillAlternating(LayerData data, Random random)
    {
        LayerData.Draw(data, random);
        EachInput(data, (channel, position, _) => (channel + position.Sum()) % 2 == 0 ? NearOne() : -NearOne());
        foreach (ref float weight in data.Weight.Span)
        {
            weight = NearOne();
        }

        float NearOne() => 1 + (random.NextSingle() / 8);
    }

    private static void FillUneven(LayerData data, Random random)
    {
        LayerData.Draw(data, random);
        EachInput(data, (_, position, number) => position[^1] / StripeWidth % 2 == 0 ? number : LargeStripe * number);
    }

    private static void FillCancelling(LayerData data, Random random)
    {
        LayerCase layer = data.Layer;
        int inPerGroup = layer.Cin / layer.G, half = inPerGroup / 2;
        FillSpread(data.Input.Span, random);
        FillSpread(data.Weight.Span, random);
        foreach (ref float bias in data.Bias.Span)
        {
            bias = Remainder * (random.NextSingle() - 0.5f);
        }

        if (half == 0)
        {
            CancelNeighbours(data, random);
            return;
        }

        int pixels = LayerCase.Elements(layer.In), weights = data.Weight.Length / layer.Cin;
        for (int plane = 0; plane < layer.N * layer.Cin; plane++)
        {
            int channel = plane % layer.Cin, inGroup = channel % inPerGroup;
            Span<float> inputs = data.Input.Span.Slice(plane * pixels, pixels);
            if (inGroup >= 2 * half)
            {
                Scale(inputs, _ => Remainder);
            }
            else if (inGroup >= half)
            {
                data.Input.Span.Slice((plane - half) * pixels, pixels).CopyTo(inputs);
                Scale(inputs, _ => Near(random));
                Span<float> of = data.Weight.Span.Slice(channel * weights, weights);
                data.Weight.Span.Slice((channel - half) * weights, weights).CopyTo(of);
                Scale(of, _ => -1);
            }
        }
    }

    // A group of one channel has no other to take its sum away: neighbours do, under weights that are all alike.
    private static void CancelNeighbours(LayerData data, Random random)
    {
        int taps = LayerCase.Elements(data.Layer.K), row = data.Layer.In[^1];
        for (int first = 0; first < data.Weight.Length; first += taps)
        {
            data.Weight.Span.Slice(first, taps).Fill(data.Weight.Span[first]);
        }

        for (int first = 0; first < data.Input.Length; first += row)
        {
            Span<float> inputs = data.Input.Span.Slice(first, row);
            inputs.Fill(inputs[0]);
            Scale(inputs, column => column % 2 == 0 ? Near(random) : -Near(random));
        }
    }

    private static void FillSpread(Span<float> numbers, Random random)
    {
        foreach (ref float number in numbers)
        {
            number = MathF.ScaleB(1 + random.NextSingle(), random.Next(-Spread, Spread + 1));
        }
    }

    private static float Near(Random random) => 1 + (Remainder * ((2 * random.NextSingle()) - 1));

    private static void Scale(Span<float> numbers, Func<int, float> factor)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] *= factor(i);
        }
    }

    private static void EachInput(LayerData data, Func<int, int[], float, float> change)
    {
        LayerCase layer = data.Layer;
        int pixels = LayerCase.Elements(layer.In);
        int[][] positions = [.. Enumerable.Range(0, pixels).Select(pixel => LayerCase.Index(pixel, layer.In))];
        for (int i = 0; i < data.Input.Length; i++)
        {
            data.Input.Span[i] = change(i / pixels % layer.Cin, positions[i % pixels], data.Input.Span[i]);
        }
    }
}
