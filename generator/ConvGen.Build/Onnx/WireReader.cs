using System.Text;

namespace ConvGen.Build.Onnx;

/// <summary>
/// Reads the fields of a protobuf message one after the other. Every length is compared with what is there before anything is made of it; nested messages are
/// readers of a part of the same bytes. Groups, which no model has, are refused, so that skipping never nests.
/// </summary>
internal struct WireReader(ByteRange bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes = bytes.Array;
    private readonly int _end = bytes.Start + bytes.Length;
    private int _position = bytes.Start;
    private int _wireType;

    /// <summary>The number of the field that <see cref="Next"/> came to.</summary>
    public int Field { get; private set; }

    public readonly bool HasMore => _position < _end;

    /// <summary>What has not been read.</summary>
    public readonly ByteRange Rest => new(_bytes, _position, _end - _position);

    /// <summary>Goes to the next field; what that one holds must then be read or skipped.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        if (!HasMore)
        {
            return false;
        }

        int place = _position;
        ulong tag = ReadVarint();
        (ulong field, _wireType) = (tag >> 3, (int)(tag & 7));
        if (field is 0 or > 0x1FFF_FFFF || _wireType is not (Varint or Fixed64 or LengthDelimited or Fixed32))
        {
            throw ModelException.Damaged($"at byte {place} no field begins (tag {tag})");
        }

        Field = (int)field;
        return true;
    }

    public void Skip() => Values();

    public long Int64()
    {
        Expect(Varint);
        return (long)ReadVarint();
    }

    public float Float()
    {
        Expect(Fixed32);
        return ReadFloat();
    }

    public ByteRange Bytes()
    {
        Expect(LengthDelimited);
        return Values().Rest;
    }

    public WireReader Message()
    {
        Expect(LengthDelimited);
        return Values();
    }

    /// <summary>A name, of at most <see cref="ModelLimits.NameBytes"/> bytes.</summary>
    public string Name()
    {
        int place = _position;
        ByteRange text = Bytes();
        if (text.Length > ModelLimits.NameBytes)
        {
            throw ModelException.Limit($"The name at byte {place} has {text.Length} bytes: {ModelLimits.NameBytes} are read at most");
        }

        try
        {
            return s_utf8.GetString(text.Array, text.Start, text.Length);
        }
        catch (DecoderFallbackException)
        {
            throw ModelException.Damaged($"the name at byte {place} is not UTF-8");
        }
    }

    /// <summary>The values of a repeated field without their tags: all of a packed one, or the one that stands here.</summary>
    public WireReader Values()
    {
        int length = _wireType switch
        {
            Fixed64 => 8,
            Fixed32 => 4,
            LengthDelimited => ReadLength(),
            _ => LengthOfVarint(),
        };
        Require(length);
        var values = new WireReader(new ByteRange(_bytes, _position, length));
        _position += length;
        return values;
    }

    public ulong ReadVarint()
    {
        int place = _position;
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            Require(1);
            byte part = _bytes[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            // The tenth byte holds the highest bit alone.
            if (part < 0x80 && (shift < 63 || part < 2))
            {
                return value;
            }
        }

        throw ModelException.Damaged($"the number at byte {place} has more than 64 bits");
    }

    public float ReadFloat() => BitConverter.ToSingle(_bytes, Take(4));

    public ByteRange ReadBytes(int length) => new(_bytes, Take(length), length);

    private int Take(int length)
    {
        Require(length);
        _position += length;
        return _position - length;
    }

    private int ReadLength()
    {
        ulong length = ReadVarint();
        if (length > (ulong)(_end - _position))
        {
            throw ModelException.Damaged($"what begins at byte {_position} would have {length} bytes, of which {_end - _position} are there");
        }

        return (int)length;
    }

    private int LengthOfVarint()
    {
        int start = _position;
        ReadVarint();
        int length = _position - start;
        _position = start;
        return length;
    }

    private readonly void Require(int length)
    {
        if (length > _end - _position)
        {
            throw ModelException.Damaged($"what begins at byte {_position} ends before it is complete");
        }
    }

    private readonly void Expect(int wireType)
    {
        if (_wireType != wireType)
        {
            throw ModelException.Damaged($"field {Field} before byte {_position} has wire type {_wireType} in place of {wireType}");
        }
    }
}
