using System.Globalization;
using Readout.Sources.Streams;

namespace Readout.Sources.Warc;

/// <summary>
/// Reads a web archive (ISO 28500, WARC 0.17 to 1.1) record by record. Memory is bounded by the largest record that is
/// wanted. A damaged record is told once, and reading goes on with the next record that can be found.
/// </summary>
internal sealed class WarcReader
{
    private const int HeadLimit = 65_536;
    private static readonly string[] s_wanted = ["response", "resource", "conversion"];
    private readonly Stream _source;
    private readonly WarcBytes _bytes;
    private readonly int _limit;
    private int _number;
    private long _member;

    /// <summary>Opens an archive.</summary>
    /// <param name="source">Its content, decompressed; a <see cref="GzipMembers"/> is gone on with after damage. Left open.</param>
    /// <param name="limit">Longest block that is read, in bytes; a longer one is passed over and told.</param>
    /// <param name="begun">What was read of it already.</param>
    public WarcReader(Stream source, int limit, ReadOnlySpan<byte> begun)
    {
        _source = source;
        _bytes = new WarcBytes(source);
        _bytes.PutBack(begun);
        _limit = limit;
    }

    private long MemberStart => _source is GzipMembers members ? members.MemberStart : 0;

    /// <summary>The records that may hold an article and those that are damaged, in the order of the file.</summary>
    public IEnumerable<WarcRecord> Read()
    {
        while (Next() is { } record)
        {
            if (record.Fault is not null || record.Block.Length > 0) yield return record;
        }
    }

    private WarcRecord? Next()
    {
        _number++;
        try
        {
            while (_bytes.Need(1) && _bytes.Ahead[0] is (byte)'\r' or (byte)'\n') _bytes.Take(1);
            if (!_bytes.Need(1)) return null;
            return ReadRecord();
        }
        catch (InvalidDataException problem)
        {
            long at = MemberStart;
            _bytes.Clear();
            Recover();
            return Damaged(string.Create(CultureInfo.InvariantCulture, $"the record is damaged ({problem.Message.TrimEnd('.')}, compressed byte {at})"));
        }
    }

    /// <summary>After damage to the compression: on to the next member that begins with a record.</summary>
    private void Recover()
    {
        while (_source is GzipMembers members && members.SkipDamage())
        {
            try
            {
                if (_bytes.Need("WARC/"u8.Length) && _bytes.Ahead.StartsWith("WARC/"u8)) return;
            }
            catch (InvalidDataException)
            {
                // What looked like a member was a part of the damaged one.
            }

            _bytes.Clear();
        }
    }

    private WarcRecord ReadRecord()
    {
        _bytes.Need(5);
        _member = MemberStart;
        if (!_bytes.Ahead.StartsWith("WARC/"u8)) return Lost("no record begins where one should");
        if (TakeHead() is not { } head) return Lost("its header does not end");
        if (head.Length is not { } length) return Lost("its header gives no length");
        string type = head["WARC-Type"]?.ToLowerInvariant() ?? "";
        if (!IsWanted(type, head["Content-Type"])) return Pass(length, null);
        if (length > _limit) return Pass(length, string.Create(CultureInfo.InvariantCulture, $"the record is larger than {_limit / 1_000_000} MB"));
        if (_bytes.Block((int)length) is not { } block) return Damaged("the record is cut off by the end of the file");
        if (!Ends()) return Misfit(block);
        if (!WarcDigest.Fits(head["WARC-Block-Digest"], block)) return Damaged("the record is damaged: its content does not fit its digest");
        return new WarcRecord { Number = _number, Type = type, Target = head["WARC-Target-URI"]?.Trim('<', '>'), ContentType = head["Content-Type"], Block = block };
    }

    private static bool IsWanted(string type, string? content)
    {
        if (!s_wanted.Contains(type)) return false;
        string media = content ?? "";
        return type == "response" ? media.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) : media.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The header with the empty line after it, taken; null where it does not end within the limit.</summary>
    private WarcHead? TakeHead()
    {
        int wanted = 512;
        while (true)
        {
            bool more = _bytes.Need(wanted);
            ReadOnlySpan<byte> ahead = _bytes.Ahead;
            int end = ahead.IndexOf("\r\n\r\n"u8);
            int length = end < 0 ? ahead.IndexOf("\n\n"u8) : end;
            if (length >= 0 && length <= HeadLimit)
            {
                WarcHead head = WarcHead.Parse(ahead[..length]);
                _bytes.Take(length + (end < 0 ? 2 : 4));
                return head;
            }

            if (!more || wanted >= HeadLimit) return null;
            wanted = Math.Min(HeadLimit, Math.Max(wanted * 2, ahead.Length + 1));
        }
    }

    /// <summary>Whether the archive ends here or two line breaks and another record follow.</summary>
    /// <exception cref="InvalidDataException">What the record stands in proves damaged at its end.</exception>
    private bool Ends()
    {
        bool more = _bytes.Look(9);
        if (_bytes.Damage is { } damage && MemberStart == _member) throw damage;
        if (!more && _bytes.Ahead.IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0) return true;
        ReadOnlySpan<byte> rest = _bytes.Ahead.TrimStart("\r\n"u8);
        return rest.StartsWith("WARC/"u8) || (rest.Length < 5 && "WARC/"u8.StartsWith(rest));
    }

    /// <summary>The length was wrong: what was read as the block may hold the records after it.</summary>
    private WarcRecord Misfit(byte[] block)
    {
        int next = block.AsSpan().IndexOf("\r\n\r\nWARC/"u8);
        if (next >= 0) _bytes.PutBack(block.AsSpan(next + 4));
        else SkipToRecord();
        return Damaged("the record is damaged: its length does not fit");
    }

    private WarcRecord Pass(long length, string? fault)
    {
        if (!_bytes.Skip(length)) return Damaged("the record is cut off by the end of the file");
        if (!Ends()) return Lost("its length does not fit");
        return new WarcRecord { Number = _number, Fault = fault };
    }

    private WarcRecord Lost(string what)
    {
        SkipToRecord();
        return Damaged($"the record is damaged: {what}");
    }

    /// <summary>Goes on to the next line that begins a record.</summary>
    private void SkipToRecord()
    {
        ReadOnlySpan<byte> mark = "\nWARC/"u8;
        while (_bytes.Need(mark.Length))
        {
            int found = _bytes.Ahead.IndexOf(mark);
            _bytes.Take(found >= 0 ? found + 1 : _bytes.Ahead.Length - mark.Length + 1);
            if (found >= 0) return;
        }

        _bytes.Take(_bytes.Ahead.Length);
    }

    private WarcRecord Damaged(string fault) => new() { Number = _number, Fault = fault };
}
