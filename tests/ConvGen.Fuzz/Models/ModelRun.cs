using ConvGen.Testing;

namespace ConvGen.Fuzz.Models;

/// <summary>Has mutated models built, and reports whatever is neither one clear error nor a network.</summary>
/// <param name="output">Where the report goes.</param>
public sealed class ModelRun(TextWriter output)
{
    // Every so many models have damaged bytes; the others say something else.
    private const int Damaged = 5;

    // As those of compilers have.
    private const int StackBytes = 1 << 20;

    private const int MostWaits = 20;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    /// <summary>What the models are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first model of the seed.</summary>
    public int First { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; } = 20_000;

    /// <summary>So many networks are planned for one that is compiled and computed.</summary>
    public int PlannedPerComputed { get; init; } = 100;

    /// <summary>Tells which model is built.</summary>
    public FuzzJournal? Journal { get; init; }

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0 if nothing was wrong, else 1.</returns>
    public int Execute()
    {
        using var folder = new TemporaryFolder();
        var outcomes = new int[Enum.GetValues<ModelOutcome>().Length];
        int findings = 0;
        for (int index = First; index < First + Count; index++)
        {
            (string seed, byte[] model) = Draw(Seed, index);
            string name = FormattableString.Invariant($"{seed} {index}");
            Journal?.Begin(name);
            // The first that can be planned after every so many.
            bool computes = outcomes[(int)ModelOutcome.Planned] >= PlannedPerComputed * outcomes[(int)ModelOutcome.Computed];
            if (Check(model, computes ? folder.File("model.onnx") : null) is not { } checkedModel)
            {
                // It goes on for ever.
                output.WriteLine(FormattableString.Invariant($"{name} of seed {Seed} took more than {s_longest.TotalSeconds} s"));
                return 1;
            }

            Journal?.End(name);
            outcomes[(int)checkedModel.Outcome]++;
            if (checkedModel.Finding is { } finding)
            {
                findings++;
                output.WriteLine($"{name} of seed {Seed}: {finding}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"{Count} models, {outcomes[0]} refused, {outcomes[1] + outcomes[2]} planned, ")
            + FormattableString.Invariant($"{outcomes[2]} of them computed, {findings} findings (seed {Seed})"));
        return findings == 0 ? 0 : 1;
    }

    /// <summary>A model of a seed, with the name of what was mutated.</summary>
    internal static (string Name, byte[] Model) Draw(int seed, int index)
    {
        int draw = unchecked((seed * 1_000_003) + index);
        // Large files of their own take most of the time.
        (string name, byte[] file) = SeedModels.All[index % 40 == 39 ? ^1 : index % (SeedModels.All.Length - 1)];
        var random = new Random(draw);
        return (name, random.Next(Damaged) == 0 ? FileDamage.Apply(file, draw) : new ModelMutation(random).Mutate(file));
    }

    private static (ModelOutcome Outcome, string? Finding)? Check(byte[] model, string? path)
    {
        (ModelOutcome Outcome, string? Finding)? result = null;
        ThreadClock? clock = null;
        var thread = new Thread(
            () =>
            {
                clock = ThreadClock.Start();
                result = ModelCheck.Run(model, path);
            },
            StackBytes) { IsBackground = true };
        thread.Start();
        // On a busy machine it takes longer; one that waits for something that never comes is not busy itself.
        for (int wait = 0; wait < MostWaits; wait++)
        {
            if (thread.Join(s_longest))
            {
                return result;
            }

            if (clock?.Elapsed > s_longest)
            {
                return null;
            }
        }

        return null;
    }
}
