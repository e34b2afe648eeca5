using ConvGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator;

/// <summary>Prints the register tiles into the runtime, at its own build: a project of users never asks for them.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class RegisterTileGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isWanted = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.ConvGenPrintsTiles", out string? value) && value == "true");
        context.RegisterSourceOutput(isWanted, static (output, isWanted) =>
        {
            if (isWanted)
            {
                foreach (TileShape shape in TileShape.All)
                {
                    output.AddSource(shape.Name + ".g.cs", TileWriter.Write(shape));
                }

                output.AddSource("TileDispatch.g.cs", TileDispatchWriter.Write());
            }
        });
    }
}
