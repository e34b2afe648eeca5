using System.Runtime.InteropServices;

namespace ConvGen.Bench.Peers;

/// <summary>
/// The functions of ONNX Runtime's C API that the bench calls. They are found by their place in the table that the library hands out, which
/// only ever grows at its end.
/// </summary>
internal sealed unsafe class OrtApi
{
    private const uint OldestVersion = 14;
    private const int FatalOnly = 4;
    private const int EveryOptimization = 99;
    private const int FloatElements = 1;
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;

    private readonly nint* _table;

    private OrtApi(ApiBase* root)
    {
        _table = root->GetApi(OldestVersion);
        Version = Marshal.PtrToStringUTF8((nint)root->GetVersionString()) ?? "";
    }

    private enum Function
    {
        GetErrorMessage = 2,
        CreateEnv = 3,
        CreateSessionFromArray = 8,
        Run = 9,
        CreateSessionOptions = 10,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        CreateTensorWithDataAsOrtValue = 49,
        CreateCpuMemoryInfo = 69,
        ReleaseEnv = 92,
        ReleaseStatus = 93,
        ReleaseMemoryInfo = 94,
        ReleaseSession = 95,
        ReleaseValue = 96,
        ReleaseSessionOptions = 100,
    }

    public string Version { get; }

    /// <summary>Opens the API of a loaded library; null if it is too old.</summary>
    public static OrtApi? Open(nint library)
    {
        var getBase = (delegate* unmanaged<ApiBase*>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        var api = new OrtApi(getBase());
        return api._table is null ? null : api;
    }

    public nint CreateEnv()
    {
        fixed (byte* name = "bench\0"u8)
        {
            nint env;
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)this[Function.CreateEnv])(FatalOnly, name, &env));
            return env;
        }
    }

    /// <summary>A session of this many threads, the caller's included, with every graph optimization.</summary>
    public nint CreateSession(nint env, ReadOnlySpan<byte> model, int threads)
    {
        nint options, session;
        Check(((delegate* unmanaged<nint*, nint>)this[Function.CreateSessionOptions])(&options));
        try
        {
            Set(Function.SetSessionGraphOptimizationLevel, options, EveryOptimization);
            Set(Function.SetIntraOpNumThreads, options, threads);
            Set(Function.SetInterOpNumThreads, options, 1);
            fixed (byte* bytes = model)
            {
                var create = (delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)this[Function.CreateSessionFromArray];
                Check(create(env, bytes, (nuint)model.Length, options, &session));
            }

            return session;
        }
        finally
        {
            Release(Function.ReleaseSessionOptions, options);
        }
    }

    /// <summary>A tensor over memory that somebody else owns.</summary>
    public nint CreateTensor(AlignedFloats elements, int[] shape)
    {
        nint memory, tensor;
        Check(((delegate* unmanaged<int, int, nint*, nint>)this[Function.CreateCpuMemoryInfo])(ArenaAllocator, DefaultMemory, &memory));
        fixed (long* lengths = Array.ConvertAll(shape, length => (long)length))
        {
            nint function = this[Function.CreateTensorWithDataAsOrtValue];
            var create = (delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)function;
            nint status = create(memory, elements.Pointer, (nuint)elements.Bytes, lengths, (nuint)shape.Length, FloatElements, &tensor);
            Release(Function.ReleaseMemoryInfo, memory);
            Check(status);
        }

        return tensor;
    }

    /// <summary>Computes <c>y</c> from <c>x</c>.</summary>
    public void Run(nint session, nint x, nint y)
    {
        fixed (byte* input = "x\0"u8, output = "y\0"u8)
        {
            var run = (delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)this[Function.Run];
            Check(run(session, 0, &input, &x, 1, &output, 1, &y));
        }
    }

    public void ReleaseEnv(nint env) => Release(Function.ReleaseEnv, env);

    public void ReleaseSession(nint session) => Release(Function.ReleaseSession, session);

    public void ReleaseTensor(nint tensor) => Release(Function.ReleaseValue, tensor);

    private nint this[Function function] => _table[(int)function];

    private void Set(Function function, nint options, int value) =>
        Check(((delegate* unmanaged<nint, int, nint>)this[function])(options, value));

    private void Release(Function function, nint handle) => ((delegate* unmanaged<nint, void>)this[function])(handle);

    private void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        string message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)this[Function.GetErrorMessage])(status)) ?? "";
        Release(Function.ReleaseStatus, status);
        throw new PeerRefusedException(message);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ApiBase
    {
        public delegate* unmanaged<uint, nint*> GetApi;
        public delegate* unmanaged<byte*> GetVersionString;
    }
}
