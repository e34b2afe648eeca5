using static ConvGen.Generator.Tests.Diagnostics.RuleCase;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Rules about the numbers of one attribute.</summary>
internal static class ParameterRuleCases
{
    public static IEnumerable<RuleCase> All => [.. Minimums, .. Lists, .. Relations, .. Sizes, .. Several];

    private static IEnumerable<RuleCase> Minimums =>
    [
        Of("k of 0", "k: {|CG0004:0|}", "k is 0; legal are numbers from 1"),
        Of("s of 0", "k: 4, s: {|CG0004:0|}", "s is 0; legal are numbers from 1"),
        Of("d of 0", "k: 4, d: {|CG0004:0|}", "d is 0; legal are numbers from 1"),
        Of("g of 0", "k: 4, g: {|CG0004:0|}", "g is 0; legal are numbers from 1"),
        Of("p below 0", "k: 4, p: {|CG0004:-1|}", "p is -1; legal are numbers from 0"),
        Of("op below 0", "k: 4, op: {|CG0004:-1|}", "op is -1; legal are numbers from 0"),
        Of("lowest number", "k: {|CG0004:int.MinValue|}", "k is -2147483648; legal are numbers from 1"),
        Of(
            "arguments by position",
            "{|CG0004:0|}, {|CG0004:1 - 2|}",
            "k is 0; legal are numbers from 1",
            "s is -1; legal are numbers from 1"),
        Of("arguments out of order", "s: {|CG0004:0|}, k: 3", "s is 0; legal are numbers from 1"),
        Of("k of 0 in a list", "k: [3, {|CG0004:0|}]", "k is 0 on the width axis; legal are numbers from 1"),
        Of("s of 0 in a list", "k: [3, 3], s: [{|CG0004:0|}, 1]", "s is 0 on the height axis; legal are numbers from 1"),
        Of("d of 0 in a list", "k: [3], d: [{|CG0004:0|}]", "d is 0 on the length axis; legal are numbers from 1"),
        Of("p below 0 in a list", "k: [3, 3, 3], p: [{|CG0004:-1|}, 0, 0]", "p is -1 on the depth axis; legal are numbers from 0"),
        Of("op below 0 in a list", "k: [3, 3], op: [0, {|CG0004:-7|}]", "op is -7 on the width axis; legal are numbers from 0"),
        Of("g of 0 beside lists", "k: [3, 3], g: {|CG0004:0|}", "g is 0; legal are numbers from 1"),
        Of("array", "k: new int[] { 3, {|CG0004:0|} }", "k is 0 on the width axis; legal are numbers from 1"),
        Of("array of inferred type", "k: new[] { {|CG0004:0|}, 3 }", "k is 0 on the height axis; legal are numbers from 1"),
        Of("input size of 0", "k: 3, InputSize = [8, {|CG0004:0|}]", "InputSize is 0 on the width axis; legal are numbers from 1"),
    ];

    private static IEnumerable<RuleCase> Lists =>
    [
        Of("no axes", "k: {|CG0006:[]|}", "k lists 0 axes; legal are 1 to 3"),
        Of("no list", "k: {|CG0006:null|}", "k lists 0 axes; legal are 1 to 3"),
        Of("four axes", "k: {|CG0006:[1, 1, 1, 1]|}, s: [1]", "k lists 4 axes; legal are 1 to 3"),
        Of(
            "shorter list",
            "k: [3, 3], s: {|CG0007:[2]|}",
            "s lists 1 axes and k lists 2; legal are lists of one length, or no list for the default"),
        Of(
            "longer lists",
            "k: [3], p: {|CG0007:[0, 0]|}, op: {|CG0007:new int[3] { 0, 0, 0 }|}, d: {|CG0007:[]|}",
            "p lists 2 axes and k lists 1; legal are lists of one length, or no list for the default",
            "op lists 3 axes and k lists 1; legal are lists of one length, or no list for the default",
            "d lists 0 axes and k lists 1; legal are lists of one length, or no list for the default"),
        Of("rank of 0", "k: 3, Rank = {|CG0008:0|}", "Rank is 0; legal are 1, 2 and 3"),
        Of(
            "rank of 4 beside other errors",
            "k: {|CG0004:0|}, s: {|CG0004:0|}, op: {|CG0004:-1|}, Rank = {|CG0008:4|}",
            "k is 0; legal are numbers from 1",
            "s is 0; legal are numbers from 1",
            "op is -1; legal are numbers from 0",
            "Rank is 4; legal are 1, 2 and 3"),
        Of("rank of 4", "k: 3, Rank = {|CG0008:4|}", "Rank is 4; legal are 1, 2 and 3"),
        Of(
            "rank beside lists",
            "k: [3, 3], Rank = {|CG0009:2|}",
            "Rank stands beside lists; the length of the lists, 2, is the rank: leave Rank out"),
    ];

    private static IEnumerable<RuleCase> Relations =>
    [
        Of("op of the stride", "k: 3, s: 2, op: {|CG0005:2|}", "op is 2; legal are 0 to 1, below max(s, d) = max(2, 1)"),
        Of("op of the dilation", "k: 3, s: 2, d: 3, op: {|CG0005:3|}", "op is 3; legal are 0 to 2, below max(s, d) = max(2, 3)"),
        Of(
            "op in PyTorch's order",
            "{|CG0024:64|}, 1, 4, {|CG0005:2|}, 1",
            "Four or more positional numbers read as k = 64, s = 1, p = 4, op = 2, d = 1; "
                + "PyTorch's order is (in, out, k, s, p): name the parameters",
            "op is 2; legal are 0 to 0, below max(s, d) = max(1, 1)"),
        Of(
            "op in a list",
            "k: [3, 3], s: [2, 3], op: [{|CG0005:2|}, {|CG0005:4|}], d: [1, 4]",
            "op is 2 on the height axis; legal are 0 to 1, below max(s, d) = max(2, 1)",
            "op is 4 on the width axis; legal are 0 to 3, below max(s, d) = max(3, 4)"),
        Of(
            "channels that groups do not divide",
            "k: 3, g: 4, InChannels = {|CG0014:6|}, OutChannels = 8",
            "InChannels is 6 with 4 groups; legal are positive multiples of the groups"),
        Of(
            "channels below 1",
            "k: [3], InChannels = {|CG0014:0|}, OutChannels = {|CG0014:-4|}",
            "InChannels is 0 with 1 groups; legal are positive multiples of the groups",
            "OutChannels is -4 with 1 groups; legal are positive multiples of the groups"),
        Of(
            "kernel that spans too much",
            "k: {|CG0017:3|}, d: 2000000000",
            "The kernel spans d(k - 1) + 1 = 4000000001 outputs; legal are spans to 2147483647"),
        Of(
            "kernel in a list that spans too much",
            "k: [1000, {|CG0017:2|}], d: [1, int.MaxValue]",
            "The kernel spans d(k - 1) + 1 = 2147483648 outputs on the width axis; legal are spans to 2147483647"),
        Of(
            "kernel that no weights fill",
            "k: {|CG0023:1291|}, s: 1291, Rank = 3",
            "The kernel has 2151685171 elements; legal are up to 2147483647, the most that a span of weights can hold"),
        Of(
            "kernel in a list that no weights fill",
            "k: {|CG0023:[int.MaxValue, 1, 2]|}",
            "The kernel has 4294967294 elements; legal are up to 2147483647, the most that a span of weights can hold"),
        Of(
            "algorithm that is none",
            "k: 3, Algorithm = {|CG0018:(Algorithm)17|}",
            "Algorithm is 17; legal are the members of ConvGen.Algorithm"),
        OfConv(
            "activation that is none",
            "k: 3, Activation = {|CG0026:(Activation)99|}, Residual = {|CG0026:(Residual)(-1)|}",
            "Activation is 99; legal are the members of ConvGen.Activation",
            "Residual is -1; legal are the members of ConvGen.Residual"),
        OfConv(
            "numbers that are none",
            "k: 3, Slope = {|CG0027:float.NaN|}, ScaleAfter = {|CG0027:float.PositiveInfinity|}",
            "Slope is NaN; legal are finite numbers",
            "ScaleAfter is Infinity; legal are finite numbers"),
        Of(
            "limits the wrong way round",
            "k: 3, Activation = Activation.Clamp, Minimum = {|CG0027:1f|}, Maximum = 0.5f",
            "Minimum is 1; legal are numbers up to Maximum, 0.5"),
        OfConv("k of 0, ordinary", "k: {|CG0004:0|}, s: {|CG0004:0|}, d: {|CG0004:0|}, g: {|CG0004:0|}",
            "k is 0; legal are numbers from 1", "s is 0; legal are numbers from 1", "d is 0; legal are numbers from 1", "g is 0; legal are numbers from 1"),
        OfConv(
            "ends of another number of axes",
            "k: [3, 3], PEnd = {|CG0007:[1]|}",
            "PEnd lists 1 axes and k lists 2; legal are lists of one length, or no list for the default"),
        Of("ends below nothing", "k: 3, PEnd = [0, {|CG0004:-1|}]", "PEnd is -1 on the width axis; legal are numbers from 0"),
        OfConv(
            "output of nothing, ordinary",
            "k: 5, InputSize = [9, {|CG0016:4|}]",
            "InputSize 4 gives an output width of 0; legal are outputs from 1 to 2147483647: take p of at least 1"),
    ];

    private static IEnumerable<RuleCase> Sizes =>
    [
        Of(
            "input size of one axis",
            "k: 3, InputSize = {|CG0015:[8]|}",
            "InputSize lists 1 axes, the layer has 2; legal is one positive length per axis"),
        Of(
            "empty input size",
            "k: [3], InputSize = {|CG0015:[]|}",
            "InputSize lists 0 axes, the layer has 1; legal is one positive length per axis"),
        Of(
            "output of nothing",
            "k: 2, p: 1, InputSize = [9, {|CG0016:1|}]",
            "InputSize 1 gives an output width of 0; legal are outputs from 1 to 2147483647: take p of at most 0"),
        Of(
            "output below nothing",
            "k: [1, 1, 1], p: [3, 0, 0], InputSize = [{|CG0016:2|}, 1, 1]",
            "InputSize 2 gives an output depth of -4; legal are outputs from 1 to 2147483647: take p of at most 0"),
        Of(
            "output too large",
            "k: 1, s: 65536, Rank = 1, InputSize = [{|CG0016:32769|}]",
            "InputSize 32769 gives an output length of 2147483649; legal are outputs from 1 to 2147483647: "
                + "take InputSize of at most 32768"),
        Of(
            "output of one input too large",
            "k: int.MaxValue, s: 2, op: 1, p: 0, Rank = 1, InputSize = [{|CG0016:1|}]",
            "InputSize 1 gives an output length of 2147483648; legal are outputs from 1 to 2147483647: take p of at least 1"),
    ];

    private static IEnumerable<RuleCase> Several =>
    [
        Of(
            "everything wrong with numbers",
            """
            k: {|CG0004:0|}, s: {|CG0004:0|}, p: {|CG0004:-1|}, op: {|CG0004:-1|}, d: {|CG0004:0|}, g: {|CG0004:0|},
            Name = {|CG0010:"1"|}, Algorithm = {|CG0018:(Algorithm)(-1)|}, InputSize = {|CG0015:[]|}
            """,
            "k is 0; legal are numbers from 1",
            "s is 0; legal are numbers from 1",
            "p is -1; legal are numbers from 0",
            "op is -1; legal are numbers from 0",
            "d is 0; legal are numbers from 1",
            "g is 0; legal are numbers from 1",
            "The Name '1' is no identifier; legal are C# identifiers, without @",
            "Algorithm is -1; legal are the members of ConvGen.Algorithm",
            "InputSize lists 0 axes, the layer has 2; legal is one positive length per axis"),
        Of(
            "everything wrong with lists",
            "k: [{|CG0004:0|}, {|CG0004:-1|}], s: {|CG0007:[1]|}, g: 2, Rank = {|CG0009:2|}, InChannels = {|CG0014:3|}",
            "k is 0 on the height axis; legal are numbers from 1",
            "k is -1 on the width axis; legal are numbers from 1",
            "s lists 1 axes and k lists 2; legal are lists of one length, or no list for the default",
            "Rank stands beside lists; the length of the lists, 2, is the rank: leave Rank out",
            "InChannels is 3 with 2 groups; legal are positive multiples of the groups"),
        new(
            "every configuration wrong",
            """
            [ConvTranspose(k: {|CG0004:0|}), {|CG0013:ConvTranspose(k: 3, op: {|CG0005:1|})|}]
            [ConvTranspose(k: 3, Rank = {|CG0008:9|}, Name = {|CG0011:"Up"|})]
            internal static class {|CG0001:Up|};
            """,
            "k is 0; legal are numbers from 1",
            "'Up' has 2 configurations without a Name; legal is one: name the others",
            "op is 1; legal are 0 to 0, below max(s, d) = max(1, 1)",
            "Rank is 9; legal are 1, 2 and 3",
            "The Name 'Up' is its host's own, which a nested class cannot have; choose another",
            "The type 'Up' must be partial, so that ConvGen can add members to it"),
    ];
}
