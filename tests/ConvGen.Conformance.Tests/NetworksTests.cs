using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Published networks and a trained one, from their model files to their outputs.</summary>
public class NetworksTests
{
    private const int MostLetters = 300_000;
    private const double MostOfLeastArena = 1.15;

    public static TheoryData<string> Names => NetworkCase.Names;

    [Fact]
    public void Networks_are_there() => Assert.Equal(10, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_are_those_of_the_oracle(string name) => AssertRight(NetworkCase.Of(name), OutputDifference.LegalPart);

    [Theory]
    [MemberData(nameof(Names))]
    public void Direct_outputs_are_nearer(string name) =>
        AssertRight(NetworkCase.OfDirect(name), OutputDifference.LegalPartOfDirect);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_threads_compute_the_same_bits(string name)
    {
        NetworkCase network = NetworkCase.Of(name);

        Assert.Equal(Bits(network.Network.Run(network.Inputs)), Bits(network.Network.Run(network.Inputs, threads: 2)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Warm_runs_allocate_nothing(string name)
    {
        NetworkCase network = NetworkCase.Of(name);
        Array[] outputs = network.Network.NewOutputs();

        (long thread, _) = AllocationMeter.LeastBytes(() => network.Network.Run(network.Inputs, outputs, threads: 1));

        Assert.Equal(0, thread);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_and_memory_are_small(string name)
    {
        CompiledNetwork network = NetworkCase.Of(name).Network;

        Assert.InRange(network.Source.Length, 1, MostLetters);
        Assert.InRange(network.ArenaLength, network.LeastArenaLength, network.LeastArenaLength * MostOfLeastArena);
    }

    private static void AssertRight(NetworkCase network, double tolerance)
    {
        Array[] outputs = network.Network.Run(network.Inputs);

        Assert.All(
            outputs.Zip(network.Expected),
            pair => Assert.InRange(OutputDifference.Of((float[])pair.First, pair.Second).Part, 0, tolerance));
    }

    private static int[] Bits(Array[] outputs) => [.. outputs.SelectMany(static output => (float[])output).Select(BitConverter.SingleToInt32Bits)];
}
