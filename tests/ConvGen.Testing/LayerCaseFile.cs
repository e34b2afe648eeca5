using System.Globalization;

namespace ConvGen.Testing;

/// <summary>
/// Reads tables of layers: <c>cases.csv</c> of a golden folder and <c>layers.csv</c> of the zoo. Columns are found by name; lists have
/// an <c>x</c> between axes; lines that begin with <c>#</c> are comments. Without a column of output paddings, the layers are ordinary convolutions.
/// </summary>
public static class LayerCaseFile
{
    private static readonly string[] s_required = ["name", "rank", "n", "cin", "cout", "in", "k", "s", "p", "d", "g"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static IReadOnlyList<LayerCase> Read(string path)
    {
        using StreamReader reader = File.OpenText(path);
        return Parse(reader, Path.GetFileName(path));
    }

    /// <summary>Reads a text that messages call <paramref name="source"/>.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names source and line.</exception>
    public static IReadOnlyList<LayerCase> Parse(TextReader reader, string source)
    {
        string[]? columns = null;
        var cases = new List<LayerCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            try
            {
                if (columns is null)
                {
                    columns = Header(fields);
                    continue;
                }

                LayerCase layer = new Row(columns, fields).ToLayer();
                cases.Add(names.Add(layer.Name) ? layer : throw new FormatException($"the name '{layer.Name}' is used twice"));
            }
            catch (Exception malformed) when (malformed is FormatException or OverflowException)
            {
                throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"{source}, line {number}: {malformed.Message}."), malformed);
            }
        }

        return columns is null ? throw new InvalidDataException($"{source} has no header line.") : cases;
    }

    private static string[] Header(string[] fields)
    {
        string? missing = s_required.FirstOrDefault(column => !fields.Contains(column));
        return missing is null ? fields : throw new FormatException($"the header has no column '{missing}'");
    }

    private readonly struct Row
    {
        private readonly string[] _columns;
        private readonly string[] _fields;

        public Row(string[] columns, string[] fields)
        {
            if (fields.Length != columns.Length)
            {
                throw new FormatException($"{fields.Length} fields, the header has {columns.Length}");
            }

            (_columns, _fields) = (columns, fields);
        }

        public LayerCase ToLayer()
        {
            int rank = Number("rank");
            var layer = new LayerCase
            {
                Name = Field("name") is { Length: > 0 } name ? name : throw new FormatException("the name is empty"),
                N = Number("n"),
                Cin = Number("cin"),
                Cout = Number("cout"),
                In = Numbers("in", rank),
                K = Numbers("k", rank),
                S = Numbers("s", rank),
                P = Numbers("p", rank),
                IsOrdinary = Field("op") is null,
                Op = Field("op") is null ? new int[rank] : Numbers("op", rank),
                D = Numbers("d", rank),
                G = Number("g"),
                Bias = Field("bias") switch
                {
                    null or "1" => true,
                    "0" => false,
                    string other => throw new FormatException($"bias is '{other}', not 0 or 1"),
                },
            };
            if (Field("out") is not null && !Numbers("out", rank).SequenceEqual(layer.Out))
            {
                throw new FormatException($"out is '{Field("out")}', its parameters give {string.Join('x', layer.Out)}");
            }

            return layer;
        }

        private string? Field(string column) => Array.IndexOf(_columns, column) is >= 0 and int index ? _fields[index] : null;

        private int Number(string column) => Integer(column, Field(column)!);

        private int[] Numbers(string column, int rank)
        {
            string list = Field(column)!;
            int[] numbers = Array.ConvertAll(list.Split('x'), number => Integer(column, number));
            return numbers.Length == rank
                ? numbers
                : throw new FormatException($"{column} is '{list}', not {rank} numbers with an x between");
        }

        private static int Integer(string column, string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new FormatException($"{column} is '{text}', which holds no whole number");
    }
}
