namespace ConvGen.Runtime.Tests;

[Collection(nameof(RunsAlone))]
public class ScratchPoolTests
{
    private const int Smallest = 4096;
    private const int Largest = 1 << 30;

    // As many as the pool keeps of a size.
    private const int Kept = 128;

    public ScratchPoolTests() => ScratchPool.Trim();

    [Theory]
    [InlineData(0, Smallest)]
    [InlineData(1, Smallest)]
    [InlineData(Smallest - 1, Smallest)]
    [InlineData(Smallest, Smallest)]
    [InlineData(Smallest + 1, 2 * Smallest)]
    [InlineData(2 * Smallest, 2 * Smallest)]
    [InlineData((2 * Smallest) + 1, 4 * Smallest)]
    [InlineData((1 << 20) - 1, 1 << 20)]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData((1 << 20) + 1, 1 << 21)]
    [InlineData((Largest / 2) + 1, Largest)]
    [InlineData(Largest, Largest)]
    public void Buffer_has_the_size_of_its_class_and_comes_back(int bytes, int length)
    {
        long before = ScratchPool.AllocatedBytes;

        byte[] buffer = ScratchPool.Rent(bytes);
        ScratchPool.Return(buffer);

        Assert.Equal((length, (long)length, (long)length), (buffer.Length, ScratchPool.AllocatedBytes - before, ScratchPool.RetainedBytes));
        Assert.Same(buffer, ScratchPool.Rent(bytes));
        Assert.Equal((length, 0), (ScratchPool.AllocatedBytes - before, ScratchPool.RetainedBytes));
    }

    [Fact]
    public void Reserve_holds_so_many_of_every_size_that_waits()
    {
        ScratchPool.Return(ScratchPool.Rent(Smallest));
        ScratchPool.Return(ScratchPool.Rent(4 * Smallest));

        ScratchPool.Reserve(buffers: 3);

        Assert.Equal(3 * (Smallest + (4 * Smallest)), ScratchPool.RetainedBytes);
        long before = ScratchPool.AllocatedBytes;
        byte[][] buffers = [.. Enumerable.Range(0, 3).SelectMany(_ => new[] { ScratchPool.Rent(Smallest), ScratchPool.Rent(4 * Smallest) })];
        Assert.Equal((6, 0), (buffers.Distinct().Count(), ScratchPool.AllocatedBytes - before));
    }

    [Fact]
    public void Reserve_takes_no_more_than_is_missing()
    {
        ScratchPool.Return(ScratchPool.Rent(Smallest));
        ScratchPool.Reserve(Kept);
        long before = ScratchPool.AllocatedBytes;

        ScratchPool.Reserve(Kept - 1);

        Assert.Equal((0, Kept * (long)Smallest), (ScratchPool.AllocatedBytes - before, ScratchPool.RetainedBytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Kept + 1)]
    public void Reserve_of_a_number_that_is_none_is_refused(int buffers)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => ScratchPool.Reserve(buffers));

        Assert.Equal("buffers", refused.ParamName);
        Assert.StartsWith(
            FormattableString.Invariant($"buffers is {buffers}; legal are 1 to {Kept}."), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Buffer_beyond_the_largest_class_is_exact_and_not_kept()
    {
        byte[] buffer = ScratchPool.Rent(Largest + 1);
        ScratchPool.Return(buffer);

        Assert.Equal((Largest + 1, 0), (buffer.Length, ScratchPool.RetainedBytes));
    }

    [Fact]
    public void Buffers_in_use_are_apart()
    {
        byte[][] buffers = [.. Enumerable.Range(0, 2 * Kept).Select(_ => ScratchPool.Rent(Smallest))];

        Assert.Equal(buffers.Length, buffers.Distinct().Count());
    }

    [Fact]
    public void Classes_do_not_mix()
    {
        ScratchPool.Return(ScratchPool.Rent(Smallest));
        byte[] larger = ScratchPool.Rent(Smallest + 1);
        ScratchPool.Return(larger);

        Assert.Equal(Smallest, ScratchPool.Rent(Smallest).Length);
        Assert.Same(larger, ScratchPool.Rent(2 * Smallest));
    }

    [Fact]
    public void Pool_keeps_so_many_of_a_class()
    {
        byte[][] buffers = [.. Enumerable.Range(0, Kept + 5).Select(_ => ScratchPool.Rent(Smallest))];
        Array.ForEach(buffers, ScratchPool.Return);

        Assert.Equal(Kept * Smallest, ScratchPool.RetainedBytes);
    }

    [Fact]
    public void Trim_lets_go_of_what_nobody_uses()
    {
        byte[] used = ScratchPool.Rent(Smallest);
        ScratchPool.Return(ScratchPool.Rent(1 << 20));
        ScratchPool.Return(ScratchPool.Rent(1 << 24));
        Assert.Equal((1 << 20) + (1 << 24), ScratchPool.RetainedBytes);

        ScratchPool.Trim();

        Assert.Equal(0, ScratchPool.RetainedBytes);
        ScratchPool.Return(used);
        Assert.Same(used, ScratchPool.Rent(Smallest));
    }

    [Fact]
    public void Trimmed_memory_is_collected()
    {
        WeakReference buffer = Abandoned();

        ScratchPool.Trim();
        GC.Collect();

        Assert.False(buffer.IsAlive);
    }

    [Fact]
    public void Layer_allocates_once()
    {
        Forward();
        (long allocated, long retained) = (ScratchPool.AllocatedBytes, ScratchPool.RetainedBytes);
        for (int i = 0; i < 100; i++)
        {
            Forward();
        }

        Assert.NotEqual(0, retained);
        Assert.Equal((allocated, retained), (ScratchPool.AllocatedBytes, ScratchPool.RetainedBytes));
        ScratchPool.Trim();
        Forward();
        Assert.Equal((allocated + retained, retained), (ScratchPool.AllocatedBytes, ScratchPool.RetainedBytes));
    }

    private static void Forward() => Up.Forward(new(new float[24], 2, 3, 4), new float[96], [], new(new float[144], 3, 6, 8));

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Abandoned()
    {
        byte[] buffer = ScratchPool.Rent(Smallest);
        ScratchPool.Return(buffer);
        return new WeakReference(buffer);
    }
}
