using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;

namespace ConvGen.Generator.Networks.Planning;

/// <summary>Where a value lies: within another one, its root, which is a constant, an input, an output, or a buffer of the arena.</summary>
/// <param name="Root">The value whose memory it is.</param>
/// <param name="Offset">Its first element there.</param>
internal readonly record struct Place(GraphValue Root, int Offset);

/// <summary>
/// Where every value lies. Other shapes of the same elements lie where those do, parts of a split within it, pieces of a concatenation where they will
/// be joined, and what the network gives away in the caller's memory: so that nothing is copied that need not be.
/// </summary>
internal sealed class Storage
{
    private readonly Dictionary<GraphValue, Place> _places = [];

    private Storage()
    {
    }

    /// <summary>Finds a place for every value.</summary>
    public static Storage Of(NetworkGraph graph)
    {
        var storage = new Storage();
        foreach (GraphValue output in graph.Outputs)
        {
            storage._places[output] = new Place(output, 0);
        }

        for (int i = graph.Nodes.Count - 1; i >= 0; i--)
        {
            storage.PlaceInputs(graph, graph.Nodes[i]);
        }

        foreach (GraphNode node in graph.Nodes)
        {
            storage.PlaceOutputs(node);
        }

        return storage;
    }

    /// <summary>Where a value lies.</summary>
    public Place Find(GraphValue value) => _places.TryGetValue(value, out Place place) ? place : new Place(value, 0);

    /// <summary>Whether a value lies at an element of another.</summary>
    public bool LiesIn(GraphValue value, GraphValue whole, int offset)
    {
        (Place place, Place around) = (Find(value), Find(whole));
        return place.Root == around.Root && place.Offset == around.Offset + offset;
    }

    /// <summary>
    /// The first element of each piece in the whole, of a concatenation or a split along the first axis that is longer than 1; null along another, where
    /// pieces do not lie in one.
    /// </summary>
    public static int[]? Offsets(GraphNode node)
    {
        bool isConcat = node.Op == "Concat";
        GraphValue whole = isConcat ? node.Output : node.Input(0);
        int axis = isConcat ? MovementOperators.Axis(node) : MovementOperators.Parts(node).Axis;
        if (Shapes.Count(whole.Shape.Take(axis)) != 1)
        {
            return null;
        }

        int end = 0;
        return [.. Pieces(node).Select(piece => (end += piece.Count) - piece.Count)];
    }

    private static IEnumerable<GraphValue> Pieces(GraphNode node) => node.Op == "Concat" ? node.Inputs.Select(static piece => piece!) : node.Outputs;

    // From the end: where a value is wanted, it is made.
    private void PlaceInputs(NetworkGraph graph, GraphNode node)
    {
        if (ViewOperators.Has(node) && _places.ContainsKey(node.Output))
        {
            MakeIn(graph, node.Input(0), Find(node.Output));
        }
        else if (node.Op == "Concat")
        {
            PlacePieces(node, Find(node.Output), (piece, place) => MakeIn(graph, piece, place));
        }
    }

    private static void PlacePieces(GraphNode node, Place whole, Action<GraphValue, Place> lie)
    {
        if (Offsets(node) is { } offsets)
        {
            foreach ((GraphValue piece, int offset) in Pieces(node).Zip(offsets, static (piece, offset) => (piece, offset)))
            {
                lie(piece, whole with { Offset = whole.Offset + offset });
            }
        }
    }

    private void MakeIn(NetworkGraph graph, GraphValue value, Place place)
    {
        if (!value.IsConstant && !graph.Inputs.Contains(value) && !_places.ContainsKey(value))
        {
            _places[value] = place;
        }
    }

    private void PlaceOutputs(GraphNode node)
    {
        if (ViewOperators.Has(node))
        {
            LieIn(node.Output, Find(node.Input(0)));
        }
        else if (node.Op == "Split")
        {
            PlacePieces(node, Find(node.Input(0)), LieIn);
        }
    }

    private void LieIn(GraphValue value, Place place)
    {
        if (!_places.ContainsKey(value))
        {
            _places[value] = place;
        }
    }
}
