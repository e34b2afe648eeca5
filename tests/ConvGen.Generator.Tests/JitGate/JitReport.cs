using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ConvGen.Generator.Tests.JitGate;

/// <summary>A method that the JIT compiled, as it names it.</summary>
/// <param name="Name">Type, method, type arguments, parameters.</param>
/// <param name="Tier">How far it was optimised: <c>FullOpts</c>, <c>MinOpts</c>, <c>Tier0</c>, ...</param>
internal readonly record struct JittedMethod(string Name, string Tier);

/// <summary>What the JIT wrote under <c>DOTNET_JitDisasmSummary</c> and <c>DOTNET_JitDisasm</c>.</summary>
/// <param name="Methods">All methods, in the order in which they were compiled.</param>
/// <param name="Listings">Methods whose code was listed, with the calls in it.</param>
internal sealed partial record JitReport(ImmutableArray<JittedMethod> Methods, IReadOnlyDictionary<string, List<string>> Listings)
{
    public static JitReport Parse(IEnumerable<string> lines)
    {
        var methods = ImmutableArray.CreateBuilder<JittedMethod>();
        var listings = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> calls = [];
        foreach (string line in lines)
        {
            if (Summary().Match(line) is { Success: true } summary)
            {
                methods.Add(new(summary.Groups["method"].Value, summary.Groups["tier"].Value));
            }
            else if (Listing().Match(line) is { Success: true } listing)
            {
                string method = listing.Groups["method"].Value;
                calls = listings.TryGetValue(method, out List<string>? known) ? known : listings[method] = [];
            }
            else if (Call().Match(line) is { Success: true } call)
            {
                calls.Add(call.Groups["callee"].Value);
            }
        }

        return new JitReport(methods.ToImmutable(), listings);
    }

    [GeneratedRegex(@"^ *\d+: JIT compiled (?<method>.+) \[(?<tier>[^][,]+), IL size=\d+, code size=\d+\]$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^; Assembly listing for method (?<method>.+) \([^()]+\)$")]
    private static partial Regex Listing();

    [GeneratedRegex(@"^ +call +(?<callee>.+)$")]
    private static partial Regex Call();
}
