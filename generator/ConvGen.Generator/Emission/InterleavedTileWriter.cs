using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The code of a register tile of interleaved phases: sums are named by phase, output channel and vector.</summary>
internal static class InterleavedTileWriter
{
    /// <summary>How the types of a tile that has its lines one by one end.</summary>
    internal const string Upper = "Upper", Lower = "Lower";

    public static void Write(SourceWriter writer, TileShape shape)
    {
        if (shape.IsLineByLine)
        {
            WriteTile(writer, shape, shape.Name + Upper, firstLine: 0, lines: 1);
            writer.Line();
            WriteTile(writer, shape, shape.Name + Lower, firstLine: 1, lines: 1);
        }
        else
        {
            WriteTile(writer, shape, shape.Name, firstLine: 0, shape.Lines);
        }
    }

    private static void WriteTile(SourceWriter writer, TileShape shape, string name, int firstLine, int lines)
    {
        using (TileWriter.Open(writer, name, "IInterleavedTile"))
        {
            writer.Line("private nint _window, _ahead;");
            writer.Line("private TVector " + List(shape.Vectors, static vector => $"_x{vector}") + ";");
            for (int phase = 0; phase < lines * shape.Phases; phase++)
            {
                for (int channel = 0; channel < shape.Rows; channel++)
                {
                    writer.Line("private TVector " + List(shape.Vectors, vector => Sum(phase, channel, vector)) + ";");
                }
            }

            writer.Line().Line($"public static int WeightsPerTap => {shape.Rows};");
            WriteBegin(writer, shape, firstLine, lines);
            using (TileWriter.OpenMember(writer, $"Load(ref {ElementType.Float32.Keyword} input, nint offset)"))
            {
                for (int vector = 0; vector < shape.Vectors; vector++)
                {
                    writer.Line($"_x{vector} = TSimd.Load(ref input, {TileWriter.After("_window + offset", vector)});");
                }
            }

            WriteTap(writer, shape, firstLine, lines);
            WriteStore(writer, shape, firstLine, lines);
        }
    }

    private static void WriteBegin(SourceWriter writer, TileShape shape, int firstLine, int lines)
    {
        using (TileWriter.OpenMember(writer, "Begin(in KernelArguments args, int index)"))
        {
            writer.Line("_window = Unsafe.Add(ref args.Offsets, index * 2);");
            writer.Line("_ahead = index == 0 ? args.Ahead : 0;");
            // Of eight phases there may be less: a position's outputs end where the next one's begin.
            string outputs = shape.Phases == 8
                ? "(int)Math.Min(8, args.PositionStep) * " + TileWriter.Vectors(shape.Vectors)
                : TileWriter.Vectors(shape.Phases * shape.Vectors);
            for (int line = firstLine; line < firstLine + lines; line++)
            {
                writer.Line($"TileOutput.Fetch(in args, index, {line}, {shape.Rows}, {outputs});");
            }
        }
    }

    // The kernel names the phase: one of these branches is left of them.
    private static void WriteTap(SourceWriter writer, TileShape shape, int firstLine, int lines)
    {
        int phases = lines * shape.Phases;
        int first = firstLine * shape.Phases;
        bool isWhole = phases == shape.Lines * shape.Phases;
        string weights = shape.Rows == 1 ? "tap" : $"tap * {shape.Rows}";
        string group = shape.Rows == 1 ? weights : "(" + weights + ")";
        using (TileWriter.OpenMember(writer, $"Tap(int phase, ref {ElementType.Float32.Keyword} weights, int tap)"))
        {
            if (shape.Rows == 1)
            {
                writer.Line($"TVector w = TSimd.Broadcast(ref weights, {weights});");
            }

            for (int phase = 0; phase < phases; phase++)
            {
                string condition = isWhole && phase == phases - 1 ? "" : $"if (phase == {first + phase})";
                using (writer.Open(phase == 0 ? condition : ("else " + condition).TrimEnd()))
                {
                    if (phase == 0)
                    {
                        writer.Line($"CacheHint.Line(ref weights, {group} + _ahead);");
                    }

                    for (int channel = 0; channel < shape.Rows; channel++)
                    {
                        if (shape.Rows > 1)
                        {
                            string place = channel == 0 ? weights : $"{group} + {channel}";
                            writer.Line((channel == 0 ? "TVector " : "") + $"w = TSimd.Broadcast(ref weights, {place});");
                        }

                        for (int vector = 0; vector < shape.Vectors; vector++)
                        {
                            string sum = Sum(phase, channel, vector);
                            writer.Line($"{sum} = TSimd.MultiplyAdd(_x{vector}, w, {sum});");
                        }
                    }
                }
            }
        }
    }

    private static void WriteStore(SourceWriter writer, TileShape shape, int firstLine, int lines)
    {
        using (TileWriter.OpenMember(writer, "Store(in KernelArguments args, int index)"))
        {
            writer.Line($"ref {ElementType.Float32.Keyword} place = ref TileOutput.Place(in args, index);");
            writer.Line($"TVector bias = TSimd.Broadcast(ref args.Bias, 0);");
            for (int channel = 0; channel < shape.Rows; channel++)
            {
                if (channel > 0)
                {
                    writer.Line("place = ref Unsafe.Add(ref place, args.TargetChannelStep);");
                    writer.Line($"bias = TSimd.Broadcast(ref args.Bias, {channel});");
                }

                for (int line = 0; line < lines; line++)
                {
                    string target = firstLine + line == 0 ? "place" : "Unsafe.Add(ref place, args.LineStep)";
                    for (int vector = 0; vector < shape.Vectors; vector++)
                    {
                        string sums = List(shape.Phases, phase => Sum((line * shape.Phases) + phase, channel, vector));
                        writer.Line(Store(shape, sums, target, vector));
                    }
                }
            }
        }
    }

    private static string Store(TileShape shape, string sums, string target, int vector)
    {
        string positions = TileWriter.Vectors(vector);
        return shape.Phases switch
        {
            2 => $"InterleavedStore.Pairs<TSimd, TVector>({sums}, bias, ref {target}, {TileWriter.Vectors(2 * vector)});",
            3 => $"InterleavedStore.Triples<TSimd, TVector>({sums}, bias, ref {target}, {TileWriter.Vectors(3 * vector)});",
            4 => $"InterleavedStore.Quads<TSimd, TVector>({sums}, bias, ref Unsafe.Add(ref {target}, {positions} * args.PositionStep), args.PositionStep);",
            _ => $"InterleavedStore.Eights<TSimd, TVector>({sums}, bias, ref {target}, args.PositionStep);",
        };
    }

    private static string Sum(int phase, int channel, int vector) => $"_s{phase}{channel}{vector}";

    private static string List(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));
}
