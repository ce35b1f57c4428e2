namespace Readout.Sources.Warc;

/// <summary>The content of a web archive with the bytes that were read ahead.</summary>
internal sealed class WarcBytes(Stream source)
{
    private const int Piece = 65_536;
    private byte[] _bytes = new byte[Piece];
    private int _at;
    private int _end;
    private InvalidDataException? _damage;

    /// <summary>What was read ahead.</summary>
    public ReadOnlySpan<byte> Ahead => _bytes.AsSpan(_at, _end - _at);

    /// <summary>Damage that was met when looking ahead, or null.</summary>
    public InvalidDataException? Damage => _damage;

    /// <summary>Forgets what was read ahead.</summary>
    public void Clear()
    {
        _at = _end = 0;
        _damage = null;
    }

    /// <summary>Puts bytes back before what was read ahead.</summary>
    public void PutBack(ReadOnlySpan<byte> bytes)
    {
        byte[] joined = new byte[Math.Max(Piece, bytes.Length + Ahead.Length)];
        bytes.CopyTo(joined);
        Ahead.CopyTo(joined.AsSpan(bytes.Length));
        _end = bytes.Length + Ahead.Length;
        _at = 0;
        _bytes = joined;
    }

    /// <summary>Reads on until so many bytes are ahead; false where the archive ends before.</summary>
    public bool Need(int count)
    {
        while (_end - _at < count)
        {
            if (_at > 0 && _bytes.Length - _at < Math.Max(count, Piece / 2)) Shift();
            if (_bytes.Length < count) Array.Resize(ref _bytes, count);
            if (_damage is not null) throw _damage;
            int read = source.Read(_bytes, _end, _bytes.Length - _end);
            if (read == 0) return false;
            _end += read;
        }

        return true;
    }

    /// <summary>The same, where damage that comes before them is left for the next reading.</summary>
    public bool Look(int count)
    {
        try
        {
            return Need(count);
        }
        catch (InvalidDataException damage)
        {
            _damage = damage;
            return false;
        }
    }

    /// <summary>Passes over bytes that are ahead.</summary>
    public void Take(int count) => _at += count;

    /// <summary>Passes over bytes; false where the archive ends before.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (!Need(1)) return false;
            int taken = (int)Math.Min(count, _end - _at);
            _at += taken;
            count -= taken;
        }

        return true;
    }

    /// <summary>The next bytes; null where the archive ends before.</summary>
    public byte[]? Block(int count)
    {
        byte[] block = new byte[count];
        int done = Math.Min(count, _end - _at);
        _bytes.AsSpan(_at, done).CopyTo(block);
        _at += done;
        return source.ReadAtLeast(block.AsSpan(done), count - done, false) == count - done ? block : null;
    }

    private void Shift()
    {
        Ahead.CopyTo(_bytes);
        _end -= _at;
        _at = 0;
    }
}
