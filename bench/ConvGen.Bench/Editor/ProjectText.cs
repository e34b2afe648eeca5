using System.Globalization;

namespace ConvGen.Bench.Editor;

/// <summary>
/// The files of a project that annotates as many classes as one likes: every way to write an attribute is there, and no two hosts have
/// the same name. A number in each file is what a user types.
/// </summary>
internal static class ProjectText
{
    /// <summary>How many ways of writing attributes there are; hosts take turns.</summary>
    public const int Forms = 8;

    /// <summary>A file with an annotated class and one that is not.</summary>
    /// <param name="index">Which of the files.</param>
    /// <param name="padding">What the attribute says.</param>
    /// <param name="body">A number in a method of the other class.</param>
    public static string Annotated(int index, int padding, int body) => Text(
        $$"""
        using ConvGen;

        namespace App.Part{{index / 50}};

        /// <summary>Enlarges what stage {{index}} yields.</summary>
        {{Attributes(index, padding)}}
        internal static partial class Up{{index}};

        /// <summary>Sizes around stage {{index}}.</summary>
        internal static class Stage{{index}}
        {
            public const int Channels = {{32 + index}};

            /// <summary>Pads a length.</summary>
            public static int Padded(int length)
            {
                int padded = length + {{body}};
                return padded % Channels == 0 ? padded : padded + Channels - (padded % Channels);
            }
        }

        """);

    /// <summary>A file as most files are.</summary>
    /// <param name="index">Which of the files.</param>
    /// <param name="body">A number in one of the methods.</param>
    public static string Plain(int index, int body) => Text(
        $$"""
        using System;
        using System.Collections.Generic;

        namespace App.Part{{index / 50}};

        /// <summary>What was seen at stage {{index}}.</summary>
        [Serializable]
        internal sealed class History{{index}}
        {
            private readonly List<double> _values = new();

            public int Count => _values.Count;

            [Obsolete("Take Mean.")]
            public double Sum()
            {
                double sum = {{body}};
                foreach (double value in _values)
                {
                    sum += value;
                }

                return sum;
            }

            public double Mean(Func<double, double> weight)
            {
                double sum = 0, weights = 0;
                for (int i = 0; i < _values.Count; i++)
                {
                    double share = weight(_values[i]);
                    sum += share * _values[i];
                    weights += share;
                }

                return weights == 0 ? 0 : sum / weights;
            }

            public void Add(double value)
            {
                if (double.IsNaN(value))
                {
                    throw new ArgumentException("Not a number.", nameof(value));
                }

                _values.Add(value);
            }
        }

        """);

    private static string Attributes(int index, int p)
    {
        int s = 2 + (index / Forms % 3);
        return (index % Forms) switch
        {
            0 => Text($"[ConvTranspose(k: {2 * s}, s: {s}, p: {p})]"),
            1 => Text($"[ConvTranspose({s + 1}, {s}, {p}, {s - 1})]"),
            2 => Text($"[ConvTranspose(k: [{s + 1}, {s + 3}], s: [1, {s}], p: [0, {p}])]"),
            3 => Text($"[ConvTranspose(k: {s}, s: {s}, p: {p}, Rank = 3)]"),
            4 => Text($"[ConvTranspose(k: {4 * s}, s: {2 * s}, p: {p}, Rank = 1)]"),
            5 => Text($"[ConvTranspose(k: 3, s: {s}, p: {p}, d: 2, g: 4)]"),
            6 => Text($"[ConvTranspose(k: 4, s: {s}, p: {p}, InChannels = 64, OutChannels = 32, InputSize = [{16 * s}, 32])]"),
            _ => Text($"[ConvTranspose(k: {s}, s: {s}, p: {p}, Name = \"Near\")]\n[ConvTranspose(k: {2 * s}, s: {s}, Name = \"Smooth\")]"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
