using Google.Protobuf;

namespace ConvGen.Build.Tests;

/// <summary>Damaged files are converted or refused with one line, soon, and without memory that the file does not account for.</summary>
public class DamageTests
{
    private static readonly byte[] s_small = Models.Small().ToByteArray();

    [Fact]
    public void Every_truncation_is_refused()
    {
        // The file ends with what names its operator sets: without the last of them, it is whole.
        int[] whole = [.. Enumerable.Range(0, s_small.Length).Where(static length => Convert(s_small[..length]) is null)];

        Assert.Equal([s_small.Length - new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 }.CalculateSize() - 2], whole);
    }

    [Theory]
    [InlineData(0, 2000)]
    public void Damage_of_a_small_model(int firstSeed, int count) => Check(s_small, firstSeed, count);

    [Fact]
    public void Damage_of_an_exported_network() =>
        Check(File.ReadAllBytes(Path.Combine(Models.Tests, "models", "fsrcnn_x2.onnx")), firstSeed: 0, count: 300);

    [Fact]
    public void Many_tensors_of_one_name_take_no_longer_than_others()
    {
        ModelProto model = Models.Small();
        NodeProto node = Models.Node("Sink", [], [], Models.Tensor("value", new TensorProto { DataType = 1, FloatData = { 1 } }));
        model.Graph.Node.Add(Enumerable.Repeat(node, 50_000));
        var clock = ThreadClock.Start();

        Assert.Null(Convert(model.ToByteArray()));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static void Check(byte[] bytes, int firstSeed, int count)
    {
        int refused = 0;
        for (int seed = firstSeed; seed < firstSeed + count; seed++)
        {
            byte[] damaged = FileDamage.Apply(bytes, seed);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = ThreadClock.Start();
            refused += Convert(damaged) is null ? 0 : 1;
            TimeSpan taken = clock.Elapsed;
            Assert.True(taken < TimeSpan.FromSeconds(5), $"seed {seed} took {taken}");
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 4_000_000 + (40L * damaged.Length), $"seed {seed} allocated {allocated} bytes");
        }

        // Both ends of it are met: files that stay models, and files that do not.
        Assert.InRange(refused, count / 5, count - 1);
    }

    // The code of its refusal, or null where it was converted whole; anything else is thrown.
    private static string? Convert(byte[] bytes)
    {
        try
        {
            ModelConversion conversion = Models.Convert(bytes);
            conversion.WriteWeights(Stream.Null);
            return null;
        }
        catch (ModelException refusal) when (!refusal.Message.Contains('\n', StringComparison.Ordinal))
        {
            return refusal.Code;
        }
    }
}
