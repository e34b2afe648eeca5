using System.Reflection;
using ConvGen.OnnxProto;

namespace ConvGen.Fuzz.Models;

/// <summary>Models that are mutated: files of the tests, and small ones of every family of operators.</summary>
internal static class SeedModels
{
    private static readonly string s_folder = Path.Combine(
        typeof(SeedModels).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Tests").Value!, "models");

    /// <summary>The models by their names.</summary>
    public static (string Name, byte[] File)[] All { get; } =
    [
        ("residual", Residual()), ("mobile", Mobile()), ("upscaler", Upscaler()), ("transformer", Transformer()), ("signal", Signal()),
        ("volume", Volume()), ("movement", Movement()), ("shapes", Shapes()), ("elementwise", Elementwise()),
        .. Directory.GetFiles(s_folder, "*.onnx").Order(StringComparer.Ordinal).Select(static path => (Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path))),
    ];

    private static byte[] Residual()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 3, 16, 16);
        string stem = graph.Node("Conv", [x, graph.Weight(8, 3, 3, 3)], ("pads", (int[])[1, 1, 1, 1]), ("strides", (int[])[2, 2]));
        string normed = graph.Node(
            "BatchNormalization", [stem, graph.Weight(8), graph.Weight(8), graph.Weight(8), graph.Reals(1, 2, 3, 4, 5, 6, 7, 8)], ("epsilon", 1e-3f));
        string start = graph.Node("Relu", [normed]);
        string pooled = graph.Node("MaxPool", [start], ("kernel_shape", (int[])[3, 3]), ("pads", (int[])[1, 1, 1, 1]));
        string branch = graph.Node("Conv", [pooled, graph.Weight(8, 8, 3, 3), graph.Weight(8)], ("auto_pad", "SAME_UPPER"), ("dilations", (int[])[2, 2]));
        string sum = graph.Node("Relu", [graph.Node("Add", [branch, pooled])]);
        string gate = graph.Node("Conv", [graph.Node("GlobalAveragePool", [sum]), graph.Weight(8, 8, 1, 1), graph.Weight(8)]);
        string gated = graph.Node("Add", [sum, graph.Node("Mul", [sum, gate])]);
        string flat = graph.Node("Flatten", [graph.Node("AveragePool", [gated], ("kernel_shape", (int[])[4, 4]), ("strides", (int[])[4, 4]), ("ceil_mode", 1))]);
        string scores = graph.Node("Gemm", [flat, graph.Weight(10, 32), graph.Weight(10)], ("transB", 1), ("alpha", 0.5f));
        return graph.Build(13, graph.Node("Softmax", [scores], ("axis", 1)), graph.Node("ArgMax", [scores], ("axis", 1), ("keepdims", 0)));
    }

    private static byte[] Mobile()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 4, 12, 12);
        string first = graph.Node("Conv", [x, graph.Weight(8, 4, 1, 1)]);
        string swished = HardSwish(graph, first);
        string deep = graph.Node("Conv", [swished, graph.Weight(8, 1, 5, 5)], ("group", 8), ("pads", (int[])[2, 2, 2, 2]));
        string squeezed = graph.Node("ReduceMean", [deep], ("axes", (int[])[2, 3]), ("keepdims", 1));
        string inner = graph.Node("Relu", [graph.Node("Conv", [squeezed, graph.Weight(2, 8, 1, 1)])]);
        string gate = graph.Node("HardSigmoid", [graph.Node("Conv", [inner, graph.Weight(8, 2, 1, 1)])], ("alpha", 1f / 6));
        string excited = graph.Node("Mul", [deep, gate]);
        string last = graph.Node("Conv", [excited, graph.Weight(4, 8, 1, 1), graph.Weight(4)]);
        string silu = graph.Node("Mul", [last, graph.Node("Sigmoid", [last])]);
        string scaled = graph.Node("Add", [graph.Node("Mul", [silu, graph.Scalar(2)]), graph.Scalar(-1)]);
        return graph.Build(13, graph.Node("Add", [scaled, x]), graph.Node("Clip", [last, graph.Scalar(0), graph.Scalar(6)]));
    }

    private static byte[] Upscaler()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 3, 8, 8);
        string padded = graph.Node("Pad", [x, graph.Integers(0, 0, 1, 1, 0, 0, 1, 1), graph.Scalar(0)]);
        string wide = graph.Node("PRelu", [graph.Node("Conv", [padded, graph.Weight(16, 3, 3, 3), graph.Weight(16)]), graph.Weight(16, 1, 1)]);
        string shuffled = graph.Node("DepthToSpace", [wide], ("blocksize", 2), ("mode", "CRD"));
        string up = graph.Node(
            "ConvTranspose", [shuffled, graph.Weight(4, 6, 4, 4)], ("strides", (int[])[2, 2]), ("pads", (int[])[1, 1, 1, 1]), ("group", 2));
        string nearest = graph.Node("Resize", [x, "", graph.Reals(1, 1, 4, 4)], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"));
        string cubic = graph.Node("Resize", [x, "", "", graph.Integers(1, 3, 32, 32)], ("mode", "cubic"), ("cubic_coeff_a", -0.5f));
        string linear = graph.Node("Resize", [x, "", graph.Reals(1, 1, 4, 4)], ("mode", "linear"), ("exclude_outside", 0));
        string both = graph.Node("Concat", [nearest, graph.Node("Add", [cubic, linear])], ("axis", 1));
        string back = graph.Node("Conv", [graph.Node("Pad", [up, graph.Integers(0, 0, 2, 2, 0, 0, 2, 2)], ("mode", "reflect")), graph.Weight(6, 12, 5, 5)]);
        return graph.Build(13, graph.Node("Add", [back, both]), graph.Node("SpaceToDepth", [both], ("blocksize", 2)));
    }

    private static byte[] Transformer()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 10, 16);
        string normed = LayerNorm(graph, x);
        string[] three = graph.Nodes("Split", [graph.Node("MatMul", [normed, graph.Weight(16, 48)])], 3, ("axis", -1));
        string length = graph.Node("Gather", [graph.Node("Shape", [x]), graph.Integer(1)]);
        string shape = graph.Node(
            "Concat",
            [graph.Integers(1), graph.Node("Unsqueeze", [length, graph.Integers(0)]), graph.Integers(2), graph.Node("Div", [graph.Integers(16), graph.Integers(2)])],
            ("axis", 0));
        string[] heads = [.. three.Select(part => graph.Node("Transpose", [graph.Node("Reshape", [part, shape])], ("perm", (int[])[0, 2, 1, 3])))];
        string key = graph.Node("Transpose", [heads[1]], ("perm", (int[])[0, 1, 3, 2]));
        string scores = graph.Node("Softmax", [graph.Node("Div", [graph.Node("MatMul", [heads[0], key]), graph.Scalar(2.83f)])], ("axis", -1));
        string mixed = graph.Node("Transpose", [graph.Node("MatMul", [scores, heads[2]])], ("perm", (int[])[0, 2, 1, 3]));
        string sum = graph.Node("Add", [x, graph.Node("Reshape", [mixed, graph.Integers(0, 0, -1)])]);
        string hidden = graph.Node("Add", [graph.Node("MatMul", [sum, graph.Weight(16, 32)]), graph.Weight(32)]);
        string gate = graph.Node("Add", [graph.Node("Erf", [graph.Node("Div", [hidden, graph.Scalar(1.41421354f)])]), graph.Scalar(1)]);
        string gelu = graph.Node("Mul", [graph.Node("Mul", [hidden, gate]), graph.Scalar(0.5f)]);
        string result = graph.Node("Add", [graph.Node("MatMul", [gelu, graph.Weight(32, 16)]), sum]);
        return graph.Build(17, graph.Node("LayerNormalization", [result, graph.Weight(16), graph.Weight(16)], ("axis", -1)));
    }

    private static byte[] Signal()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 4, 40);
        string first = graph.Node(
            "LeakyRelu", [graph.Node("Conv", [x, graph.Weight(8, 4, 7)], ("pads", (int[])[9, 9]), ("dilations", (int[])[3]))], ("alpha", 0.1f));
        string up = graph.Node(
            "ConvTranspose", [first, graph.Weight(8, 6, 8), graph.Weight(6)], ("strides", (int[])[4]), ("pads", (int[])[2, 2]), ("output_padding", (int[])[0]));
        string normed = graph.Node("InstanceNormalization", [up, graph.Weight(6), graph.Weight(6)], ("epsilon", 1e-4f));
        string grouped = graph.Node("GroupNormalization", [normed, graph.Weight(6), graph.Weight(6)], ("num_groups", 3));
        string pooled = graph.Node("AveragePool", [grouped], ("kernel_shape", (int[])[4]), ("strides", (int[])[2]), ("count_include_pad", 1), ("pads", (int[])[1, 1]));
        string cut = graph.Node("Slice", [pooled, graph.Integers(-2), graph.Integers(1), graph.Integers(2), graph.Integers(-3)]);
        string joined = graph.Node("Concat", [graph.Node("Tanh", [cut]), cut], ("axis", 1));
        string lead = graph.Node("ConvTranspose", [joined, graph.Weight(12, 2, 3)], ("auto_pad", "SAME_LOWER"), ("strides", (int[])[2]));
        return graph.Build(21, lead, graph.Node("ReduceSum", [joined, graph.Integers(1)], ("keepdims", 0)));
    }

    private static byte[] Volume()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 2, 6, 6, 6);
        string first = graph.Node("Relu", [graph.Node("Conv", [x, graph.Weight(4, 2, 3, 3, 3)], ("pads", (int[])[1, 1, 1, 1, 1, 1]))]);
        string pooled = graph.Node("MaxPool", [first], ("kernel_shape", (int[])[2, 2, 2]), ("strides", (int[])[2, 2, 2]));
        string up = graph.Node("ConvTranspose", [pooled, graph.Weight(4, 4, 2, 2, 2)], ("strides", (int[])[2, 2, 2]), ("output_shape", (int[])[6, 6, 6]));
        string skipped = graph.Node("Concat", [up, first], ("axis", 1));
        string last = graph.Node("Sigmoid", [graph.Node("Conv", [skipped, graph.Weight(1, 8, 1, 1, 1)])]);
        return graph.Build(13, last, graph.Node("ReduceMax", [skipped], ("axes", (int[])[2, 3, 4])), graph.Node("GlobalMaxPool", [skipped]));
    }

    private static byte[] Movement()
    {
        var graph = new SeedGraph();
        string x = graph.Input(2, 6, 5);
        string y = graph.Input(6, 5);
        string gathered = graph.Node("Gather", [x, graph.Integers(0, -1, 2)], ("axis", 1));
        string[] parts = graph.Nodes("Split", [x, graph.Integers(1, 2, 3)], 3, ("axis", 1));
        string[] rows = graph.Nodes("Split", [y], 2, ("axis", 0));
        string joined = graph.Node("Concat", [parts[1], graph.Node("Neg", [parts[0]]), parts[2]], ("axis", 1));
        string stacked = graph.Node("Concat", [rows[1], graph.Node("Abs", [rows[0]])], ("axis", 0));
        string expanded = graph.Node("Expand", [graph.Node("Unsqueeze", [stacked, graph.Integers(0)]), graph.Integers(2, 1, 1)]);
        string edge = graph.Node("Pad", [expanded, graph.Integers(0, 1, -1, 0, 2, 1)], ("mode", "edge"));
        string wrapped = graph.Node("Pad", [joined, graph.Integers(0, 1, 2, 0, 1, 0)], ("mode", "wrap"));
        string flipped = graph.Node("Slice", [joined, graph.Integers(5, -1), graph.Integers(-7, -9), graph.Integers(1, 2), graph.Integers(-1, -2)]);
        string turned = graph.Node("Transpose", [flipped]);
        string view = graph.Node("Squeeze", [graph.Node("Reshape", [turned, graph.Integers(1, -1, 4)]), graph.Integers(0)]);
        return graph.Build(13, gathered, edge, wrapped, graph.Node("Identity", [view]), graph.Node("Cast", [expanded], ("to", 1)));
    }

    private static byte[] Shapes()
    {
        var graph = new SeedGraph();
        string x = graph.Input(1, 6, 4, 4);
        string shape = graph.Node("Shape", [x]);
        string size = graph.Node("Cast", [graph.Node("Size", [x])], ("to", 7));
        string height = graph.Node("Slice", [shape, graph.Integers(2), graph.Integers(3)]);
        string doubled = graph.Node("Mul", [graph.Node("Sub", [graph.Node("Add", [height, height]), graph.Integers(1)]), graph.Integers(2)]);
        string floor = graph.Node("Cast", [graph.Node("Floor", [graph.Node("Cast", [doubled], ("to", 1))])], ("to", 7));
        string range = graph.Node("Range", [graph.Integer(0), graph.Integer(6), graph.Integer(2)]);
        string chosen = graph.Node("Where", [graph.Node("Greater", [floor, graph.Integers(3)]), height, doubled]);
        string filled = graph.Node("ConstantOfShape", [graph.Integers(4)], ("value", new TensorProto { DataType = 7, Dims = { 1 }, Int64Data = { 1 } }));
        string equal = graph.Node("Equal", [graph.Integers(1, -1, 1, 1), graph.Node("Mul", [filled, graph.Integers(-1)])]);
        string wanted = graph.Node("Where", [equal, filled, graph.Integers(3, 1, 1, 1)]);
        string scaled = graph.Node("Resize", [x, "", "", graph.Node("Concat", [graph.Integers(1, 6), chosen, graph.Node("Mod", [size, graph.Integers(90)])], ("axis", 0))]);
        string gathered = graph.Node("Gather", [scaled, range], ("axis", 1));
        string flat = graph.Node("Reshape", [gathered, graph.Node("Concat", [graph.Integers(0), graph.Node("Max", [height, graph.Integers(-1)]), graph.Integers(-1)], ("axis", 0))]);
        return graph.Build(13, flat, graph.Node("Expand", [x, wanted]));
    }

    private static byte[] Elementwise()
    {
        var graph = new SeedGraph();
        string x = graph.Input(2, 3, 4);
        string made = x;
        foreach (string op in (string[])["Relu", "Tanh", "Sigmoid", "HardSwish", "Softplus", "Mish", "Erf", "Abs", "Sqrt", "Exp", "Neg", "Reciprocal", "Floor", "Sin", "Cos", "Elu", "Gelu"])
        {
            made = graph.Node(op, [made]);
        }

        string log = graph.Node("Log", [graph.Node("Add", [graph.Node("Abs", [x]), graph.Scalar(1)])]);
        string binary = graph.Node("Max", [graph.Node("Min", [graph.Node("Pow", [log, graph.Scalar(2)]), graph.Weight(3, 1)]), graph.Node("Sub", [graph.Weight(1, 4), made])]);
        return graph.Build(20, graph.Node("Div", [binary, graph.Weight(2, 1, 1)]), graph.Node("Dropout", [made]));
    }

    // x * min(max(x + 3, 0), 6) / 6
    private static string HardSwish(SeedGraph graph, string x) => graph.Node(
        "Div", [graph.Node("Mul", [x, graph.Node("Clip", [graph.Node("Add", [x, graph.Scalar(3)]), graph.Scalar(0), graph.Scalar(6)])]), graph.Scalar(6)]);

    private static string LayerNorm(SeedGraph graph, string x)
    {
        string centred = graph.Node("Sub", [x, graph.Node("ReduceMean", [x], ("axes", (int[])[-1]))]);
        string variance = graph.Node("ReduceMean", [graph.Node("Pow", [centred, graph.Scalar(2)])], ("axes", (int[])[-1]));
        string root = graph.Node("Sqrt", [graph.Node("Add", [variance, graph.Scalar(1e-5f)])]);
        return graph.Node("Add", [graph.Node("Mul", [graph.Node("Div", [centred, root]), graph.Weight(16)]), graph.Weight(16)]);
    }
}
