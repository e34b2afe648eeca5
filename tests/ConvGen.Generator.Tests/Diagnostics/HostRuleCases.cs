using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Rules about annotated types and the names of their configurations.</summary>
internal static class HostRuleCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new(
            "host that is not partial",
            "[ConvTranspose(k: 4)] internal static class {|CG0001:Up|};",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "record that is not partial",
            "[ConvTranspose(k: 4)] internal record struct {|CG0001:Up|}(int Size);",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "container that is not partial",
            "internal class Outer { [ConvTranspose(k: 4)] internal static partial class {|CG0001:Up|}; }",
            "The type 'Outer' must be partial, so that ConvGen can add members to it"),
        new(
            "part that is not partial",
            "[ConvTranspose(k: 4)] internal static partial class {|CG0001:Up|}; static class Up;",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "nothing is partial",
            "internal struct Outer { [ConvTranspose(k: 4)] internal class {|CG0001:{|CG0001:Up|}|}; }",
            "The type 'Outer' must be partial, so that ConvGen can add members to it",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "file-local host",
            "[ConvTranspose(k: 4)] file static partial class {|CG0002:Up|};",
            "The type 'Up' is file-local; generated members live in another file and cannot reach it: declare it internal"),
        new(
            "file-local container",
            "file partial class Outer { [ConvTranspose(k: 4)] internal static partial class {|CG0002:Up|}; }",
            "The type 'Outer' is file-local; generated members live in another file and cannot reach it: declare it internal"),
        new(
            "file-local host that is not partial",
            "[ConvTranspose(k: 4)] file static class {|CG0001:{|CG0002:Up|}|};",
            "The type 'Up' must be partial, so that ConvGen can add members to it",
            "The type 'Up' is file-local; generated members live in another file and cannot reach it: declare it internal"),
        new(
            "language before 11",
            "[ConvTranspose(k: 4)] internal static partial class {|CG0025:Up|} { }",
            TooOld("10.0"))
        {
            Language = LanguageVersion.CSharp10,
        },
        new(
            "language long before 11, beside other errors",
            "[ConvTranspose(k: {|CG0004:0|})] internal static class {|CG0001:{|CG0025:Up|}|} { }",
            "k is 0; legal are numbers from 1",
            "The type 'Up' must be partial, so that ConvGen can add members to it",
            TooOld("7.3"))
        {
            Language = LanguageVersion.CSharp7_3,
        },
        new(
            "name with a space",
            """[ConvTranspose(k: 4, Name = {|CG0010:"a b"|})] internal static partial class Up;""",
            "The Name 'a b' is no identifier; legal are C# identifiers, without @"),
        new(
            "empty name",
            """[ConvTranspose(k: 4, Name = {|CG0010:""|})] internal static partial class Up;""",
            "The Name '' is no identifier; legal are C# identifiers, without @"),
        new(
            "name with an @",
            """[ConvTranspose(k: 4, Name = {|CG0010:"@class"|})] internal static partial class Up;""",
            "The Name '@class' is no identifier; legal are C# identifiers, without @"),
        new(
            "name of the host",
            """[ConvTranspose(k: 4, Name = {|CG0011:"Up"|})] internal static partial class Up;""",
            "The Name 'Up' is its host's own, which a nested class cannot have; choose another"),
        new(
            "name used twice",
            """
            [ConvTranspose(k: 4, Name = "Near")]
            [ConvTranspose(k: 2, Name = {|CG0012:"Near"|})]
            internal static partial class Up;
            """,
            "The Name 'Near' is used twice on 'Up'; give every configuration its own"),
        new(
            "name used twice, on two parts",
            """
            [ConvTranspose(k: 4, Name = "Near")] internal static partial class Up;
            [ConvTranspose(k: 2, Name = {|CG0012:"Near"|})] internal static partial class Up;
            """,
            "The Name 'Near' is used twice on 'Up'; give every configuration its own"),
        new(
            "second configuration without a name",
            "[ConvTranspose(k: 4), {|CG0013:ConvTranspose(k: 2)|}] internal static partial class Up;",
            "'Up' has 2 configurations without a Name; legal is one: name the others"),
        new(
            "null for want of a name",
            "[ConvTranspose(k: 4, Name = null), {|CG0013:ConvTranspose(k: 2, Name = null)|}] internal static partial class Up;",
            "'Up' has 2 configurations without a Name; legal is one: name the others"),
        new(
            "third configuration without a name",
            """
            [ConvTranspose(k: 4)]
            [ConvTranspose(k: 3, Name = "Near")]
            [{|CG0013:ConvTranspose(2)|}]
            [{|CG0013:ConvGen.ConvTransposeAttribute(k: [1])|}]
            internal static partial class Up;
            """,
            "'Up' has 3 configurations without a Name; legal is one: name the others",
            "'Up' has 3 configurations without a Name; legal is one: name the others"),
        new(
            "member of the same name",
            "[{|CG0019:ConvTranspose(k: 4)|}] internal static partial class Up { private const int Groups = 2; }",
            Clash("'Up' has a member 'Groups' of its own, which ConvGen generates too")),
        new(
            "member of the same name on another part",
            """
            [{|CG0019:ConvTranspose(k: 4)|}] internal partial class Up;
            partial class Up { private static void KernelHeight(int taps) { } }
            """,
            Clash("'Up' has a member 'KernelHeight' of its own, which ConvGen generates too")),
        new(
            "method of the same signature",
            """
            [{|CG0019:ConvTranspose(k: 4)|}] internal partial class Up
            {
                public void Forward(ReadOnlyTensorView<float> x, PackedWeights? w, TensorView<float> y) { }
            }
            """,
            Clash("'Up' has a member 'Forward' of its own, which ConvGen generates too")),
        new(
            "property and nested type",
            "[{|CG0019:{|CG0019:ConvTranspose(k: 4)|}|}] internal partial class Up { public int Pack { get; } private enum StrideWidth; }",
            Clash("'Up' has a member 'Pack' of its own, which ConvGen generates too"),
            Clash("'Up' has a member 'StrideWidth' of its own, which ConvGen generates too")),
        new(
            "clash beside another error",
            "[{|CG0019:ConvTranspose(k: 4)|}] internal class {|CG0001:Up|} { int Groups; }",
            Clash("'Up' has a member 'Groups' of its own, which ConvGen generates too"),
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
        new(
            "parameter of a record",
            "[{|CG0019:ConvTranspose(k: 4)|}] internal partial record Up(int Groups);",
            Clash("'Up' has a member 'Groups' of its own, which ConvGen generates too")),
        new(
            "fixed channels",
            "[{|CG0019:ConvTranspose(k: 4, InChannels = 3)|}] internal partial class Up { int InChannels; int OutChannels; }",
            Clash("'Up' has a member 'InChannels' of its own, which ConvGen generates too")),
        new(
            "type parameter",
            "[{|CG0019:ConvTranspose(k: 4)|}] internal partial class Up<Groups>;",
            Clash("'Up' has a type parameter 'Groups', a name that ConvGen generates too")),
        new(
            "host named like a member",
            "[{|CG0019:ConvTranspose(k: 4)|}] internal partial class Pack;",
            Clash("'Pack' is itself named like a member that ConvGen generates")),
        new(
            "Name of a generated member",
            """[ConvTranspose(k: 4, Name = {|CG0019:"Forward"|})] internal partial class Up;""",
            Clash("The Name 'Forward' is that of a member which ConvGen generates")),
        new(
            "Name of a generated member of another configuration",
            """[ConvTranspose(k: [4]), ConvTranspose(k: 4, Name = {|CG0019:"KernelLength"|})] internal partial class Up;""",
            Clash("The Name 'KernelLength' is that of a member which ConvGen generates")),
        new(
            "Name of a member, of a nested type and of a type parameter",
            """
            [ConvTranspose(k: 1, Name = {|CG0019:"Near"|})]
            [ConvTranspose(k: 2, Name = {|CG0019:"Far"|})]
            [ConvTranspose(k: 3, Name = {|CG0019:"T"|})]
            internal partial class Up<T> { public void Near() { } public partial class Far; }
            """,
            Clash("The Name 'Near' is that of a member or type parameter of 'Up'"),
            Clash("The Name 'Far' is that of a member or type parameter of 'Up'"),
            Clash("The Name 'T' is that of a member or type parameter of 'Up'")),
    ];

    private static string TooOld(string version) => $"The project is C# {version}, too old for the code that ConvGen generates; "
        + "legal are C# 11 or later: <LangVersion>11.0</LangVersion>, or no LangVersion";

    private static string Clash(string what) => what + "; rename it, or give the configuration another Name";
}
