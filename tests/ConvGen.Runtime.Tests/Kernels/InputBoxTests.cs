using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

public class InputBoxTests
{
    private const int MostChannels = 5;

    public static TheoryData<string> LayerNames => Boxes.LayerNames;

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Copy_takes_every_input_of_the_box_to_its_offset(string layer)
    {
        // What is copied does not depend on the tile, but boxes do.
        foreach (Boxes boxes in Boxes.Of(layer).DistinctBy(boxes => (boxes.Size, boxes.Pitch > 0)))
        {
            int channels = Math.Min(MostChannels, boxes.Packing.InPerGroup);
            float[] source = [.. Enumerable.Range(0, (int)(channels * boxes.Shape.Input.Volume)).Select(i => (float)i)];
            var copy = new float[boxes.InputCapacity];
            foreach ((InputBox box, _) in boxes.All())
            {
                copy.AsSpan().Fill(-1);
                box.Copy(source, channels, copy);

                foreach ((int place, int element) in Elements(box, channels))
                {
                    Assert.Equal(source[element], copy[place]);
                }

                Assert.Equal(channels * box.Depth.Inputs * box.Height.Inputs * box.Width.Inputs, copy.Count(value => value >= 0));
            }
        }
    }

    [Fact]
    public void Channels_begin_an_odd_number_of_cache_lines_apart()
    {
        for (int width = 1; width < 100; width++)
        {
            var window = new AxisWindow(0, width, 0, width);
            var line = new AxisWindow(0, 1, 0, 1);

            int step = new InputBox(line, line, window, new Extent(1, 1, width)).ChannelStep;

            Assert.True(step >= width && step % 32 == 16, $"{width} inputs, {step} apart");
        }
    }

    private static IEnumerable<(int Place, int Element)> Elements(InputBox box, int channels) =>
        from channel in Enumerable.Range(0, channels)
        from z in Enumerable.Range(box.Depth.InStart, box.Depth.Inputs)
        from y in Enumerable.Range(box.Height.InStart, box.Height.Inputs)
        from x in Enumerable.Range(box.Width.InStart, box.Width.Inputs)
        select (
            (channel * box.ChannelStep) + box.Offset(z, y, x),
            (((((channel * box.Size.Depth) + z) * box.Size.Height) + y) * box.Size.Width) + x);
}
