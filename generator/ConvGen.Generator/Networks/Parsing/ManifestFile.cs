using ConvGen.WeightFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Networks.Parsing;

/// <summary>A manifest that the build made of a model.</summary>
/// <param name="Model">The model's file name.</param>
/// <param name="Text">The manifest.</param>
internal sealed record ManifestFile(string Model, SourceText Text)
{
    private const string Extension = ".convgen";

    /// <summary>Whether a file beside the project's code is one.</summary>
    public static bool Is(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Reads a file; null where it is not there yet.</summary>
    public static ManifestFile? Read(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } text ? new ManifestFile(Path.GetFileNameWithoutExtension(file.Path), text) : null;

    /// <summary>What the project has instead of a model that it does not name.</summary>
    public static string Nearest(string file, IEnumerable<string> models)
    {
        string[] nearest = NearestNames.Of(file, models.OrderBy(static model => model, StringComparer.Ordinal));
        return nearest.Length == 0
            ? $"add <ConvGenModel Include=\"{file}\" /> to the project file"
            : "it has " + string.Join(", ", nearest.Select(static model => $"'{model}'"));
    }

    /// <inheritdoc/>
    public bool Equals(ManifestFile? other) =>
        other is not null && Model == other.Model && (ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Model);
}
