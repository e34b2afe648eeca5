using System.IO.MemoryMappedFiles;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// As many zeros as a span can have, in a file without contents: only pages that are written take room. A file system that knows no holes
/// would take 8 GB for it.
/// </summary>
internal sealed unsafe class SparseFloats : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly float* _first;

    public SparseFloats(int length)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        file.SetLength((long)length * sizeof(float));
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor();
        byte* first = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        _first = (float*)first;
        Length = length;
    }

    public int Length { get; }

    public Span<float> Span => new(_first, Length);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
