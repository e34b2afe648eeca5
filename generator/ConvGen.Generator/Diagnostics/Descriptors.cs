using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Diagnostics;

/// <summary>Every rule; its help page is docs/diagnostics/ID.md.</summary>
internal static class Descriptors
{
    private const string Category = "ConvGen";

    // Before the rules, which are made from it. The address is a property of the build.
    private static readonly string s_helpRoot = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "DocumentationUrl").Value + "diagnostics/";

    /// <summary>The type 'Up' must be partial, so that ConvGen can add members to it.</summary>
    public static readonly DiagnosticDescriptor HostNotPartial = Error(
        "CG0001", "The annotated type must be partial", "The type '{0}' must be partial, so that ConvGen can add members to it");

    /// <summary>The type 'Up' is file-local; generated members live in another file and cannot reach it.</summary>
    public static readonly DiagnosticDescriptor HostIsFileLocal = Error(
        "CG0002",
        "The annotated type must not be file-local",
        "The type '{0}' is file-local; generated members live in another file and cannot reach it: declare it internal");

    /// <summary>s is 0 on the width axis; legal are numbers from 1.</summary>
    public static readonly DiagnosticDescriptor BelowMinimum = Error(
        "CG0004", "A parameter is below its minimum", "{0} is {1}{2}; legal are numbers from {3}");

    /// <summary>op is 2 on the width axis; legal are 0 to 1, below max(s, d) = max(2, 1).</summary>
    public static readonly DiagnosticDescriptor OutputPaddingTooLarge = Error(
        "CG0005", "The output padding must be below the stride or the dilation",
            "op is {0}{1}; legal are 0 to {2}, below max(s, d) = max({3}, {4})");

    /// <summary>k lists 4 axes; legal are 1 to 3.</summary>
    public static readonly DiagnosticDescriptor AxisCount = Error(
        "CG0006", "A layer has one to three axes", "k lists {0} axes; legal are 1 to 3");

    /// <summary>s lists 1 axes and k lists 2; legal are lists of one length.</summary>
    public static readonly DiagnosticDescriptor ListLengths = Error(
        "CG0007", "Lists must have one length",
            "{0} lists {1} axes and k lists {2}; legal are lists of one length, or no list for the default");

    /// <summary>Rank is 4; legal are 1, 2 and 3.</summary>
    public static readonly DiagnosticDescriptor RankOutOfRange = Error(
        "CG0008", "The rank must be 1, 2 or 3", "Rank is {0}; legal are 1, 2 and 3");

    /// <summary>Rank stands beside lists; the length of the lists, 2, is the rank.</summary>
    public static readonly DiagnosticDescriptor RankBesideLists = Error(
        "CG0009", "Rank does not go with lists", "Rank stands beside lists; the length of the lists, {0}, is the rank: leave Rank out");

    /// <summary>The Name 'a b' is no identifier; legal are C# identifiers.</summary>
    public static readonly DiagnosticDescriptor NameInvalid = Error(
        "CG0010", "A name must be an identifier", "The Name '{0}' is no identifier; legal are C# identifiers, without @");

    /// <summary>The Name 'Up' is its host's own; legal are other names.</summary>
    public static readonly DiagnosticDescriptor NameEqualsHost = Error(
        "CG0011", "A name must differ from its host's",
            "The Name '{0}' is its host's own, which a nested class cannot have; choose another");

    /// <summary>The Name 'Up1' is used twice on 'Decoder'.</summary>
    public static readonly DiagnosticDescriptor NameRepeated = Error(
        "CG0012", "A name must be used once", "The Name '{0}' is used twice on '{1}'; give every configuration its own");

    /// <summary>'Decoder' has 2 configurations without a Name; legal is one.</summary>
    public static readonly DiagnosticDescriptor NameMissing = Error(
        "CG0013", "Configurations after the first need a name",
            "'{0}' has {1} configurations without a Name; legal is one: name the others");

    /// <summary>InChannels is 6 with 4 groups; legal are multiples of the groups.</summary>
    public static readonly DiagnosticDescriptor ChannelsNotDivisible = Error(
        "CG0014", "Channels must be a multiple of the groups", "{0} is {1} with {2} groups; legal are positive multiples of the groups");

    /// <summary>InputSize lists 1 axes, the layer has 2.</summary>
    public static readonly DiagnosticDescriptor InputSizeAxes = Error(
        "CG0015", "The input size must name every axis",
            "InputSize lists {0} axes, the layer has {1}; legal is one positive length per axis");

    /// <summary>InputSize 1 gives an output height of 0; legal are outputs from 1: take p of at most 0.</summary>
    public static readonly DiagnosticDescriptor OutputOutOfRange = Error(
        "CG0016",
        "The output size must be positive",
        "InputSize {0} gives an output {1} of {2}; legal are outputs from 1 to 2147483647: take {3}");

    /// <summary>The kernel spans 4000000001 outputs on the width axis; legal are spans to 2147483647.</summary>
    public static readonly DiagnosticDescriptor KernelTooLong = Error(
        "CG0017", "The dilated kernel is too long", "The kernel spans d(k - 1) + 1 = {0} outputs{1}; legal are spans to 2147483647");

    /// <summary>Algorithm is 17; legal are the members of ConvGen.Algorithm.</summary>
    public static readonly DiagnosticDescriptor UnknownAlgorithm = Error(
        "CG0018", "The algorithm must be a member of Algorithm", "Algorithm is {0}; legal are the members of ConvGen.Algorithm");

    /// <summary>'Up' has a member 'Forward' of its own, which ConvGen generates too; rename it, or give the configuration a Name.</summary>
    public static readonly DiagnosticDescriptor MemberClash = Error(
        "CG0019", "A generated member must not clash with another", "{0}; rename it, or give the configuration another Name");

    /// <summary>Too much to unroll: 1 phase of more than 24 taps loops over them.</summary>
    public static readonly DiagnosticDescriptor TapsLoop = Info(
        "CG0020", "Phases loop over their taps", "Too much to unroll: {0}");

    /// <summary>k = 3 is not a multiple of s = 2: neighbouring outputs sum different numbers of products.</summary>
    public static readonly DiagnosticDescriptor UnevenOverlap = Info(
        "CG0021",
        "The stride does not divide the kernel",
        "{0}{1}: neighbouring outputs sum different numbers of products, which may show as a checkerboard",
        isEnabledByDefault: false);

    /// <summary>Algorithm.Winograd3 does not apply to this layer; it is computed directly.</summary>
    public static readonly DiagnosticDescriptor AlgorithmNotApplicable = Info(
        "CG0022",
        "The requested algorithm does not apply",
        "Algorithm.{0} does not apply: {1}; the layer is computed directly");

    /// <summary>The kernel has 2151685171 elements; legal are kernels of up to 2147483647.</summary>
    public static readonly DiagnosticDescriptor KernelTooLarge = Error(
        "CG0023",
        "The kernel must have fewer elements than a span can hold",
        "The kernel has {0} elements; legal are up to 2147483647, the most that a span of weights can hold");

    /// <summary>Four or more positional numbers read as k = 64, s = 64, p = 4, op = 2, d = 1; PyTorch's order is another.</summary>
    public static readonly DiagnosticDescriptor PositionalNumbers = new(
        "CG0024",
        "Four or more numbers are better named",
        "Four or more positional numbers read as {0}; PyTorch's order is (in, out, k, s, p): name the parameters",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: s_helpRoot + "CG0024.md");

    /// <summary>The project is C# 10.0, too old for the code that ConvGen generates; legal are C# 11 or later.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "CG0025",
        "The project must be C# 11 or later",
        "The project is C# {0}, too old for the code that ConvGen generates; legal are C# 11 or later: "
            + "<LangVersion>11.0</LangVersion>, or no LangVersion");

    /// <summary>Activation is 99; legal are the members of ConvGen.Activation.</summary>
    public static readonly DiagnosticDescriptor UnknownEpilogue = Error(
        "CG0026", "Activation and residual must be members of their types", "{0} is {1}; legal are the members of ConvGen.{0}");

    /// <summary>Slope is NaN; legal are finite numbers.</summary>
    public static readonly DiagnosticDescriptor EpilogueNumber = Error(
        "CG0027", "A number of the activation is out of its range", "{0} is {1}; legal are {2}");

    /// <summary>The project names no model 'detector.onxx' as ConvGenModel; it has 'detector.onnx'.</summary>
    public static readonly DiagnosticDescriptor ModelNotFound = Error(
        "CG0028", "The model must be one of the project's", "The project names no model '{0}' as ConvGenModel; {1}");

    /// <summary>The network cannot be compiled: the operators NonZero (node 12) are not supported.</summary>
    public static readonly DiagnosticDescriptor NetworkNotCompiled = Error(
        "CG0029", "The network must be one that can be compiled", "{0} cannot be compiled: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: s_helpRoot + id + ".md");

    private static DiagnosticDescriptor Info(string id, string title, string message, bool isEnabledByDefault = true) =>
        new(id, title, message, Category, DiagnosticSeverity.Info, isEnabledByDefault, helpLinkUri: s_helpRoot + id + ".md");
}
