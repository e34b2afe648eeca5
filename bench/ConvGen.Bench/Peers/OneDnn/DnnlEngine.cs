namespace ConvGen.Bench.Peers;

/// <summary>oneDNN's processor and the stream that primitives run in.</summary>
internal sealed unsafe class DnnlEngine : IDisposable
{
    private readonly nint _stream;

    public DnnlEngine()
    {
        nint engine, stream;
        Dnnl.Check(Dnnl.CreateEngine(&engine, Dnnl.Cpu, 0), "dnnl_engine_create");
        Dnnl.Check(Dnnl.CreateStream(&stream, engine, Dnnl.InOrderStream), "dnnl_stream_create");
        (Engine, _stream) = (engine, stream);
    }

    public nint Engine { get; }

    public void Run(nint primitive, ReadOnlySpan<Dnnl.Argument> arguments)
    {
        fixed (Dnnl.Argument* first = arguments)
        {
            Dnnl.Check(Dnnl.Execute(primitive, _stream, arguments.Length, first), "dnnl_primitive_execute");
        }

        Dnnl.Check(Dnnl.Wait(_stream), "dnnl_stream_wait");
    }

    /// <summary>Copies from one layout to another.</summary>
    public void Reorder(DnnlTensor source, DnnlTensor destination)
    {
        nint choice;
        Dnnl.MemoryLayout from = source.Layout, to = destination.Layout;
        Dnnl.Check(Dnnl.ChooseReorder(&choice, &from, Engine, &to, Engine, 0), "dnnl_reorder_primitive_desc_create");
        nint primitive = CreatePrimitive(choice);
        Run(primitive, [source.As(Dnnl.Role.Source), destination.As(Dnnl.Role.Destination)]);
        _ = Dnnl.DestroyPrimitive(primitive);
    }

    /// <summary>Makes what was chosen executable, and drops the choice.</summary>
    public static nint CreatePrimitive(nint choice)
    {
        nint primitive;
        int status = Dnnl.CreatePrimitive(&primitive, choice);
        _ = Dnnl.DestroyChoice(choice);
        Dnnl.Check(status, "dnnl_primitive_create");
        return primitive;
    }

    public void Dispose()
    {
        _ = Dnnl.DestroyStream(_stream);
        _ = Dnnl.DestroyEngine(Engine);
    }
}
