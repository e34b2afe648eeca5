using PublicApiGenerator;

namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>What the runtime promises: its public members, those that emitted code names among them.</summary>
public class PublicApiTests
{
    [Fact]
    public void Is_as_approved()
    {
        string api = typeof(PackedWeights).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        Snapshot.Verify(api.ReplaceLineEndings("\n"), "Runtime");
    }
}
