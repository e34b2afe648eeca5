using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Emission;

public class GeneratedMembersTests
{
    [Theory]
    [InlineData("k: 4, s: 2")]
    [InlineData("k: [3]")]
    [InlineData("k: [3, 3, 3], InChannels = 8")]
    [InlineData("k: 3, InChannels = 8, OutChannels = 4, InputSize = [5, 6]")]
    public void Emitted_members_are_those_that_clashes_are_looked_for(string arguments)
    {
        GeneratedCode code = GeneratorHost.Run(
            $"[ConvGen.ConvTranspose({arguments})] public static partial class Up;", references: TensorReference.Value);
        INamedTypeSymbol host = code.Compilation.GetTypeByMetadataName("Up")!;
        LayerSpec spec = HostParser.Parse(host, HostParser.Attributes(host), [], CancellationToken.None)!.Layers[0];

        Assert.Equal(
            Ordered(GeneratedMembers.Constants(spec)),
            Ordered(host.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name)));
        Assert.Equal(
            Ordered(GeneratedMembers.Methods(spec).Select(method => Signature(method.Name, method.Parameters))),
            Ordered(host.GetMembers().OfType<IMethodSymbol>().Select(
                method => Signature(method.Name, method.Parameters.Select(AddedMembers.Parameter)))));
    }

    private static string Signature(string name, IEnumerable<string> parameters) => $"{name}({string.Join(", ", parameters)})";

    private static IEnumerable<string> Ordered(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}
