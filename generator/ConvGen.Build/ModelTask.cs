using Microsoft.Build.Framework;

namespace ConvGen.Build;

/// <summary>Turns ONNX models into manifests, which the generator reads, and weights.</summary>
public sealed class ModelTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The model files. Metadata <c>Name</c> is what the generated files are called, <c>Weights</c> either <c>Resource</c> or <c>File</c>.</summary>
    [Required]
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>The folder of the files that are written: <c>Name.convgen</c> and <c>Name.safetensors</c>.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>A file that is written when all models are converted. It lists the other files that they lie in.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>The page that explains errors.</summary>
    public string HelpLink { get; set; } = "";

    /// <summary>Whether an editor asks: errors are messages then, and the task succeeds.</summary>
    public bool DesignTime { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var external = new SortedSet<string>(StringComparer.Ordinal);
        bool isComplete = true;
        foreach (ITaskItem model in Models)
        {
            isComplete &= Try(model.GetMetadata("FullPath"), () => Convert(model, names, external));
        }

        return (isComplete && Try(Stamp, () => ModelFiles.WriteStamp(Stamp, external))) || DesignTime;
    }

    private void Convert(ITaskItem model, Dictionary<string, string> names, SortedSet<string> external)
    {
        string name = Name(model);
        if (names.TryGetValue(name, out string? other))
        {
            throw ModelException.NameClash(
                $"This model and {other} both have the name {ModelException.Quote(name)}: give one of them another by Name=\"...\" in its ConvGenModel item");
        }

        names.Add(name, model.ItemSpec);
        if (model.GetMetadata("Weights") is not ("" or "Resource" or "File"))
        {
            throw ModelException.Metadata($"Weights is {ModelException.Quote(model.GetMetadata("Weights"))}; legal are Resource and File");
        }

        ModelConversion conversion = ModelConversion.Read(model.GetMetadata("FullPath"), name);
        conversion.Save(Path.Combine(Path.GetFullPath(Folder), name + ".convgen"), Path.Combine(Path.GetFullPath(Folder), name + ".safetensors"));
        external.UnionWith(conversion.ExternalPaths);
    }

    private static string Name(ITaskItem model)
    {
        string name = model.GetMetadata("Name") is { Length: > 0 } given ? given : Path.GetFileName(model.ItemSpec);
        // A file name on every system: outputs must not leave their folder.
        return name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0 && !name.Any(char.IsControl) && name.Trim('.', ' ') == name && !IsDevice(name)
            ? name
            : throw ModelException.Metadata($"Name is {ModelException.Quote(name)}; legal are names of files");
    }

    // What Windows keeps for devices, whatever follows a dot.
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL"
            || (stem.Length == 4 && char.IsDigit(stem[3]) && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)));
    }

    // An error at the file is all that a build shows of a model that is not converted.
    private bool Try(string path, Action conversion)
    {
        try
        {
            conversion();
            return true;
        }
        catch (ModelException refusal) when (DesignTime)
        {
            Log.LogMessage(null, refusal.Code, null, path, 0, 0, 0, 0, MessageImportance.High, refusal.Message);
        }
        catch (ModelException refusal)
        {
            Log.LogError(null, refusal.Code, null, HelpLink, path, 0, 0, 0, 0, refusal.Message);
        }

        return false;
    }
}
