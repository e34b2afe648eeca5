using ConvGen.Package.Tests;

// For tests/arm64/run: the sources of the program that it publishes go into a folder.
foreach ((string name, string text) in GoldenProgram.Sources)
{
    File.WriteAllText(Path.Combine(args[0], name), text);
}
