using System.Globalization;

namespace ConvGen.Generator.Model;

/// <summary>
/// Names of emitted files. They may not differ by case alone, names of types may: the hash of the exact name tells them apart.
/// </summary>
internal static class FileNames
{
    private const int Longest = 120;

    public static string Of(HostSpec host)
    {
        string name = string.Join(".", host.Types.Select(MetadataName));
        if (host.Namespace.Length > 0)
        {
            name = host.Namespace + "." + name;
        }

        // A class and a struct of one name are wrong, but stand side by side while somebody types.
        uint hash = 2166136261;
        foreach (char c in name + " " + host.Host.Keyword)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string readable = new([.. name.Select(static c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '_') ? c : '_')]);
        readable = readable.Length > Longest ? readable.Substring(readable.Length - Longest) : readable;
        return readable + "-" + hash.ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }

    private static string MetadataName(TypeHeader type)
    {
        int arity = type.TypeParameters.Length == 0 ? 0 : type.TypeParameters.Split(',').Length;
        return arity == 0 ? type.Name : type.Name + "`" + arity.ToString(CultureInfo.InvariantCulture);
    }
}
