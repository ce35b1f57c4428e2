using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive.Relations;

namespace Readout.Desk.Relation;

/// <summary>
/// What is known of a pair, read once for one request: the history, and the days of which anything was read. Meetings ahead are not asked for here, since
/// the desk shows those that are followed over articles. For one thread.
/// </summary>
/// <param name="relations">The archive's.</param>
internal sealed class RequestSource(RelationReader relations) : IRelationSource
{
    private RelationHistory? _history;
    private ImmutableArray<DateOnly> _days;

    public RelationHistory Read(RelationPair pair) => _history ??= relations.Read(pair);

    public bool HasRead(DateOnly from, DateOnly to)
    {
        if (_days.IsDefault) _days = relations.ReadDays();
        int at = _days.BinarySearch(from);
        if (at < 0) at = ~at;
        return at < _days.Length && _days[at] <= to;
    }

    public ImmutableArray<RelationAccount> Describe(IReadOnlyList<long> ids) => relations.Describe(ids);

    public ImmutableArray<MeetingAhead> MeetingsAhead(RelationPair pair, DateOnly day, int limit) => [];
}
