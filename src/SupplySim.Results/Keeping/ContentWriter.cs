using System.Buffers.Binary;
using System.Text;

namespace SupplySim.Results.Keeping;

/// <summary>Bytes that grow by numbers and words, as <see cref="BinaryReader"/> reads them.</summary>
/// <remarks>A word is written where it stands first, and then by its number: a run names the same few
/// places and causes hundreds of times.</remarks>
internal sealed class ContentWriter
{
    // By reference, which is quicker: the words of a run come from one scenario. A word that is another and
    // reads the same is written again.
    private readonly Dictionary<string, int> _words = new(ReferenceEqualityComparer.Instance);
    private byte[] _bytes = new byte[8192];
    private int _length;

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void Write(bool value) => Room(1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>In eight bytes.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>In as many bytes as it needs, seven bits in each.</summary>
    public void WriteShort(long value)
    {
        const int most = 10;
        if (_bytes.Length - _length < most) Grow(most);
        var left = unchecked((ulong)value);
        for (; left > 0x7F; left >>= 7) _bytes[_length++] = (byte)(left & 0x7F | 0x80);
        _bytes[_length++] = (byte)left;
    }

    public void Write(string word)
    {
        if (_words.TryGetValue(word, out var number))
        {
            WriteShort(number);
            return;
        }
        WriteShort(_words.Count);
        _words.Add(word, _words.Count);
        var size = Encoding.UTF8.GetByteCount(word);
        WriteShort(size);
        Encoding.UTF8.GetBytes(word, Room(size));
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - _length < size) Grow(size);
        _length += size;
        return _bytes.AsSpan(_length - size, size);
    }

    private void Grow(int size) => Array.Resize(ref _bytes, Math.Max(checked(_bytes.Length * 2), checked(_length + size)));
}

/// <summary>Reads what a <see cref="ContentWriter"/> has written.</summary>
internal sealed class ContentReader(byte[] content) : BinaryReader(new MemoryStream(content), Encoding.UTF8)
{
    private readonly List<string> _words = [];

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => BaseStream.Position == BaseStream.Length;

    public long ReadShort() => Read7BitEncodedInt64();

    /// <summary>A number of items.</summary>
    public int ReadCount() => checked((int)ReadShort());

    /// <exception cref="InvalidDataException">No word has that number.</exception>
    public string ReadWord()
    {
        var number = ReadCount();
        if (number == _words.Count) _words.Add(ReadString());
        return number >= 0 && number < _words.Count ? _words[number] : throw new InvalidDataException("a word that is not there");
    }
}
