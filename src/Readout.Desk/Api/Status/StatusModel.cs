using System.Collections.Immutable;
using Readout.Archive.Status;

namespace Readout.Desk.Api.Status;

/// <summary>What the archive of the desk holds. Immutable.</summary>
/// <param name="Schema">The step that its tables have come to.</param>
/// <param name="Size">Bytes on the disk.</param>
/// <param name="Counts">How many articles, revisions, codings, sentences, events, quotes, meetings, actors and sources it has.</param>
/// <param name="Published">Days of publication, first and last; null where no article has one.</param>
/// <param name="Events">Days of events, first and last; null where no event has one.</param>
/// <param name="Packs">The knowledge behind the newest codings.</param>
/// <param name="Counted">When it was counted; counts are kept for a minute.</param>
public sealed record StatusModel(
    string Schema, long Size, ImmutableSortedDictionary<string, long> Counts, StatusPeriod? Published, StatusPeriod? Events, ImmutableArray<StatusPack> Packs, DateTimeOffset Counted)
{
    internal static StatusModel Of(ArchiveStatus status, DateTimeOffset counted) => new(
        status.Schema, status.Size, status.Counts.ToImmutableSortedDictionary(pair => pair.What, pair => pair.Count, StringComparer.Ordinal), StatusPeriod.Of(status.Published), StatusPeriod.Of(status.Events),
        [.. status.Packs.Select(pair => new StatusPack(pair.Pack.Version, pair.Pack.Hash, pair.Revisions))], counted);
}

/// <summary>Days from the first to the last. Immutable.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, inclusive.</param>
public sealed record StatusPeriod(DateOnly From, DateOnly To)
{
    internal static StatusPeriod? Of((DateOnly First, DateOnly Last)? days) => days is { } period ? new StatusPeriod(period.First, period.Last) : null;
}

/// <summary>Knowledge that coded articles. Immutable.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Revisions">How many revisions of articles it coded.</param>
public sealed record StatusPack(string Version, string Hash, long Revisions);
