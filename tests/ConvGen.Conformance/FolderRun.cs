using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Conformance;

/// <summary>Runs all tests of models below a folder, as ONNX publishes those of its operators, and compares what networks compute with what the tests say.</summary>
/// <param name="output">Where the report goes.</param>
public sealed partial class FolderRun(TextWriter output)
{
    // That ONNX's own runner allows each element; and of the largest, since sums err by what they add and not by what is left of it.
    private const double RelativeTolerance = 1e-3;
    private const double ToleranceOfLargest = 1e-5;
    private const int Batch = 64;

    private static readonly TestInputs[] s_waysToGive = [TestInputs.Given, TestInputs.FirstGiven, TestInputs.Known];

    private readonly List<TestOutcome> _outcomes = [];

    /// <summary>A file whose table of operators is written anew.</summary>
    public string? TableFile { get; init; }

    /// <summary>Runs all tests.</summary>
    /// <param name="folder">A folder with tests anywhere below it.</param>
    /// <returns>0 where none failed, else 1; 1 also where there are none.</returns>
    public int Execute(string folder)
    {
        var planned = new List<Planned>();
        foreach (string data in ModelTest.Find(folder))
        {
            if (Plan(folder, data) is { } test)
            {
                planned.Add(test);
            }
        }

        foreach (Planned[] batch in planned.Chunk(Batch))
        {
            Run(batch);
        }

        Report();
        if (TableFile is not null)
        {
            OperatorTable.Write(TableFile, _outcomes);
        }

        return _outcomes.Count > 0 && !_outcomes.Exists(static outcome => outcome.Verdict == Verdict.Failed) ? 0 : 1;
    }

    private sealed record Planned(ModelTest Test, TestInputs Inputs, int Outputs, NetworkRequest Request);

    // Parameters become constants where a network cannot be given them; and what an operator makes beside its result is left out where it is not computed.
    private Planned? Plan(string folder, string data)
    {
        string[] operators = [];
        string refusal = "";
        try
        {
            ModelTest test = ModelTest.Read(folder, data);
            operators = [.. test.Operators];
            foreach (int outputs in (int[])[test.OutputCount, 1])
            {
                foreach (TestInputs inputs in s_waysToGive)
                {
                    try
                    {
                        return new Planned(test, inputs, outputs, test.Request(inputs, outputs));
                    }
                    catch (NetworkRefusedException refused)
                    {
                        // The second way lacks nothing but what is not supported.
                        refusal = inputs == TestInputs.Known ? refusal : refused.Message;
                    }
                }
            }
        }
        catch (NetworkRefusedException refused)
        {
            refusal = refused.Message;
        }
#pragma warning disable CA1031 // Whatever a test throws is that test's failure; the others still run.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Add(ModelTest.NameOf(folder, data), operators, Verdict.Failed, Text(failure));
            return null;
        }

        Add(ModelTest.NameOf(folder, data), operators, Verdict.Refused, refusal);
        return null;
    }

    // One compilation serves many; if it fails, halving finds the culprits in a few more.
    private void Run(Planned[] batch)
    {
        try
        {
            Func<CompiledNetwork>[] networks = CompiledNetwork.Compile([.. batch.Select(static planned => planned.Request)]);
            foreach ((Planned planned, Func<CompiledNetwork> load) in batch.Zip(networks))
            {
                Run(planned, load);
            }
        }
        catch (CompilationFailedException failure) when (batch.Length == 1)
        {
            Add(batch[0].Test.Name, batch[0].Test.Operators, Verdict.Failed, failure.Message);
        }
        catch (CompilationFailedException)
        {
            Run(batch[..(batch.Length / 2)]);
            Run(batch[(batch.Length / 2)..]);
        }
    }

    private void Run(Planned planned, Func<CompiledNetwork> load)
    {
        string failure;
        bool isKnown = false;
        try
        {
            CompiledNetwork network = load();
            isKnown = network.Inputs.Count == 0;
            Array[] results = network.Run(planned.Test.Inputs(planned.Inputs));
            failure = string.Join("; ", planned.Test.Outputs(planned.Outputs).Select((wanted, index) => Difference(network.Outputs[index], results[index], wanted)).OfType<string>());
        }
#pragma warning disable CA1031 // Whatever a test throws is that test's failure; the others still run.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = Text(thrown);
        }

        Verdict passed = planned.Inputs switch
        {
            _ when planned.Outputs < planned.Test.OutputCount => Verdict.PassedFirstOutput,
            _ when isKnown => Verdict.PassedKnown,
            TestInputs.Given => Verdict.Passed,
            _ => Verdict.PassedWithConstants,
        };
        Add(planned.Test.Name, planned.Test.Operators, failure.Length > 0 ? Verdict.Failed : passed, failure);
    }

    private static string? Difference(CompiledNetwork.Tensor tensor, Array result, ModelTest.Data wanted)
    {
        if (!tensor.Shape.SequenceEqual(wanted.Shape))
        {
            return $"{tensor.Name} has the shape ({string.Join(", ", tensor.Shape)}), not ({string.Join(", ", wanted.Shape)})";
        }

        return (result, wanted.Elements) switch
        {
            (long[] whole, long[] right) => whole.AsSpan().SequenceEqual(right) ? null : $"{tensor.Name} differs",
            (float[] real, float[] right) => Difference(tensor.Name, real, right),
            _ => $"{tensor.Name} is of another type",
        };
    }

    private static string? Difference(string name, float[] result, float[] right)
    {
        double largest = right.Where(float.IsFinite).Select(MathF.Abs).DefaultIfEmpty().Max();
        for (int i = 0; i < right.Length; i++)
        {
            double allowed = (RelativeTolerance * Math.Abs(right[i])) + (ToleranceOfLargest * largest);
            bool isRight = result[i].Equals(right[i]) || (float.IsFinite(right[i]) && Math.Abs((double)result[i] - right[i]) <= allowed);
            if (!isRight)
            {
                return FormattableString.Invariant($"{name}[{i}] is {result[i]}, not {right[i]}");
            }
        }

        return null;
    }

    private static string Text(Exception thrown) => $"{thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";

    private void Add(string name, IReadOnlyList<string> operators, Verdict verdict, string reason) =>
        _outcomes.Add(new TestOutcome(name, operators, verdict, reason));

    private void Report()
    {
        foreach (IGrouping<string, TestOutcome> reason in Of(Verdict.Refused)
            .GroupBy(static outcome => NodeName().Replace(outcome.Reason, "")).OrderByDescending(static reason => reason.Count()))
        {
            output.WriteLine($"refused: {reason.Key}: {string.Join(", ", reason.Select(static outcome => outcome.Name))}");
        }

        foreach (TestOutcome outcome in Of(Verdict.Failed))
        {
            output.WriteLine($"FAILED: {outcome.Name}: {outcome.Reason}");
        }

        int passed = _outcomes.Count(static outcome => outcome.HasPassed);
        output.WriteLine(FormattableString.Invariant($"Of those that passed, {Of(Verdict.PassedWithConstants).Count()} had inputs after the first as constants, ")
            + FormattableString.Invariant($"{Of(Verdict.PassedKnown).Count()} were worked out when code was generated, ")
            + FormattableString.Invariant($"{Of(Verdict.PassedFirstOutput).Count()} gave the first output alone."));
        output.WriteLine(FormattableString.Invariant($"{passed} passed, {Of(Verdict.Refused).Count()} refused, {Of(Verdict.Failed).Count()} failed"));
    }

    [GeneratedRegex(@" \(node [^)]*\)|(?<= node) [^ ]+")]
    private static partial Regex NodeName();

    private IEnumerable<TestOutcome> Of(Verdict verdict) => _outcomes.Where(outcome => outcome.Verdict == verdict);
}
