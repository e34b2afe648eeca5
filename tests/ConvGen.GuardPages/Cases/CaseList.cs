using ConvGen.Testing;

namespace ConvGen.GuardPages.Cases;

/// <summary>What a run goes through; the same list in every process that is started with the same arguments.</summary>
internal static class CaseList
{
    private static readonly Algorithm[] s_forms =
        [Algorithm.Auto, Algorithm.DirectChannels, Algorithm.DirectPixels, Algorithm.Winograd2, Algorithm.Winograd3, Algorithm.Winograd4, Algorithm.Strassen];

    /// <summary>The cases of a folder, in every form.</summary>
    public static IEnumerable<GuardCase> Golden(string folder) =>
        from layer in LayerCaseFile.Read(Path.Combine(folder, "cases.csv"))
        from form in s_forms
        select new GuardCase(new LayerRequest(layer, form), () => LayerArguments.Load(folder, layer));

    /// <summary>The layers of a table: all cut down, in every form, and those of up to so many products as they are.</summary>
    public static IEnumerable<GuardCase> Zoo(string table, double mostProducts)
    {
        IReadOnlyList<LayerCase> layers = LayerCaseFile.Read(table);
        return Drawn(layers.SelectMany(SmallLayers.Of), s_forms)
            .Concat(Drawn(layers.Where(layer => layer.Products <= mostProducts), [Algorithm.Auto, Algorithm.Direct]));
    }

    /// <summary>Random layers in every form.</summary>
    public static IEnumerable<GuardCase> Random(int count) => Drawn(Enumerable.Range(0, count).Select(RandomLayers.Draw), s_forms);

    private static IEnumerable<GuardCase> Drawn(IEnumerable<LayerCase> layers, Algorithm[] forms) =>
        from layer in layers
        from form in forms
        select new GuardCase(new LayerRequest(layer, form), () => LayerArguments.Draw(layer));
}
