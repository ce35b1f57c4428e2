using System.Buffers.Binary;
using System.IO.Compression;

namespace Readout.Sources.Streams;

/// <summary>
/// The content of a gzip file (RFC 1952), member after member, as one stream. Where a member is damaged, reading throws
/// <see cref="InvalidDataException"/> once; after <see cref="SkipDamage"/> it goes on with the next member, so that one
/// damaged record of a web archive costs that record and no other. Memory is bounded whatever the file holds.
/// </summary>
internal sealed class GzipMembers : ForwardStream
{
    private const int TrailerLength = 8;
    private readonly RawBytes _raw;
    private DeflateStream? _member;
    private Crc32 _crc;
    private uint _length;

    /// <summary>Opens a gzip file at its first byte.</summary>
    /// <param name="compressed">The file; left open.</param>
    public GzipMembers(Stream compressed) => _raw = new RawBytes(compressed);

    /// <summary>Offset in the compressed file at which the present member begins.</summary>
    public long MemberStart { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The member is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (_member is null && !Open()) return 0;
            int count = _member!.Read(buffer);
            if (count > 0)
            {
                _crc.Add(buffer[..count]);
                _length += (uint)count;
                return count;
            }

            EndMember();
        }
    }

    /// <summary>Goes to where the next member may begin; false where the file ends before.</summary>
    public bool SkipDamage()
    {
        _member?.Dispose();
        _member = null;
        return _raw.BackToMark() && _raw.SkipTo(IsHeader);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _member?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Magic number, the one method there is, no reserved flag (RFC 1952, section 2.3).</summary>
    private static bool IsHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && (bytes[3] & 0xE0) == 0;

    private bool Open()
    {
        _raw.SkipZeros();
        MemberStart = _raw.Position;
        _raw.Mark();
        ReadOnlySpan<byte> head = _raw.Peek(10);
        if (head.IsEmpty) return false;
        if (head.Length < 10 || !IsHeader(head)) throw new InvalidDataException("no gzip member begins here");
        byte flags = head[3];
        _raw.Take(10);
        if ((flags & 4) != 0) _raw.Take(BinaryPrimitives.ReadUInt16LittleEndian(_raw.TakeExactly(2)));
        if ((flags & 8) != 0) _raw.TakeText();
        if ((flags & 16) != 0) _raw.TakeText();
        if ((flags & 2) != 0) _raw.Take(2);
        _crc = default;
        _length = 0;
        _member = new DeflateStream(_raw, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    /// <summary>
    /// Ends the member. The decompressor takes more bytes than it needs; where the member ends is told by its trailer,
    /// whose eight bytes are known.
    /// </summary>
    private void EndMember()
    {
        _member!.Dispose();
        _member = null;
        byte[] trailer = new byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), _length);
        if (!_raw.BackToAfter(trailer)) throw new InvalidDataException("the checksum does not fit");
    }
}
