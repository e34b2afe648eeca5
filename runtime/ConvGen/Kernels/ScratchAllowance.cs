namespace ConvGen.Kernels;

/// <summary>What the scratch memory of a call should not exceed, and the one rule by which boxes shrink to it.</summary>
internal static class ScratchAllowance
{
    /// <summary>The output's size and a megabyte, or what there is at the most.</summary>
    public static long Of(in LayerShape shape) =>
        Math.Min((shape.Batch * (long)shape.OutChannels * shape.Output.Volume * sizeof(Element)) + (1 << 20), Scratch.MostBytes);

    /// <summary>The sizes of the largest boxes, down to <paramref name="least"/>, that keep to the allowance.</summary>
    public static TSizes Fit<TForm, TSizes>(TForm form, in LayerShape shape, long least)
        where TSizes : struct, IBoxSizes<TForm, TSizes>
    {
        long allowance = Of(shape);
        var sizes = TSizes.Of(form, shape, long.MaxValue);
        for (long most = sizes.Box.Volume * 3 / 4; most >= least && sizes.Bytes > allowance; most = most * 3 / 4)
        {
            sizes = TSizes.Of(form, shape, most);
        }

        return sizes;
    }
}

/// <summary>What a form takes of scratch memory.</summary>
internal interface IScratchSizes
{
    /// <summary>Scratch memory that a thread takes.</summary>
    long Bytes { get; }
}

/// <summary>What a form takes of it for boxes of one size.</summary>
/// <typeparam name="TForm">The form, or its packing.</typeparam>
/// <typeparam name="TSelf">These sizes.</typeparam>
internal interface IBoxSizes<TForm, TSelf> : IScratchSizes
{
    /// <summary>The box, in what the form counts boxes in.</summary>
    Extent Box { get; }

    /// <summary>The sizes for boxes of up to a volume.</summary>
    static abstract TSelf Of(TForm form, in LayerShape shape, long most);
}
