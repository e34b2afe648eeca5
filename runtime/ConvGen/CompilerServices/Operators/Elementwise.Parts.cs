using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <content>Outputs in parts, which threads may share.</content>
public static unsafe partial class Elementwise
{
    // Numbers of a part: some microseconds of work.
    private const int PartLength = 4096;

#pragma warning disable CS8500 // The parts' arguments stay where they are until all threads are done with them.

    private static void Map<TUnary>(TUnary op, ReadOnlySpan<float> x, Span<float> y)
        where TUnary : struct, IUnary
    {
        var all = new Mapped<TUnary>(op, x, y);
        SharedWork.Run(&Mapped<TUnary>.Run, &all, PartsOf(y), y.Length);
    }

    private static void Zip<TBinary>(TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, in AxisWalk walk)
        where TBinary : struct, IBinary
    {
        var all = new Zipped<TBinary>(op, a, b, y, walk);
        SharedWork.Run(&Zipped<TBinary>.Run, &all, PartsOf(y), y.Length);
    }

    private static int PartsOf(Span<float> y) => (int)(((long)y.Length + PartLength - 1) / PartLength);

    private readonly ref struct Mapped<TUnary>(TUnary op, ReadOnlySpan<float> x, Span<float> y)
        where TUnary : struct, IUnary
    {
        private readonly TUnary _op = op;
        private readonly ReadOnlySpan<float> _x = x;
        private readonly Span<float> _y = y;

        public static void Run(void* all, int first, int end) => ((Mapped<TUnary>*)all)->Run(first * PartLength, end * (long)PartLength);

        private void Run(int start, long end)
        {
            int length = (int)Math.Min(end, _y.Length) - start;
            Rows.Map(_op, _x.Slice(start, length), _y.Slice(start, length));
        }
    }

    private readonly ref struct Zipped<TBinary>(TBinary op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, AxisWalk walk)
        where TBinary : struct, IBinary
    {
        private readonly TBinary _op = op;
        private readonly ReadOnlySpan<float> _a = a;
        private readonly ReadOnlySpan<float> _b = b;
        private readonly Span<float> _y = y;
        private readonly AxisWalk _walk = walk;

        public static void Run(void* all, int first, int end) => ((Zipped<TBinary>*)all)->Run(first * PartLength, end * (long)PartLength);

        private void Run(int start, long end)
        {
            AxisWalk walk = _walk;
            Span<float> rest = _y[start..(int)Math.Min(end, _y.Length)];
            (int row, int passed) = Math.DivRem(start, walk.Length);
            walk.MoveTo(row);
            for (; !rest.IsEmpty; walk.Next(), passed = 0)
            {
                Span<float> part = rest[..Math.Min(rest.Length, walk.Length - passed)];
                rest = rest[part.Length..];
                switch (walk.Steps)
                {
                    case (_, 0):
                        Rows.Map(new WithSecond<TBinary>(_op, _b[walk.Second]), _a.Slice(walk.First + passed, part.Length), part);
                        break;
                    case (0, _):
                        Rows.Map(new WithFirst<TBinary>(_op, _a[walk.First]), _b.Slice(walk.Second + passed, part.Length), part);
                        break;
                    default:
                        Rows.Zip(_op, _a.Slice(walk.First + passed, part.Length), _b.Slice(walk.Second + passed, part.Length), part);
                        break;
                }
            }
        }
    }

#pragma warning restore CS8500
}
