using System.Runtime.InteropServices;
using System.Text;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>
/// Calls of a network that are wrong, written by a user: each is refused before anything is written, by an error that names what is wrong and what is legal.
/// </summary>
public sealed class NetworkRefusalTests(NetworkRefusalTests.Calls calls) : IClassFixture<NetworkRefusalTests.Calls>
{
    private const string Degree = "maxDegreeOfParallelism";

    public static TheoryData<string, Type, string?, string> Wrong => new()
    {
        { "Right(weights: null!)", typeof(ArgumentNullException), "weights", "Value cannot be null." },
        {
            "Right(weights: Twin.LoadWeights(File))",
            typeof(ArgumentException), "weights", "The weights are those of twin.onnx; legal are those that LoadWeights of this class made."
        },
        {
            "Right(weights: Same.LoadWeights(File))",
            typeof(ArgumentException), "weights", "The weights are those of net.onnx; legal are those that LoadWeights of this class made."
        },
        {
            "Right(threads: 0)",
            typeof(ArgumentOutOfRangeException), Degree, "maxDegreeOfParallelism is 0; legal are counts from 1, and -1 for all processors."
        },
        {
            "Right(threads: -2)",
            typeof(ArgumentOutOfRangeException), Degree, "maxDegreeOfParallelism is -2; legal are counts from 1, and -1 for all processors."
        },
        {
            "Net.Run(default, Weights, new(Y, Shape), new(Z, [1, 2]))",
            typeof(ArgumentException), "x", "The shape of x is (); legal is (1, 2, 4, 4)."
        },
        {
            "Net.Run(new(X, [2, 4, 4]), Weights, new(Y, Shape), new(Z, [1, 2]))",
            typeof(ArgumentException), "x", "The shape of x is (2, 4, 4); legal is (1, 2, 4, 4)."
        },
        {
            "Net.Run(new(X, Shape), Weights, new(Y, [1, 2, 2, 8]), new(Z, [1, 2]))",
            typeof(ArgumentException), "class", "The shape of class is (1, 2, 2, 8); legal is (1, 2, 4, 4)."
        },
        { "Net.Run(new(X, Shape), Weights, new(Y, Shape), new(Z, [2]))", typeof(ArgumentException), "z", "The shape of z is (2); legal is (1, 2)." },
        {
            "Two.Run(new ReadOnlyTensorView<float>(new float[12], [2, 6]).Slice(1, 1, 4), Two.LoadWeights(File), new(Long[..8], [2, 4]))",
            typeof(ArgumentException), "x", "x is a part of a tensor with elements between its pieces; networks take whole ones."
        },
        {
            "Two.Run(new(X.AsSpan(0, 8), [2, 4]), Two.LoadWeights(File), new TensorView<float>(Array.AsSpan(0, 12), [2, 6]).Slice(1, 1, 4))",
            typeof(ArgumentException), "y", "y is a part of a tensor with elements between its pieces; networks take whole ones."
        },
        {
            "Net.Run(new(Y, Shape), Weights, new(Y, Shape), new(Z, [1, 2]))",
            typeof(ArgumentException), "class", "class overlaps x in memory; it must lie apart."
        },
        {
            "Net.Run(new(Long[..32], Shape), Weights, new(Long[31..63], Shape), new(Z, [1, 2]))",
            typeof(ArgumentException), "class", "class overlaps x in memory; it must lie apart."
        },
        {
            "Net.Run(new(X, Shape), Weights, new(Long[..32], Shape), new(Long[31..33], [1, 2]))",
            typeof(ArgumentException), "z", "z overlaps class in memory; it must lie apart."
        },
        {
            "Net.Run(new(X, Shape), Weights, new(Long[2..34], Shape), new(Long[1..3], [1, 2]))",
            typeof(ArgumentException), "z", "z overlaps class in memory; it must lie apart."
        },
        { "Net.LoadWeights(null!)", typeof(ArgumentNullException), "file", "Value cannot be null." },
        { "Net.LoadWeights(Closed)", typeof(ObjectDisposedException), null, "" },
        { "Net.LoadWeights(Without)", typeof(KeyNotFoundException), null, "" },
        {
            "Net.LoadWeights(Other)",
            typeof(ArgumentException), null, "The tensor w has the shape (2, 2, 1, 3); legal is that of net.onnx, (2, 2, 3, 3)."
        },
        {
            "Net.LoadWeights(Changed)",
            typeof(ArgumentException), null, "The tensor k is another one than in net.onnx, whose code was made with its numbers; build the project with this model."
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_call_is_refused_before_anything_is_written(string call, Type exception, string? parameter, string message)
    {
        Exception? thrown = Record.Exception(calls.Wrong[call]);

        Assert.Equal(exception, thrown?.GetType());
        Assert.StartsWith(message, thrown!.Message, StringComparison.Ordinal);
        Assert.Equal(parameter, (thrown as ArgumentException)?.ParamName);
        Assert.All(calls.Written(), static number => Assert.Equal(7, number));
    }

    [Fact]
    public void Every_wrong_call_would_be_right_otherwise()
    {
        (int[] y, int[] z) = calls.Right(threads: 1);

        Assert.DoesNotContain(BitConverter.SingleToInt32Bits(7), y.Concat(z));
        (int[] otherY, int[] otherZ) = calls.Right(threads: -1);
        Assert.Equal(y, otherY);
        Assert.Equal(z, otherZ);
    }

    // One image's channels lie next to each other.
    [Fact]
    public void A_part_of_one_piece_is_taken() => Assert.Equal(calls.Right(threads: 1).Y, calls.Part());

    [Fact]
    public void Threads_that_share_weights_compute_the_same_bits()
    {
        (int[] y, int[] z) = calls.Right(threads: 1);

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            (int[] otherY, int[] otherZ) = calls.Right(threads: 1 + (i % 3));
            Assert.Equal(y, otherY);
            Assert.Equal(z, otherZ);
        });
    }

    [Fact]
    public void Places_of_more_bytes_than_a_span_has_are_told_apart()
    {
        // Nothing of it is read.
        float place = 0;
        Span<float> huge = MemoryMarshal.CreateSpan(ref place, 1_500_000_000);

        var overlap = Assert.Throws<ArgumentException>("y", static () =>
        {
            float here = 0;
            CompilerServices.NetworkRun.Apart<float, float>(new Span<float>(ref here), "y", MemoryMarshal.CreateReadOnlySpan(ref here, 1_500_000_000), "x");
        });

        Assert.StartsWith("y overlaps x in memory; it must lie apart.", overlap.Message, StringComparison.Ordinal);
        CompilerServices.NetworkRun.Apart<float, float>(huge[1_400_000_000..], "y", huge[..1_400_000_000], "x");
        CompilerServices.NetworkRun.Apart<float, float>(huge[..1_400_000_000], "y", huge[1_400_000_000..], "x");
        CompilerServices.NetworkRun.Apart<float, long>([], "y", [], "x");
    }

    /// <summary>A program with the wrong calls and the right one, compiled once.</summary>
    public sealed class Calls : IDisposable
    {
        private static readonly ModelText s_model = new ModelText().Input("x", 1, 2, 4, 4).Weight("w", 2, 2, 3, 3).Scalar("k", 1.5)
            .Node("c", "Conv", "x w", "pads is 1 1 1 1").Node("a", "Sigmoid", "c").Node("class", "Mul", "a k")
            .Node("m", "GlobalAveragePool", "class").Node("z", "Flatten", "m").Output("class").Output("z");

        private static readonly string s_two = new ModelText().Input("x", 2, 4).Node("y", "Relu", "x").Output("y").ToString();

        private readonly WeightFile[] _files;
        private readonly Func<int, (float[] Y, float[] Z)> _right;
        private readonly Func<float[]> _written;
        private readonly Func<float[]> _part;
        private readonly TemporaryFolder _folder = new();

        public Calls()
        {
            // Of a file that is closed, those that were mapped are gone.
            string path = _folder.File("weights.safetensors");
            File.WriteAllBytes(path, Bytes(3, 1.5f, "k"));
            _files = [Open(3, 1.5f), SafeTensors.Open(path), Open(3, 1.5f, last: "v"), Open(1, 1.5f), Open(3, 2.5f)];
            _files[1].Dispose();
            string[] wrong = [.. NetworkRefusalTests.Wrong.Select(static row => (string)row[0])];
            GeneratedCode code = GeneratorHost.RunNetworks(
                $$"""
                using System;
                using ConvGen;
                [Network("net.onnx")] internal static partial class Net;
                [Network("net.onnx")] internal static partial class Same;
                [Network("twin.onnx")] internal static partial class Twin;
                [Network("two.onnx")] internal static partial class Two;
                internal static class Program
                {
                    public static WeightFile File = null!, Closed = null!, Without = null!, Other = null!, Changed = null!;
                    private static readonly int[] Shape = [1, 2, 4, 4];
                    private static readonly float[] X = new float[32], Y = new float[32], Z = new float[2], Array = new float[64];
                    private static NetworkWeights Weights = null!;
                    private static Span<float> Long => Array;

                    public static void Load()
                    {
                        Weights = Net.LoadWeights(File);
                        for (int i = 0; i < 32; i++) X[i] = i % 5 - 2;
                        Y.AsSpan().Fill(7);
                        Z.AsSpan().Fill(7);
                        Long.Fill(7);
                    }

                    public static float[] Written() => [.. Y, .. Z, .. Array];

                    public static (float[], float[]) Run(int threads)
                    {
                        float[] y = new float[32], z = new float[2];
                        y.AsSpan().Fill(7);
                        z.AsSpan().Fill(7);
                        Net.Run(new(X, Shape), Weights, new(y, Shape), new(z, [1, 2]), threads);
                        return (y, z);
                    }

                    public static float[] Part()
                    {
                        float[] y = new float[32], three = [.. new float[16], .. X];
                        Net.Run(new ReadOnlyTensorView<float>(three, [1, 3, 4, 4]).Slice(1, 1, 2), Weights, new(y, Shape), new(new float[2], [1, 2]));
                        return y;
                    }

                    public static readonly Action[] Wrong = [{{string.Join(", ", wrong.Select(static call => $"() => {call}"))}}];

                    private static void Right(NetworkWeights weights, int threads = 1) => Net.Run(new(X, Shape), weights, new(Y, Shape), new(Z, [1, 2]), threads);
                    private static void Right(int threads) => Right(Weights, threads);
                }
                """,
                ("net.onnx", s_model.ToString()),
                ("twin.onnx", s_model.ToString()),
                ("two.onnx", s_two));
            AnnotatedCode.AssertClean(code);
            Type program = code.Load().GetType("Program")!;
            foreach ((string name, WeightFile file) in ((string[])["File", "Closed", "Without", "Other", "Changed"]).Zip(_files))
            {
                program.GetField(name)!.SetValue(null, file);
            }

            program.GetMethod("Load")!.CreateDelegate<Action>()();
            _right = program.GetMethod("Run")!.CreateDelegate<Func<int, (float[], float[])>>();
            _written = program.GetMethod("Written")!.CreateDelegate<Func<float[]>>();
            _part = program.GetMethod("Part")!.CreateDelegate<Func<float[]>>();
            Wrong = wrong.Zip((Action[])program.GetField("Wrong")!.GetValue(null)!).ToDictionary(static pair => pair.First, static pair => pair.Second);
        }

        /// <summary>The wrong calls by their text.</summary>
        public IReadOnlyDictionary<string, Action> Wrong { get; }

        /// <summary>All that a call could have written to.</summary>
        public float[] Written() => _written();

        /// <summary>The bits of both outputs.</summary>
        public (int[] Y, int[] Z) Right(int threads)
        {
            (float[] y, float[] z) = _right(threads);
            return (Array.ConvertAll(y, BitConverter.SingleToInt32Bits), Array.ConvertAll(z, BitConverter.SingleToInt32Bits));
        }

        /// <summary>The bits of the first output, where the input is a part of a larger tensor.</summary>
        public int[] Part() => Array.ConvertAll(_part(), BitConverter.SingleToInt32Bits);

        public void Dispose()
        {
            Array.ForEach(_files, static file => file.Dispose());
            _folder.Dispose();
        }

        private static SafeTensors Open(int height, float factor, string last = "k") => SafeTensors.Open(new MemoryStream(Bytes(height, factor, last)));

        // w of (2, 2, height, 3) and k.
        private static byte[] Bytes(int height, float factor, string last)
        {
            float[] numbers = [.. Enumerable.Range(0, 12 * height).Select(static i => (i % 7) / 8f), factor];
            int end = 48 * height;
            byte[] header = Encoding.UTF8.GetBytes(
                $$$"""
                {
                  "w": {"dtype": "F32", "shape": [2, 2, {{{height}}}, 3], "data_offsets": [0, {{{end}}}]},
                  "{{{last}}}": {"dtype": "F32", "shape": [], "data_offsets": [{{{end}}}, {{{end + 4}}}]}
                }
                """);
            return [.. BitConverter.GetBytes((long)header.Length), .. header, .. MemoryMarshal.AsBytes<float>(numbers)];
        }
    }
}
