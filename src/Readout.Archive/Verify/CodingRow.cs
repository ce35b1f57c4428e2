using System.Data.Common;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Verify;

/// <summary>A coding with the rows above it. Immutable.</summary>
internal sealed record CodingRow
{
    public required long Id { get; init; }

    public required long Revision { get; init; }

    public required long Article { get; init; }

    public required string Identity { get; init; }

    public required string ContentHash { get; init; }

    public required PackIdentity Pack { get; init; }

    public required long Sentences { get; init; }

    public required long Events { get; init; }

    public required long Quotes { get; init; }

    public required long Meetings { get; init; }

    public required string Hash { get; init; }

    public required byte[] Record { get; init; }

    /// <summary>Whether it is the newest coding of its revision.</summary>
    public required bool IsNewest { get; init; }

    /// <summary>Whether it is the newest coding of the newest revision, whose rows count.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Whether the revision came with it.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>given_id, url, source, title, published, language, text_length of the revision.</summary>
    public required object?[] Facts { get; init; }

    public static CodingRow Read(DbDataReader row)
    {
        bool newest = row.GetInt64(13) == row.GetInt64(0);
        return new CodingRow
        {
            Id = row.GetInt64(0),
            Revision = row.GetInt64(1),
            Article = row.GetInt64(2),
            Identity = row.GetString(3),
            ContentHash = row.GetString(4),
            Pack = new PackIdentity(row.GetString(5), row.GetString(6)),
            Sentences = row.GetInt64(7),
            Events = row.GetInt64(8),
            Quotes = row.GetInt64(9),
            Meetings = row.GetInt64(10),
            Hash = row.GetString(11),
            Record = (byte[])row.GetValue(12),
            IsNewest = newest,
            IsCurrent = newest && row.GetInt64(14) == row.GetInt64(1),
            IsFirst = row.GetInt64(15) == row.GetInt64(0),
            Facts = [row.GetString(16), row.TextOrNull(17), row.TextOrNull(18), row.TextOrNull(19), row.TextOrNull(20), row.GetString(21), row.GetInt64(22)],
        };
    }
}
