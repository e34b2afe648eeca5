using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ConvGen.Package.Tests;

/// <summary>What lies in the package.</summary>
[Collection(Workplace.Name)]
public class ContentTests(Workplace workplace)
{
    [Fact]
    public void Package_holds_what_it_should_and_nothing_else()
    {
        using ZipArchive package = ZipFile.OpenRead(workplace.Package);

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/ConvGen.CodeFixes.dll",
                "analyzers/dotnet/cs/ConvGen.Generator.dll",
                "buildTransitive/net8.0/ConvGen.targets",
                "icon.png",
                "lib/net10.0/ConvGen.dll",
                "lib/net10.0/ConvGen.xml",
                "lib/net8.0/ConvGen.dll",
                "lib/net8.0/ConvGen.xml",
                "tools/netstandard2.0/ConvGen.Build.dll",
            ],
            package.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Symbols_match_the_libraries()
    {
        using ZipArchive package = ZipFile.OpenRead(workplace.Package);
        using ZipArchive symbols = ZipFile.OpenRead(workplace.Symbols);
        foreach (string library in (string[])["lib/net8.0/ConvGen", "lib/net10.0/ConvGen"])
        {
            using var image = new PEReader(new MemoryStream(Bytes(package, library + ".dll")));
            using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(symbols, library + ".pdb")));
            CodeViewDebugDirectoryData data = image.ReadCodeViewDebugDirectoryData(
                image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));

            Assert.Equal(data.Guid, new BlobContentId(pdb.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
            Assert.All(pdb.GetMetadataReader().Documents, handle =>
            {
                MetadataReader reader = pdb.GetMetadataReader();
                Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(handle).Name), StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Metadata_is_complete()
    {
        using ZipArchive package = ZipFile.OpenRead(workplace.Package);
        XElement metadata = Metadata(package);
        string Value(string name) => Element(metadata, name).Value;

        Assert.Equal("ConvGen", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.NotEmpty(Value("description"));
        Assert.NotEmpty(Value("tags"));
        Assert.Equal(SourceUrl(metadata) + "CHANGELOG.md", Value("releaseNotes"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Package_shows_the_sample_of_the_repository_and_links_that_work_anywhere()
    {
        using ZipArchive package = ZipFile.OpenRead(workplace.Package);
        string readme = System.Text.Encoding.UTF8.GetString(Bytes(package, "README.md"));

        Assert.Equal(Readme.FirstSample, Readme.PackageSample);
        Assert.Contains(Readme.FirstSample, readme, StringComparison.Ordinal);
        Assert.All(readme.Split("](")[1..], link => Assert.StartsWith(SourceUrl(Metadata(package)), link, StringComparison.Ordinal));
    }

    [Fact]
    public void Messages_of_the_build_link_to_where_the_package_says_it_comes_from()
    {
        using ZipArchive package = ZipFile.OpenRead(workplace.Package);
        string targets = System.Text.Encoding.UTF8.GetString(Bytes(package, "buildTransitive/net8.0/ConvGen.targets"));

        Assert.Contains($"<_ConvGenHelp>{SourceUrl(Metadata(package))}docs/diagnostics</_ConvGenHelp>", targets, StringComparison.Ordinal);
        Assert.Contains("@(PackageReference)", targets, StringComparison.Ordinal);
    }

    private static bool IsContent(string name) => !name.StartsWith("_rels/", StringComparison.Ordinal)
        && !name.StartsWith("package/", StringComparison.Ordinal) && name is not ("[Content_Types].xml" or "ConvGen.nuspec");

    private static XElement Metadata(ZipArchive package) =>
        XDocument.Load(new MemoryStream(Bytes(package, "ConvGen.nuspec"))).Root!.Elements().Single();

    private static XElement Element(XElement metadata, string name) =>
        metadata.Elements().Single(element => element.Name.LocalName == name);

    // What all links begin with.
    private static string SourceUrl(XElement metadata) => Element(metadata, "repository").Attribute("url")!.Value + "/blob/main/";

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
