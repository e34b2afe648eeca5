using System.Xml.Linq;
using ConvGen.CompilerServices;
using ConvGen.Generator.Tests.Networks;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Robustness;

/// <summary>Names of a model cannot become anything else in emitted code: not code, not the end of a comment or of a string, not another value's name.</summary>
public class NetworkInjectionTests
{
    private const int MostInputs = 60;

    // Each output is told apart from all others, which takes a compiler its time.
    private const int MostOutputs = 24;

    private static readonly string[] s_hostile =
    [
        "a b", "a\nclass Injected;", "a\r\n}", "a\u2028class Injected;", "a\u2029b", "a\u0085class Injected;", "\"", "\" + 1 + \"", "\\", "\\\"", "*/ class Injected; /*",
        "//", "///", "/**",
        "</summary><injected/>", "&", "{", "}", "{0}", "{{", "$\"", "@", "#error", "#pragma", "\0", "\t", "\u202E", "\u2066a", "\u200D", "\uFEFF",
        "ß", "上采样", "😀", "../x", "C:x", "CON", "nul",
        "class", "await", "var", "global", "nameof", "typeof", "float", "long", "true", "_", "__arglist", "3", "3x", "a", "A", "a-b", "a_b", "a.b", "a_b_2", "weights",
        "weights_2", "run", "arena",
        "memory", "maxDegreeOfParallelism", "maxDegreeOfParallelismElements", "file", "load", "Definition", "Run", "LoadWeights", "System", "ConvGen", "Span",
        "ReadOnlySpan", "Math",
        "Network_Layers", "Network_Network", "Network_Kernels1", new string('é', 2000), new string('n', 4096), new string('n', 4095),
        .. typeof(NetworkRun).Assembly.GetExportedTypes().Where(static type => type.Namespace == typeof(NetworkRun).Namespace)
            .Select(static type => type.Name.Split('`')[0]).Distinct(),
    ];

    private static readonly string[] s_plain = [.. s_hostile.Select(static (_, index) => FormattableString.Invariant($"v{index}"))];

    public static TheoryData<string> Kinds => ["inputs", "outputs", "values", "weights"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_are_names_alone(string kind)
    {
        SyntaxTree hostile = Emit(kind, s_hostile);
        SyntaxTree plain = CSharpSyntaxTree.ParseText(LimitsTests.Text(Model(kind, s_plain).ToString()));

        // The same words and signs in the same order, whatever names and texts say.
        Assert.Equal(Tokens(plain), Tokens(hostile));
        Assert.DoesNotContain(hostile.ToString(), static c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E' or '\u2066' or '\uFEFF'));
        Assert.All(Comments(hostile), static comment => Assert.All(comment, static c => Assert.InRange(c, ' ', '~')));
        if (kind == "weights")
        {
            Assert.Empty(s_hostile.Except(hostile.GetRoot().DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(static token => token.ValueText)));
        }
    }

    [Theory]
    [InlineData("images", "images")]
    [InlineData("input.1", "input_1")]
    [InlineData("input:0", "input_0")]
    [InlineData("class", "class")]
    [InlineData("3", "v3")]
    [InlineData("上采样", "value")]
    [InlineData("weights", "weights_2")]
    [InlineData("Pooling", "Pooling_2")]
    [InlineData("Run", "Run_2")]
    public void Parameters_are_called_as_in_the_model(string name, string parameter)
    {
        GeneratedCode code = Run("test.onnx", new ModelText().Input(name, 1, 4).Node("y", "Relu", name).Output("y"));

        IParameterSymbol[] parameters = [.. code.Compilation.GetTypeByMetadataName("Network")!.GetMembers("Run").Cast<IMethodSymbol>().Single().Parameters];
        Assert.Equal([parameter, "weights", "y", "maxDegreeOfParallelism"], parameters.Select(static p => p.Name));
    }

    [Fact]
    public void Inputs_and_outputs_of_like_names_are_told_apart()
    {
        GeneratedCode code = Run(
            "test.onnx", new ModelText().Input("x", 1, 4).Input("X", 1, 4).Input("x.", 1, 4).Node("x-", "Sum", "x X x.").Output("x-").Output("x"));

        AnnotatedCode.AssertClean(code);
        Assert.Equal(
            ["x", "X", "x_2", "weights", "x_3", "x_4", "maxDegreeOfParallelism"],
            code.Compilation.GetTypeByMetadataName("Network")!.GetMembers("Run").Cast<IMethodSymbol>().Single().Parameters.Select(static p => p.Name));
    }

    [Theory]
    [InlineData("a&b.onnx")]
    [InlineData("a<b>c.onnx")]
    [InlineData("{0} $(x) '\".onnx")]
    [InlineData("*\u2028 \u202E.onnx")]
    [InlineData("ü")]
    public void File_names_are_texts_alone(string file)
    {
        GeneratedCode code = Run(file, ModelText.Conv().Output("c"), ", Name = \"Inner\"");

        AnnotatedCode.AssertClean(code);
        SyntaxTree tree = code.Sources.Single().SyntaxTree;
        Assert.All(
            tree.GetRoot().DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)),
            static comment => XElement.Parse("<member>" + comment.ToFullString().Replace("///", "", StringComparison.Ordinal) + "</member>"));
        Assert.Contains(tree.GetRoot().DescendantTokens(), token => token.ValueText == file);
        Assert.Matches("^[A-Za-z0-9._-]+$", code.Sources.Single().HintName);
    }

    private static SyntaxTree Emit(string kind, string[] names)
    {
        GeneratedCode code = Run("test.onnx", Model(kind, names));
        AnnotatedCode.AssertClean(code);
        code.Load();
        return code.Sources.Single().SyntaxTree;
    }

    private static GeneratedCode Run(string file, ModelText model, string arguments = "") => GeneratorHost.RunNetworks(
        $"[ConvGen.Network({SymbolDisplay.FormatLiteral(file, quote: true)}{arguments})] internal static partial class Network;", (file, model.ToString()));

    private static ModelText Model(string kind, string[] names)
    {
        string[] words = [.. names.Select(ModelText.Word)];
        var model = new ModelText();
        switch (kind)
        {
            case "inputs":
                // As many as a network may have, the first ones and the last ones.
                string[] some = [.. words.Take(MostInputs), .. words.Skip(MostInputs).TakeLast(MostInputs)];
                return some.Aggregate(model, static (m, word) => m.Input(word, 1, 2)).Node("y", "Sum", string.Join(' ', some)).Output("y");
            case "outputs":
                model.Input("x", 1, 4, 2, 2).Weight("w", 4, 4, 1, 1);
                return words.Where(static (_, index) => index % 4 == 0).Take(MostOutputs).Aggregate(model, static (m, word) => m.Node(word, "Conv", "x w").Output(word));
            case "values":
                // Softmax is a step of its own, so that every value is a local; nodes are called as their values.
                model.Input("start", 1, 4, 2, 2);
                return words.Prepend("start").Zip(words, static (from, to) => (from, to))
                    .Aggregate(model, static (m, pair) => m.Node(pair.to, "Softmax", pair.from, "axis i 1")).Output(words[^1]);
            default:
                // Each is turned round as weights are loaded, by a method of the runtime.
                model.Input("x", 1, 4);
                return words.Zip(words.Prepend("x"), static (word, from) => (word, from)).Aggregate(model, static (m, pair) => m
                    .Weight(pair.word, 4, 4).Node(pair.word + ":t", "Transpose", pair.word)
                    .Node(pair.word + ":y", "MatMul", (pair.from == "x" ? "x " : pair.from + ":y ") + pair.word + ":t")).Output(words[^1] + ":y");
        }
    }

    private static IEnumerable<SyntaxKind> Tokens(SyntaxTree tree) => tree.GetRoot().DescendantTokens().Select(static token => token.Kind());

    private static IEnumerable<string> Comments(SyntaxTree tree) => tree.GetRoot().DescendantTrivia()
        .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(static trivia => trivia.ToString());
}
