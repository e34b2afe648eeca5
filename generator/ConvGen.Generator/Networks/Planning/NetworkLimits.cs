using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Networks.Planning;

/// <summary>
/// How large a network may be, so that a build ends soon and its file stays one of a few megabytes, whatever the model says. Networks that were published
/// stay far below.
/// </summary>
internal static class NetworkLimits
{
    /// <summary>Axes of an input or output, and of what is moved: as many as views have in the runtime.</summary>
    public const int Axes = 8;

    private const int Nodes = 20_000;
    private const int Edges = 80_000;
    private const int Steps = 4_000;

    // Each output is told apart from all others.
    private const int Ends = 128;

    // Of the names of all weights, which are loaded by them.
    private const int NameLetters = 500_000;

    // Indices, shapes, constants.
    private const int Numbers = 200_000;

    // Of all kinds of kernels; each takes as much text as so many taps besides.
    private const int Taps = 16_000;
    private const int TapsOfKind = 160;

    /// <summary>Refuses more nodes than passes take.</summary>
    /// <exception cref="NetworkException">There are more.</exception>
    public static void CheckNodes(NetworkGraph graph)
    {
        Check(graph.Nodes.Count, Nodes, "nodes");
        Check(graph.Nodes.Sum(static node => node.Inputs.Count + node.Outputs.Count), Edges, "inputs and outputs of nodes");
        Check(graph.Inputs.Count + graph.Outputs.Count, Ends, "inputs and outputs");
        foreach (GraphValue end in graph.Inputs)
        {
            CheckEnd(end);
        }
    }

    /// <summary>Refuses an input or output that no view has.</summary>
    /// <exception cref="NetworkException">It has too many axes or elements.</exception>
    public static void CheckEnd(GraphValue end)
    {
        if (end.Shape.Length > Axes || end.Count == int.MaxValue)
        {
            throw new NetworkException($"{end.Name} has the shape {Shapes.Text(end.Shape)}; inputs and outputs have at most eight axes and fewer than 2^31 - 1 elements");
        }
    }

    /// <summary>Refuses more text than a file should have.</summary>
    /// <exception cref="NetworkException">There is more.</exception>
    public static void CheckSteps(NetworkGraph graph, NetworkStep[] steps)
    {
        Check(steps.Length, Steps, "steps");
        Check(graph.Weights.Sum(static weight => (long)weight.Name.Length), NameLetters, "letters in the names of its weights");
        OperatorCall[] calls = [.. steps.OfType<CallStep>().Select(static step => step.Call)];
        long lists = calls.SelectMany(static call => call.Arguments).Sum(static argument => argument is Array list ? (long)list.Length : 0);
        long constants = steps.SelectMany(static step => step.Node.Inputs).Distinct().Sum(static value => (long)(value?.Known?.Count ?? 0));
        Check(lists + constants, Numbers, "numbers in shapes, indices and constants");
        long taps = steps.OfType<LayerStep>().Select(static step => step.Layer.Spec)
            .Select(static spec => (spec.IsOrdinary, spec.Kernel, spec.Stride, spec.Padding, spec.PaddingEnd, spec.OutputPadding, spec.Dilation))
            .Distinct()
            .Sum(static kind => TapsOfKind + Math.Min(UnrollBudget.Taps, kind.Kernel.Aggregate(1L, static (taps, length) => Math.Min(taps * length, int.MaxValue))));
        Check(taps, Taps, "kinds of convolutions with many taps");
    }

    private static void Check(long count, long most, string what)
    {
        if (count > most)
        {
            throw new NetworkException(FormattableString.Invariant($"The network has too many {what}: {count} of at most {most}"));
        }
    }
}
