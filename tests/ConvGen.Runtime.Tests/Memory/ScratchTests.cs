using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.Memory;

namespace ConvGen.Runtime.Tests;

public class ScratchTests
{
    [Fact]
    public void Pieces_begin_on_cache_lines_and_lie_apart()
    {
        int[] counts = [1, 15, 16, 17, 0, 1000];
        using var scratch = new Scratch(counts.Sum(count => Scratch.BytesFor<float>(count)) + Scratch.BytesFor<double>(3));
        long end = 0;
        foreach (int count in counts)
        {
            Span<float> piece = scratch.Take<float>(count);

            Assert.Equal(count, piece.Length);
            end = Follows(end, MemoryMarshal.AsBytes(piece));
        }

        Follows(end, MemoryMarshal.AsBytes(scratch.Take<double>(3)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 64)]
    [InlineData(16, 64)]
    [InlineData(17, 128)]
    [InlineData(1L << 40, 1L << 42)]
    public void Pieces_take_whole_cache_lines(long count, long bytes) => Assert.Equal(bytes, Scratch.BytesFor<float>(count));

    [Fact]
    public void More_than_two_gigabytes_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Scratch(int.MaxValue));

        Assert.Equal("The layer needs 2147483647 bytes of scratch memory; at most 2 GB are supported.", refused.Message);
    }

    private static long Follows(long end, Span<byte> piece)
    {
        long start = Unsafe.ByteOffset(in Unsafe.NullRef<byte>(), in MemoryMarshal.GetReference(piece));
        Assert.Equal(0, start % Scratch.Alignment);
        Assert.True(start >= end, "The pieces overlap.");
        return start + piece.Length;
    }
}
