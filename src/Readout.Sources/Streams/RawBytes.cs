namespace Readout.Sources.Streams;

/// <summary>
/// Compressed bytes with a short memory: it hands out small pieces, and can go back over the last ones. What lies before a
/// mark is forgotten, and of what lies behind it no more than <see cref="Memory"/> is kept.
/// </summary>
internal sealed class RawBytes(Stream source) : ForwardStream
{
    /// <summary>Most bytes that can be gone back over.</summary>
    public const int Memory = 1 << 20;

    /// <summary>Most bytes given at a time, so that the end of a member is among the last few.</summary>
    private const int Piece = 512;

    private byte[] _bytes = new byte[1 << 16];
    private long _base;
    private int _at;
    private int _end;
    private long _mark;

    /// <summary>Offset of the next byte in the file.</summary>
    public override long Position { get => _base + _at; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _end && !Fill()) return 0;
        int count = Math.Min(Math.Min(buffer.Length, Piece), _end - _at);
        _bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Keeps what follows, to be gone back to.</summary>
    public void Mark() => _mark = Position;

    /// <summary>Goes to the byte after the mark, or to the oldest byte still kept; false where nothing follows.</summary>
    public bool BackToMark()
    {
        _at = (int)Math.Max(0, Math.Min(_end, _mark + 1 - _base));
        return _at < _end || Fill();
    }

    /// <summary>Goes to just after the last place among the latest bytes given where some bytes stand; false where they do not.</summary>
    public bool BackToAfter(ReadOnlySpan<byte> wanted)
    {
        while (_end - _at < wanted.Length && Fill())
        {
        }

        int from = Math.Max(0, _at - (2 * Piece) - wanted.Length);
        int found = _bytes.AsSpan(from, Math.Min(_end, _at + wanted.Length) - from).IndexOf(wanted);
        if (found < 0) return false;
        _at = from + found + wanted.Length;
        return true;
    }

    /// <summary>Up to <paramref name="count"/> of the next bytes, not taken.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _at < count && Fill())
        {
        }

        return _bytes.AsSpan(_at, Math.Min(count, _end - _at));
    }

    /// <summary>Passes over bytes.</summary>
    public void Take(int count) => TakeExactly(count);

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public ReadOnlySpan<byte> TakeExactly(int count)
    {
        if (Peek(count).Length < count) throw new InvalidDataException("the file breaks off");
        _at += count;
        return _bytes.AsSpan(_at - count, count);
    }

    /// <summary>Passes over a text that ends with a zero byte, of at most 64 KB.</summary>
    /// <exception cref="InvalidDataException">It does not end.</exception>
    public void TakeText()
    {
        for (int i = 0; i < ushort.MaxValue; i++)
        {
            if (TakeExactly(1)[0] == 0) return;
        }

        throw new InvalidDataException("the header does not end");
    }

    /// <summary>Passes over zeros, which pad some files.</summary>
    public void SkipZeros()
    {
        while (Peek(1) is [0]) _at++;
    }

    /// <summary>Goes on to where the next bytes satisfy a test; false where the file ends before.</summary>
    public bool SkipTo(Func<ReadOnlySpan<byte>, bool> test)
    {
        while (true)
        {
            ReadOnlySpan<byte> next = Peek(1 << 12);
            if (next.IsEmpty) return false;
            for (int i = 0; i < next.Length; i++)
            {
                int found = next[i..].IndexOf((byte)0x1F);
                if (found < 0) break;
                i += found;
                if (next.Length - i < 4 && Peek(next.Length + 4).Length > next.Length) break;
                if (!test(next[i..])) continue;
                _at += i;
                return true;
            }

            _at += Math.Max(1, next.Length - 3);
        }
    }

    /// <summary>Reads on, forgetting what is no longer needed; false at the end of the file.</summary>
    private bool Fill()
    {
        if (_end == _bytes.Length) MakeRoom();
        int count = source.Read(_bytes, _end, _bytes.Length - _end);
        _end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        int keep = (int)Math.Clamp(Position - Math.Max(_mark, _base), Math.Min(_at, 4 * Piece), Memory);
        int from = Math.Max(0, _at - keep);
        if (from == 0)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
            return;
        }

        _bytes.AsSpan(from, _end - from).CopyTo(_bytes);
        _base += from;
        _at -= from;
        _end -= from;
    }
}
