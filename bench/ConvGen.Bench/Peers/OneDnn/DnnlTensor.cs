namespace ConvGen.Bench.Peers;

/// <summary>Memory of oneDNN in some layout.</summary>
internal sealed unsafe class DnnlTensor : IDisposable
{
    private readonly Dnnl.MemoryLayout _layout;
    private readonly nint _memory;

    /// <summary>Makes memory that the library allocates, or over elements that somebody else owns.</summary>
    public DnnlTensor(DnnlEngine engine, Dnnl.MemoryLayout layout, AlignedFloats? elements = null)
    {
        _layout = layout;
        nint memory;
        void* place = elements is null ? (void*)-1 : elements.Pointer;
        Dnnl.Check(Dnnl.CreateMemory(&memory, &layout, engine.Engine, place), "dnnl_memory_create");
        _memory = memory;
    }

    public Dnnl.MemoryLayout Layout => _layout;

    /// <summary>Itself as an argument of a primitive.</summary>
    public Dnnl.Argument As(Dnnl.Role role) => new() { Role = role, Memory = _memory };

    public void Dispose() => _ = Dnnl.DestroyMemory(_memory);

    /// <summary>A layout that an implementation is free to choose.</summary>
    public static Dnnl.MemoryLayout FreeLayout(int[] lengths)
    {
        Dnnl.MemoryLayout layout;
        fixed (long* axes = Long(lengths))
        {
            Dnnl.Check(Dnnl.DescribeByTag(&layout, lengths.Length, axes, Dnnl.Float32, Dnnl.AnyLayout), "dnnl_memory_desc_init_by_tag");
        }

        return layout;
    }

    /// <summary>A dense layout; <paramref name="order"/> lists the axes from the slowest to the contiguous one.</summary>
    public static Dnnl.MemoryLayout DenseLayout(int[] lengths, IEnumerable<int> order)
    {
        var strides = new long[lengths.Length];
        long stride = 1;
        foreach (int axis in order.Reverse())
        {
            strides[axis] = stride;
            stride *= lengths[axis];
        }

        Dnnl.MemoryLayout layout;
        fixed (long* axes = Long(lengths), steps = strides)
        {
            Dnnl.Check(
                Dnnl.DescribeByStrides(&layout, lengths.Length, axes, Dnnl.Float32, steps), "dnnl_memory_desc_init_by_strides");
        }

        return layout;
    }

    private static long[] Long(int[] lengths) => Array.ConvertAll(lengths, length => (long)length);
}
