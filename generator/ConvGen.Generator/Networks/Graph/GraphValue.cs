namespace ConvGen.Generator.Networks.Graph;

/// <summary>A value of a network: an input, a weight, or what a node makes.</summary>
/// <param name="name">Its name in the model.</param>
internal sealed class GraphValue(string name)
{
    public string Name { get; } = name;

    public ElementKind Element { get; set; }

    /// <summary>The lengths of its axes, once they are known; none of a scalar.</summary>
    public int[] Shape { get; set; } = [];

    /// <summary>Its elements, where they are known when code is generated.</summary>
    public KnownTensor? Known { get; set; }

    /// <summary>It lies in the weights file, under its name.</summary>
    public bool IsWeight { get; set; }

    /// <summary>It is the same whatever the inputs are: a weight, known, or made of such values.</summary>
    public bool IsConstant { get; set; }

    /// <summary>What makes it; null of inputs and weights.</summary>
    public GraphNode? Producer { get; set; }

    /// <summary>The nodes that take it, once for each time that they do.</summary>
    public List<GraphNode> Consumers { get; } = [];

    public int Count => Shapes.Count(Shape);

    /// <summary>Known whole numbers as real ones: exponents, for one, are of any type.</summary>
    public GraphValue AsReal() => new(Name)
    {
        Shape = Shape,
        IsConstant = true,
        Known = new KnownTensor(Shape, null, [.. Known!.Integers!.Select(static number => (float)number)]),
    };

    public override string ToString() => Name + " " + Shapes.Text(Shape);
}
