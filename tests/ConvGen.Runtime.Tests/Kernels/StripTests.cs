using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

public class StripTests
{
    private const float Untouched = -0.5f;

    public static TheoryData<string> LayerNames => Boxes.LayerNames;

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Write_takes_every_sum_and_its_bias_to_its_output_and_the_bias_to_the_others(string layer)
    {
        foreach (Boxes boxes in Boxes.Of(layer))
        {
            (Extent size, int channels) = (boxes.Shape.Output, boxes.Form.Channels);
            float[] bias = [.. Enumerable.Range(1, channels).Select(channel => -100f * channel)];
            float[] sums = [.. Enumerable.Repeat(float.NaN, (int)boxes.StripCapacity)];
            var output = new float[channels * size.Volume];
            var expected = new float[output.Length];
            output.AsSpan().Fill(Untouched);
            expected.AsSpan().Fill(Untouched);
            foreach ((_, Strip strip) in boxes.All())
            {
                strip.Clear(sums);
                foreach ((int z, int y, int x) in Boxes.Outputs(strip))
                {
                    int? place = boxes.Place(strip, z, y, x);
                    for (int channel = 0; channel < channels; channel++)
                    {
                        int target = (((((channel * size.Depth) + z) * size.Height) + y) * size.Width) + x;
                        expected[target] = place is null ? bias[channel] : target + bias[channel];
                        if (place is not null)
                        {
                            sums[place.Value + (channel * strip.ChannelStep)] = target;
                        }
                    }
                }

                strip.Write(sums, bias, output, channels, size);
                Assert.True(expected.AsSpan().SequenceEqual(output), boxes.ToString());
            }

            Assert.DoesNotContain(Untouched, output);
        }
    }

    [Fact]
    public void Write_leaves_out_channels_beyond_the_last()
    {
        foreach (Boxes boxes in Boxes.Of("plane").Where(boxes => boxes.Form.Channels > 1))
        {
            int plane = (int)boxes.Shape.Output.Volume;
            var output = new float[boxes.Form.Channels * plane];
            output.AsSpan().Fill(Untouched);

            boxes.All().Single().Strip.Write(
                new float[boxes.StripCapacity], new float[boxes.Form.Channels], output, boxes.Form.Channels - 1, boxes.Shape.Output);

            Assert.Equal(output.Length - plane, output.AsSpan().IndexOf(Untouched));
            Assert.Equal(-1, output.AsSpan(output.Length - plane).IndexOfAnyExcept(Untouched));
        }
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Places_are_apart(string layer)
    {
        foreach (Boxes boxes in Boxes.Of(layer))
        {
            foreach ((_, Strip strip) in boxes.All())
            {
                int[] places = [.. Boxes.Outputs(strip).Select(output => boxes.Place(strip, output.Z, output.Y, output.X)).OfType<int>()];

                Assert.True(places.Distinct().Count() == places.Length, boxes.ToString());
            }
        }
    }
}
