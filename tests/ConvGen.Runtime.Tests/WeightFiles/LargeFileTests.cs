using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace ConvGen.Runtime.Tests.WeightFiles;

[Collection(nameof(RunsAlone))]
[Trait("Level", "Any")]
public class LargeFileTests(ITestOutputHelper output)
{
    private const int Elements = 1 << 28;

    [Fact]
    public void Gigabyte_opens_without_taking_memory_and_shows_its_last_element()
    {
        byte[] header = Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $$$"""{"weight":{"dtype":"F32","shape":[{{{Elements / 16}}},16],"data_offsets":[0,{{{4L * Elements}}}]}}""").PadRight(120));
        using var sparse = new SparseFile(8 + header.Length + (4L * Elements));
        sparse.Write(0, [.. BitConverter.GetBytes((long)header.Length), .. header]);
        sparse.Write(8 + header.Length + (4L * Elements) - 4, BitConverter.GetBytes(1.5f));
        SafeTensors.Open(new MemoryStream(Fixtures.Bytes("types.safetensors"))).Dispose();

        (long allocated, long resident) = (GC.GetTotalAllocatedBytes(precise: true), Environment.WorkingSet);
        var clock = Stopwatch.StartNew();
        using SafeTensors file = SafeTensors.Open(sparse.Path);
        TimeSpan opened = clock.Elapsed;
        float last = file["weight"].AsSpan()[^1];
        (allocated, resident) = (GC.GetTotalAllocatedBytes(precise: true) - allocated, Environment.WorkingSet - resident);
        output.WriteLine(FormattableString.Invariant(
            $"{opened.TotalMilliseconds:F2} ms to open, {allocated} bytes allocated, {resident >> 10} KB more resident"));

        Assert.Equal(1.5f, last);
        Assert.InRange(allocated, 0, 1 << 20);
        Assert.InRange(resident, long.MinValue, 64 << 20);
    }
}
