using System.IO.MemoryMappedFiles;

namespace ConvGen.WeightFiles;

/// <summary>A file that the system maps into memory.</summary>
internal sealed unsafe class MappedBytes : FileBytes
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _first;

    public MappedBytes(string title, FileStream file)
        : base(title)
    {
        Length = file.Length;
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        // Taken until Dispose: a file that nobody closes stays mapped, so that no span of it outlives its memory.
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
    }

    public override long Length { get; }

    public override ReadOnlySpan<T> Span<T>(long offset, int count)
    {
        ObjectDisposedException.ThrowIf(_first is null, typeof(WeightFile));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - ((long)count * sizeof(T)));
        return new ReadOnlySpan<T>(_first + offset, count);
    }

    public override Stream Stream() => _file.CreateViewStream(0, Length, MemoryMappedFileAccess.Read);

    public override void Dispose()
    {
        if (_first is not null)
        {
            _first = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
