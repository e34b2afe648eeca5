using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Folding;

/// <summary>Nodes whose results are known when code is generated: what exporters write to work out sizes, of small tensors.</summary>
internal static class KnownResults
{
    private const int MostElements = 1 << 16;

    private static readonly Dictionary<string, Func<GraphNode, KnownTensor>> s_rules = new(StringComparer.Ordinal)
    {
        ["Shape"] = Lengths,
        ["Size"] = static node => KnownTensor.Of([], [node.Input(0).Count]),
        ["ConstantOfShape"] = ConstantOfShape,
        ["Range"] = Range,
        ["Cast"] = static node => Cast(Known(node, 0), node.Attributes.Integer("to", 1)),
        ["CastLike"] = static node => Cast(Known(node, 0), node.Input(1).Element == ElementKind.Real ? 1 : 7),
        ["Concat"] = Concat,
        ["Gather"] = Gather,
        ["Slice"] = static node => Slices.Of(node) is var slices
            ? Known(node, 0).Pick(node.Output.Shape, index => slices.Source(node.Output.Shape, index))
            : throw new InvalidOperationException(),
        ["Transpose"] = Transpose,
        ["Expand"] = static node => Known(node, 0).Pick(node.Output.Shape, index => Shapes.Unbroadcast(node.Input(0).Shape, node.Output.Shape, index)),
        ["Tile"] = static node => Known(node, 0).Pick(node.Output.Shape, index => Repeated(node, index)),
        ["Where"] = Where,
        ["Equal"] = static node => Compare(node, static (a, b) => a == b),
        ["Less"] = static node => Compare(node, static (a, b) => a < b),
        ["LessOrEqual"] = static node => Compare(node, static (a, b) => a <= b),
        ["Greater"] = static node => Compare(node, static (a, b) => a > b),
        ["GreaterOrEqual"] = static node => Compare(node, static (a, b) => a >= b),
        ["And"] = static node => Compare(node, static (a, b) => a != 0 && b != 0),
        ["Or"] = static node => Compare(node, static (a, b) => a != 0 || b != 0),
        ["Not"] = static node => Map(node, static a => a == 0 ? 1 : 0),
        ["Add"] = static node => Combine(node, static (a, b) => a + b, static (a, b) => a + b),
        ["Sub"] = static node => Combine(node, static (a, b) => a - b, static (a, b) => a - b),
        ["Mul"] = static node => Combine(node, static (a, b) => a * b, static (a, b) => a * b),
        ["Div"] = static node => Combine(node, static (a, b) => b == 0 ? 0 : b == -1 ? -a : a / b, static (a, b) => a / b),
        ["Mod"] = Mod,
        ["Pow"] = Pow,
        ["Min"] = static node => Combine(node, Math.Min, Math.Min),
        ["Max"] = static node => Combine(node, Math.Max, Math.Max),
        ["Neg"] = static node => Map(node, static a => -a),
        ["ReduceProd"] = Product,
        ["Floor"] = static node => Map(node, Math.Floor),
        ["Ceil"] = static node => Map(node, Math.Ceiling),
        ["Sqrt"] = static node => Map(node, Math.Sqrt),
        ["Identity"] = View,
        ["Dropout"] = View,
        ["Reshape"] = View,
        ["Flatten"] = View,
        ["Squeeze"] = View,
        ["Unsqueeze"] = View,
    };

    /// <summary>Whether nodes of this operator may be folded.</summary>
    public static bool Has(string op) => s_rules.ContainsKey(op);

    /// <summary>
    /// The result of a node whose inputs are known; null where they are not. The shape of the output is known already where an operator computes it at
    /// run time too.
    /// </summary>
    public static KnownTensor? Of(GraphNode node)
    {
        bool needsShapesAlone = node.Op is "Shape" or "Size";
        return s_rules.TryGetValue(node.Op, out Func<GraphNode, KnownTensor>? rule)
            && (needsShapesAlone || node.Inputs.All(static input => input is null or { Known: not null }))
            && node.Outputs.Count > 0
            && node.Output.Count <= MostElements
            ? rule(node)
            : null;
    }

    private static KnownTensor Known(GraphNode node, int index) => node.Known(index)
        ?? throw new NetworkException(FormattableString.Invariant($"{node} lacks input {index}"));

    private static long[] Whole(GraphNode node, int index) => node.Integers(index)
        ?? throw new NetworkException(FormattableString.Invariant($"{node} lacks input {index}"));

    private static void RequireAlike(GraphNode node, KnownTensor[] tensors)
    {
        if (Array.Exists(tensors, tensor => tensor.Integers is null != tensors[0].Integers is null))
        {
            throw new NetworkException($"{node} takes real and whole numbers together");
        }
    }

    private static KnownTensor View(GraphNode node) => Known(node, 0).Reshape(node.Output.Shape);

    // From opset 15 on those of some axes.
    private static KnownTensor Lengths(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int start = Place(node.Attributes.Integer("start", 0));
        int end = Place(node.Attributes.Integer("end", shape.Length));
        return KnownTensor.List(shape.Take(end).Skip(start).Select(static length => (long)length));

        int Place(long axis) => (int)Math.Min(Math.Max(axis < 0 ? axis + shape.Length : axis, 0), shape.Length);
    }

    // Exporters count elements so: of all axes alone.
    private static KnownTensor Product(GraphNode node)
    {
        KnownTensor tensor = Known(node, 0);
        int rank = tensor.Shape.Length;
        if ((Axes.Of(node, 1, rank)?.Length ?? rank) != rank)
        {
            throw new NetworkException($"{node} multiplies along some axes; products of all are known");
        }

        int[] shape = node.Attributes.Integer("keepdims", 1) == 0 ? [] : [.. tensor.Shape.Select(static _ => 1)];
        return tensor.Integers is { } integers
            ? KnownTensor.Of(shape, [integers.Aggregate(1L, static (product, number) => unchecked(product * number))])
            : new KnownTensor(shape, null, [tensor.Reals!.Aggregate(1f, static (product, number) => product * number)]);
    }

    // Of the sign of the divisor, or with fmod of the dividend.
    private static KnownTensor Mod(GraphNode node)
    {
        bool isRemainder = node.Attributes.Integer("fmod", 0) != 0;
        return Combine(node, (a, b) => b is 0 or -1 ? 0 : isRemainder || a % b == 0 || (a < 0) == (b < 0) ? a % b : (a % b) + b, static (a, b) => a % b);
    }

    // Of the type of the base.
    private static KnownTensor Pow(GraphNode node)
    {
        (KnownTensor first, KnownTensor second, int[] shape) = Pair(node);
        double[] powers =
        [
            .. Enumerable.Range(0, Shapes.Count(shape)).Select(index => Math.Pow(
                first.Number(Shapes.Unbroadcast(first.Shape, shape, index)), second.Number(Shapes.Unbroadcast(second.Shape, shape, index)))),
        ];
        return first.Integers is null
            ? new KnownTensor(shape, null, [.. powers.Select(static power => (float)power)])
            : KnownTensor.Of(shape, [.. powers.Select(static power => (long)power)]);
    }

    private static KnownTensor ConstantOfShape(GraphNode node)
    {
        int[] shape = [.. Whole(node, 0).Select(static length => checked((int)length))];
        if (Shapes.Count(shape) > MostElements)
        {
            throw new NetworkException($"{node} makes {Shapes.Text(shape)} elements, too many for a constant");
        }

        KnownTensor value = node.Attributes.Tensor("value") ?? new KnownTensor([1], null, [0f]);
        return value.Pick(shape, static _ => 0);
    }

    private static KnownTensor Range(GraphNode node)
    {
        (KnownTensor start, KnownTensor limit, KnownTensor step) = (Known(node, 0), Known(node, 1), Known(node, 2));
        RequireAlike(node, [start, limit, step]);
        double count = step.Number(0) == 0 ? 0 : Math.Max(0, Math.Ceiling((limit.Number(0) - start.Number(0)) / step.Number(0)));
        if (count > MostElements)
        {
            throw new NetworkException($"{node} makes too many numbers");
        }

        IEnumerable<int> places = Enumerable.Range(0, (int)count);
        return start.Integers is { } integers
            ? KnownTensor.List(places.Select(i => integers[0] + (i * step.Integers![0])))
            : new KnownTensor([(int)count], null, [.. places.Select(i => start.Reals![0] + (i * step.Reals![0]))]);
    }

    // 1, 10, 11 and 16 are ONNX's numbers of real types, 9 is that of booleans.
    private static KnownTensor Cast(KnownTensor tensor, long type) => type switch
    {
        1 or 10 or 11 or 16 => new KnownTensor(tensor.Shape, null, [.. Numbers(tensor).Select(static number => (float)number)]),
        9 => KnownTensor.Of(tensor.Shape, [.. Numbers(tensor).Select(static number => number == 0 ? 0L : 1L)]),
        _ => tensor.Integers is not null ? tensor : KnownTensor.Of(tensor.Shape, [.. Numbers(tensor).Select(static number => (long)number)]),
    };

    private static IEnumerable<double> Numbers(KnownTensor tensor) => Enumerable.Range(0, tensor.Count).Select(tensor.Number);

    private static KnownTensor Concat(GraphNode node)
    {
        KnownTensor[] parts = [.. node.Inputs.Select((_, index) => Known(node, index))];
        RequireAlike(node, parts);
        int axis = Axes.Of(node.Attributes.Integer("axis", 0), node.Output.Shape.Length, node);
        int inner = Shapes.Count(node.Output.Shape.Skip(axis + 1));
        int outer = Shapes.Count(node.Output.Shape.Take(axis));
        (int Part, int Index)[] sources =
        [
            .. from line in Enumerable.Range(0, outer)
               from part in Enumerable.Range(0, parts.Length)
               let length = parts[part].Shape[axis] * inner
               from index in Enumerable.Range(line * length, length)
               select (part, index),
        ];
        return new KnownTensor(
            node.Output.Shape,
            parts[0].Integers is null ? null : [.. sources.Select(source => parts[source.Part].Integers![source.Index])],
            parts[0].Reals is null ? null : [.. sources.Select(source => parts[source.Part].Reals![source.Index])]);
    }

    private static KnownTensor Gather(GraphNode node)
    {
        KnownTensor data = Known(node, 0);
        long[] indices = Whole(node, 1);
        int axis = Axes.Of(node.Attributes.Integer("axis", 0), data.Shape.Length, node);
        int inner = Shapes.Count(data.Shape.Skip(axis + 1));
        return data.Pick(node.Output.Shape, index =>
        {
            int line = index / inner / Math.Max(1, indices.Length);
            long place = indices[index / inner % indices.Length];
            place = place < 0 ? place + data.Shape[axis] : place;
            if (place < 0 || place >= data.Shape[axis])
            {
                throw new NetworkException(FormattableString.Invariant($"{node} gathers element {place} of {data.Shape[axis]}"));
            }

            return (((line * data.Shape[axis]) + (int)place) * inner) + (index % inner);
        });
    }

    private static KnownTensor Transpose(GraphNode node)
    {
        KnownTensor data = Known(node, 0);
        int[] order = Axes.Order(node, data.Shape.Length);
        int[] steps = Shapes.Steps(data.Shape);
        return data.Pick(
            node.Output.Shape, index => Shapes.Position(node.Output.Shape, index).Select((place, axis) => place * steps[order[axis]]).Sum());
    }

    private static int Repeated(GraphNode node, int index)
    {
        int[] shape = node.Input(0).Shape;
        int[] steps = Shapes.Steps(shape);
        return Shapes.Position(node.Output.Shape, index).Select((place, axis) => place % shape[axis] * steps[axis]).Sum();
    }

    private static KnownTensor Where(GraphNode node)
    {
        (KnownTensor condition, KnownTensor yes, KnownTensor no) = (Known(node, 0), Known(node, 1), Known(node, 2));
        long[] holds = Whole(node, 0);
        RequireAlike(node, [yes, no]);
        int[] shape = Shapes.Broadcast(node, Shapes.Broadcast(node, condition.Shape, yes.Shape), no.Shape);
        int Source(KnownTensor tensor, int index) => Shapes.Unbroadcast(tensor.Shape, shape, index);
        IEnumerable<(KnownTensor Chosen, int Index)> chosen = Enumerable.Range(0, Shapes.Count(shape))
            .Select(index => (holds[Source(condition, index)] != 0 ? yes : no, index));
        return new KnownTensor(
            shape,
            yes.Integers is null ? null : [.. chosen.Select(place => place.Chosen.Integers![Source(place.Chosen, place.Index)])],
            yes.Reals is null ? null : [.. chosen.Select(place => place.Chosen.Reals![Source(place.Chosen, place.Index)])]);
    }

    private static KnownTensor Compare(GraphNode node, Func<double, double, bool> holds)
    {
        (KnownTensor first, KnownTensor second, int[] shape) = Pair(node);
        return KnownTensor.Of(shape, [.. Enumerable.Range(0, Shapes.Count(shape)).Select(index => holds(
            first.Number(Shapes.Unbroadcast(first.Shape, shape, index)), second.Number(Shapes.Unbroadcast(second.Shape, shape, index))) ? 1L : 0L)]);
    }

    private static KnownTensor Combine(GraphNode node, Func<long, long, long> integers, Func<float, float, float> reals)
    {
        (KnownTensor first, KnownTensor second, int[] shape) = Pair(node);
        IEnumerable<(int First, int Second)> places = Enumerable.Range(0, Shapes.Count(shape)).Select(
            index => (Shapes.Unbroadcast(first.Shape, shape, index), Shapes.Unbroadcast(second.Shape, shape, index)));
        return first.Integers is null || second.Integers is null
            ? new KnownTensor(shape, null, [.. places.Select(place => reals((float)first.Number(place.First), (float)second.Number(place.Second)))])
            : KnownTensor.Of(shape, [.. places.Select(place => unchecked(integers(first.Integers[place.First], second.Integers[place.Second])))]);
    }

    private static (KnownTensor First, KnownTensor Second, int[] Shape) Pair(GraphNode node)
    {
        if (node.Inputs.Count != 2)
        {
            throw new NetworkException(FormattableString.Invariant($"{node} has {node.Inputs.Count} known inputs; two are folded"));
        }

        (KnownTensor first, KnownTensor second) = (Known(node, 0), Known(node, 1));
        return (first, second, Shapes.Broadcast(node, first.Shape, second.Shape));
    }

    private static KnownTensor Map(GraphNode node, Func<double, double> function)
    {
        KnownTensor tensor = Known(node, 0);
        return tensor.Integers is null
            ? new KnownTensor(tensor.Shape, null, [.. tensor.Reals.Select(number => (float)function(number))])
            : KnownTensor.Of(tensor.Shape, [.. tensor.Integers.Select(number => (long)function(number))]);
    }
}
