using System.Xml.Linq;
using ConvGen.Generator.Tests.Snapshots;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>Documentation of emitted members: a line each, which leads to where the runtime tells all.</summary>
public class MemberDocsTests
{
    private static readonly Dictionary<string, XElement> s_runtime = XDocument
        .Load(Path.ChangeExtension(typeof(PackedWeights).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static TheoryData<string> Names => Configurations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Public_members_have_one_line(string name)
    {
        SyntaxTree tree = Emit(name).Sources.Single().SyntaxTree;

        MemberDeclarationSyntax[] members =
        [
            .. tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Where(member => member.Parent is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.FileKeyword))
                .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword)),
        ];

        Assert.True(members.Length > 10);
        Assert.All(members, member => Assert.Equal(1, Documentation(member).Count(c => c == '\n')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_lead_to_members_of_the_runtime_that_tell_of_every_parameter(string name)
    {
        GeneratedCode code = Emit(name);
        AnnotatedCode.AssertClean(code);
        SyntaxTree tree = code.Sources.Single().SyntaxTree;
        SemanticModel model = code.Compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax[] methods =
        [
            .. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(method => Documentation(method).Contains("inheritdoc", StringComparison.Ordinal)),
        ];

        Assert.True(methods.Length > 10);
        foreach (MethodDeclarationSyntax method in methods)
        {
            XmlCrefAttributeSyntax cref = method.DescendantNodes(descendIntoTrivia: true).OfType<XmlCrefAttributeSyntax>().Single();
            ISymbol told = model.GetSymbolInfo(cref.Cref).Symbol!;
            XElement documentation = s_runtime[told.GetDocumentationCommentId()!];
            IEnumerable<string> parameters = method.Identifier.Text == "OutputSize"
                ? ["input"]
                : method.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text);

            Assert.Equal("ConvolutionLayer", told.ContainingType.Name);
            Assert.NotNull(documentation.Element("summary"));
            Assert.NotNull(documentation.Element("exception"));
            Assert.Empty(parameters.Except(documentation.Elements("param").Select(parameter => parameter.Attribute("name")!.Value)));
        }
    }

    private static GeneratedCode Emit(string name) =>
        GeneratorHost.Run(Configurations.Source(name), references: TensorReference.Value);

    private static string Documentation(MemberDeclarationSyntax member) =>
        string.Concat(member.GetLeadingTrivia().Where(trivia => trivia.HasStructure).Select(trivia => trivia.ToFullString()));
}
