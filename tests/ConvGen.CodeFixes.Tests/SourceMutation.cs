using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.CodeFixes.Tests;

/// <summary>Annotated code with random tokens gone, added and swapped, as it may look while somebody edits it.</summary>
internal sealed class SourceMutation(int seed)
{
    private const int MostChanges = 4;

    private static readonly string[] s_sources =
    [
        """
        [ConvTranspose(k: 4, s: 2, p: 1, op: 1, d: 3, g: 16)]
        internal static partial class Up;
        """,
        """
        /// <summary>Doubles.</summary>
        [ConvTranspose(k: [3, 5], s: [1, 2], p: new[] { 0, 1 }, op: new int[2] { 0, 1 })] // a comment
        public partial record struct Up(int Size) { public const int Groups = 3; }
        """,
        """
        [ConvTranspose(4, 0, Name = "Near"), ConvTranspose(k: 8, s: 4, p: 2, Name = "Smooth", Rank = 1)]
        public sealed partial class Decoder<T> : IDisposable where T : class, new()
        {
            public void Dispose() { Near.Forward(default, null!, default); }
        }
        """,
        """
        internal class Outer
        {
            file struct Middle
            {
                [ConvTranspose(k: 3, InputSize = [8, 0], InChannels = 2 * 8, Algorithm = Algorithm.Winograd3)] class Up { }
            }
        }
        """,
        """
        [Obsolete, type: ConvTranspose(k: Sizes.K, s: unchecked(int.MaxValue + 1))] partial class Up { [ConvTranspose(k: -1)] struct In; }
        static class Sizes { public const int K = 'a' - 'b'; public const string Name = nameof(Up) + "2"; }
        """,
        """
        [ConvTranspose(k: 4)] [ConvTranspose(k: 2, Name = "Near")] partial class Up { static void Pack() { } }
        partial class Up { [ConvTranspose(3, Name = Sizes.Name)] private partial class Near { } }
        """,
        """
        [ConvTranspose(64, 64, 4, 2, 1)] // in, out, k, s, p
        internal static partial class Up;
        """,
    ];

    private static readonly string[] s_inserted =
    [
        "0", "-1", "2147483648", "\"Up\"", "'", "\"", "null", "default", "typeof(int)", "$\"{", "\u4e0a", "\u00e9", "\0",
        "[", "]", "(", ")", "{", "}", "<", ">", ",", ";", ":", "=", "..", "@", "?", "/*", "//", "#if X\n", "#endif\n",
        "partial", "file", "class", "record", "struct", "interface", "enum", "static", "ref", "unsafe", "Up", "T", "k:", "s:", "op:",
        "Name =", "Rank =", "InputSize = [", "Algorithm = (Algorithm)99", "ConvTranspose", "ConvTranspose(k: 4)", "[ConvTranspose(k: [",
        "namespace N;", "using System;", "new int[,] { }",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next file; every one is another.</summary>
    public string Next()
    {
        string source = "using System;\nusing ConvGen;\nnamespace App;\n" + s_sources[_random.Next(s_sources.Length)];
        List<string> tokens = [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];
        for (int changes = _random.Next(1, MostChanges + 1); changes > 0 && tokens.Count > 1; changes--)
        {
            int place = _random.Next(tokens.Count);
            switch (_random.Next(3))
            {
                case 0:
                    tokens.RemoveAt(place);
                    break;
                case 1:
                    tokens.Insert(place, " " + s_inserted[_random.Next(s_inserted.Length)] + " ");
                    break;
                default:
                    int other = _random.Next(tokens.Count);
                    (tokens[place], tokens[other]) = (tokens[other], tokens[place]);
                    break;
            }
        }

        return tokens.Aggregate(new StringBuilder(), (text, token) => text.Append(token)).ToString();
    }
}
