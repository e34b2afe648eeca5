using System.Runtime.InteropServices;

namespace ConvGen.Bench.Peers;

/// <summary>The functions of oneDNN's C API, version 2, that the bench calls.</summary>
internal static unsafe partial class Dnnl
{
    public const string Library = "libdnnl.so.2";

    public const int Float32 = 3;
    public const int AnyLayout = 1;
    public const int ForwardInference = 96;
    public const int DirectAlgorithm = 10;
    public const int Cpu = 1;
    public const int InOrderStream = 1;

    private const string OpenMp = "libgomp.so.1";

    /// <summary>What <see cref="QueryLayout"/> can ask for.</summary>
    public enum Query
    {
        Source = 129,
        Weights = 131,
        Destination = 133,
    }

    /// <summary>What an argument is for.</summary>
    public enum Role
    {
        Source = 1,
        Destination = 17,
        Weights = 33,
        Bias = 41,
    }

    /// <exception cref="PeerRefusedException">A call failed.</exception>
    public static void Check(int status, string call)
    {
        if (status != 0)
        {
            throw new PeerRefusedException(FormattableString.Invariant($"{call} failed with status {status}"));
        }
    }

    [LibraryImport(OpenMp, EntryPoint = "omp_set_num_threads")]
    public static partial void SetThreads(int threads);

    [LibraryImport(Library, EntryPoint = "dnnl_version")]
    public static partial LibraryVersion* GetVersion();

    [LibraryImport(Library, EntryPoint = "dnnl_engine_create")]
    public static partial int CreateEngine(nint* engine, int kind, nuint index);

    [LibraryImport(Library, EntryPoint = "dnnl_engine_destroy")]
    public static partial int DestroyEngine(nint engine);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_create")]
    public static partial int CreateStream(nint* stream, nint engine, int flags);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_wait")]
    public static partial int Wait(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_destroy")]
    public static partial int DestroyStream(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_init_by_tag")]
    public static partial int DescribeByTag(MemoryLayout* layout, int axes, long* lengths, int elements, int tag);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_init_by_strides")]
    public static partial int DescribeByStrides(MemoryLayout* layout, int axes, long* lengths, int elements, long* strides);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_create")]
    public static partial int CreateMemory(nint* memory, MemoryLayout* layout, nint engine, void* elements);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_destroy")]
    public static partial int DestroyMemory(nint memory);

    [LibraryImport(Library, EntryPoint = "dnnl_dilated_deconvolution_forward_desc_init")]
    public static partial int DescribeDeconvolution(
        Deconvolution* operation,
        int purpose,
        int algorithm,
        MemoryLayout* source,
        MemoryLayout* weights,
        MemoryLayout* bias,
        MemoryLayout* destination,
        long* strides,
        long* dilations,
        long* paddingBefore,
        long* paddingAfter);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_create")]
    public static partial int ChooseImplementation(nint* choice, Deconvolution* operation, nint attributes, nint engine, nint hint);

    [LibraryImport(Library, EntryPoint = "dnnl_reorder_primitive_desc_create")]
    public static partial int ChooseReorder(
        nint* choice, MemoryLayout* source, nint sourceEngine, MemoryLayout* destination, nint destinationEngine, nint attributes);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_query_md")]
    public static partial MemoryLayout* QueryLayout(nint choice, Query query, int index);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_destroy")]
    public static partial int DestroyChoice(nint choice);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_create")]
    public static partial int CreatePrimitive(nint* primitive, nint choice);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_execute")]
    public static partial int Execute(nint primitive, nint stream, int count, Argument* arguments);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_destroy")]
    public static partial int DestroyPrimitive(nint primitive);

    /// <summary>The beginning of <c>dnnl_version_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LibraryVersion
    {
        public int Major;
        public int Minor;
        public int Patch;
    }

    /// <summary><c>dnnl_memory_desc_t</c>, which only the library looks into.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 696)]
    public struct MemoryLayout
    {
        private long _first;
    }

    /// <summary><c>dnnl_deconvolution_desc_t</c>, which only the library looks into.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 5976)]
    public struct Deconvolution
    {
        private long _first;
    }

    /// <summary><c>dnnl_exec_arg_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Argument
    {
        public Role Role;
        public nint Memory;
    }
}
