namespace ConvGen.WeightFiles;

/// <summary>PyTorch's <c>weight_norm</c> with <c>dim=0</c>: <c>w = g * v / ||v||</c>, a norm per index of the first axis.</summary>
internal static class WeightNorm
{
    public static WeightTensor Fold(string name, WeightTensor magnitude, WeightTensor direction, string title)
    {
        ReadOnlySpan<Element> g = magnitude.AsSpan();
        ReadOnlySpan<Element> v = direction.AsSpan();
        if (direction.Shape.IsEmpty || magnitude.Shape.IsEmpty || magnitude.Shape[0] != direction.Shape[0] || g.Length != direction.Shape[0])
        {
            throw FileBytes.Refusal(
                title,
                $"{magnitude.Name} has the shape {TensorShape.Format(magnitude.Shape)} and {direction.Name} {TensorShape.Format(direction.Shape)}; "
                + "legal is a magnitude for every index of the first axis (dim=0)");
        }

        var weight = new Element[v.Length];
        int slice = v.Length / Math.Max(1, g.Length);
        for (int first = 0; first < weight.Length; first += slice)
        {
            double squares = 0;
            foreach (Element element in v.Slice(first, slice))
            {
                squares += (double)element * element;
            }

            double factor = g[first / slice] / Math.Sqrt(squares);
            for (int element = first; element < first + slice; element++)
            {
                weight[element] = (Element)(v[element] * factor);
            }
        }

        return new WeightTensor(name, direction.Shape, weight);
    }
}
