namespace ConvGen.Fuzz;

/// <summary>What a layer is drawn for: some forms take few layers of the whole space.</summary>
internal enum LayerKind
{
    /// <summary>Anything legal.</summary>
    Any,

    /// <summary>Winograd forms: phases of up to three taps, many channels.</summary>
    Transforms,

    /// <summary>Interleaved phases: a stride that they divide, few output channels, wide rows.</summary>
    Rows,

    /// <summary>Weights tap by tap: images so small that most outputs miss some tap, many channels.</summary>
    SmallImages,
}
