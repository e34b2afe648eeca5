using ConvGen.Kernels;
using ConvGen.Packing;
using ConvGen.Testing;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

/// <summary>The boxes that a layer's output is computed in, one after the other.</summary>
internal sealed class Boxes
{
    public Boxes(LayerCase layer, RegisterTile form)
    {
        (Layer, Form, Plan, Shape) = (layer, form, KernelLayers.Plan(layer), KernelLayers.Shape(layer));
        Packing = new PhasePacking(Plan, form, layer.Cin / layer.G, layer.Cout / layer.G);
        Size = BoxSize.Choose(Plan, Packing, Shape, long.MaxValue);
        Pitch = form.LanesAreChannels ? InputBox.PitchOf(Packing.InPerGroup) : 0;
        InputCapacity = InputBox.Capacity(Plan, Size, Shape.Input, Packing.InPerGroup, Pitch);
        StripCapacity = Strip.Capacity(Plan, form, Size);
    }

    public LayerCase Layer { get; }

    public RegisterTile Form { get; }

    public LayerPhases Plan { get; }

    public LayerShape Shape { get; }

    public PhasePacking Packing { get; }

    /// <summary>The size of all boxes but the last of an axis.</summary>
    public Extent Size { get; }

    /// <summary>From a pixel of the box to the next, where its channels lie next to each other.</summary>
    public int Pitch { get; }

    public long InputCapacity { get; }

    public long StripCapacity { get; }

    public static TheoryData<string> LayerNames => [.. KernelLayers.All.Select(layer => layer.Name)];

    /// <summary>The boxes of a layer for every tile.</summary>
    public static IEnumerable<Boxes> Of(string layer) => RegisterTiles.All.Select(form => new Boxes(KernelLayers.Named(layer), form));

    public IEnumerable<(InputBox Input, Strip Strip)> All() =>
        from depth in Windows(Plan.Depth, Shape.Input.Depth, Shape.Output.Depth, Size.Depth)
        from height in Windows(Plan.Height, Shape.Input.Height, Shape.Output.Height, Size.Height)
        from width in Windows(Plan.Width, Shape.Input.Width, Shape.Output.Width, Size.Width)
        select (new InputBox(depth, height, width, Shape.Input, Pitch), new Strip(Plan, Form, depth, height, width));

    /// <summary>The outputs of a box.</summary>
    public static IEnumerable<(int Z, int Y, int X)> Outputs(Strip strip) =>
        from z in Enumerable.Range(strip.Depth.OutStart, strip.Depth.Outputs)
        from y in Enumerable.Range(strip.Height.OutStart, strip.Height.Outputs)
        from x in Enumerable.Range(strip.Width.OutStart, strip.Width.Outputs)
        select (z, y, x);

    /// <summary>The place of an output in the strip of its box; none if it belongs to no phase.</summary>
    public int? Place(Strip strip, int z, int y, int x)
    {
        int column = Phase(Plan.Width, x);
        bool bare = Phase(Plan.Depth, z) < 0 || Phase(Plan.Height, y) < 0 || column < 0;
        return bare ? null : strip.Place(z, y, column, x / Plan.Width.Axis.Stride);
    }

    /// <summary>The phase of an output along an axis; -1 if no tap could reach it.</summary>
    public static int Phase(AxisPhases axis, int output) => Array.FindIndex(axis.Phases, phase => phase.Offset == output % axis.Axis.Stride);

    public override string ToString() => $"{Form}, {Size}, {Layer}";

    private static IEnumerable<AxisWindow> Windows(AxisPhases axis, int input, int output, int box)
    {
        for (int start = 0; start < output; start += box)
        {
            yield return axis.Window(start, Math.Min(start + box, output), input);
        }
    }
}
