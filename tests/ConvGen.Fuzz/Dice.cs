namespace ConvGen.Fuzz;

/// <summary>Random decisions.</summary>
internal sealed class Dice(Random random)
{
    /// <summary>A number within limits, both included.</summary>
    public int Roll(int least, int most) => random.Next(least, most + 1);

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => random.Next(times) == 0;

    /// <summary>A number from 0 to 1.</summary>
    public double Share() => random.NextDouble();

    /// <summary>One of several.</summary>
    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A smaller number, not below 1 and not below a third.</summary>
    public int Smaller(int value) => value <= 1 ? value : Roll(Math.Max(1, value / 3), value - 1);
}
