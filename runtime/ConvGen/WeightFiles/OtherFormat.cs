namespace ConvGen.WeightFiles;

/// <summary>Tells files that hold weights, but not in the format that was asked for.</summary>
internal static class OtherFormat
{
    private const int LocalHeader = 30;
    private const int NameLength = 26;

    private const string Pickle =
        "it is a pickle of PyTorch's; save it in Python by safetensors.torch.save_file(model.state_dict(), \"model.safetensors\") and open that";

    /// <summary>What a file that is no safetensors file is, and what to do; null where its beginning says nothing.</summary>
    public static string? InsteadOfSafeTensors(FileBytes file) => OfPyTorch(file)
        ?? (IsArchive(file) ? "it is a zip archive; NumpyFile.Open opens .npz" : null)
        ?? (Start(file).StartsWith(NpyHeader.Magic) ? "it is an array of NumPy's; NumpyFile.Open opens it" : null);

    /// <summary>The same of one that is neither array nor archive of them.</summary>
    public static string? InsteadOfNumpy(FileBytes file) => OfPyTorch(file)
        ?? (Start(file) is [_, _, _, _, _, _, _, _, (byte)'{', ..] ? "it looks like a safetensors file; SafeTensors.Open opens those" : null);

    /// <summary>A pickle begins with its protocol; in PyTorch's zip archives it is the first entry.</summary>
    public static string? OfPyTorch(FileBytes file)
    {
        ReadOnlySpan<byte> start = Start(file);
        bool isPickle = start is [0x80, <= 5, ..];
        if (IsArchive(file) && start.Length > LocalHeader)
        {
            int length = Math.Min(start[NameLength] | (start[NameLength + 1] << 8), start.Length - LocalHeader);
            isPickle = start.Slice(LocalHeader, length).EndsWith("data.pkl"u8);
        }

        return isPickle ? Pickle : null;
    }

    /// <summary>A zip archive.</summary>
    public static bool IsArchive(FileBytes file) => Start(file).StartsWith("PK"u8);

    private static ReadOnlySpan<byte> Start(FileBytes file) => file.Span<byte>(0, (int)Math.Min(file.Length, 512));
}
