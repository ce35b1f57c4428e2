using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

/// <summary>A source of happenings that are made up, with a sentence for each.</summary>
internal sealed class MadeUpSource(RelationHistory history, string words) : IRelationSource
{
    public static RelationQuestion Question { get; } = new(GeneratedRelation.Pair, PeriodKind.Month, null, null, new DateOnly(1990, 1, 1));

    public static RelationReport Report(string words = "The two sides ended the talks.") =>
        RelationReport.Of(new MadeUpSource(GeneratedRelation.Of(4, 2, 30, PeriodKind.Month, 4, 5).History, words), Question);

    public RelationHistory Read(RelationPair pair) => history;

    public bool HasRead(DateOnly from, DateOnly to) => true;

    public ImmutableArray<RelationAccount> Describe(IReadOnlyList<long> ids) =>
    [
        .. history.Events.Where(one => ids.Contains(one.Id)).Select(one => new RelationAccount(
            one.Id, $"key-{one.Id}", one.Day, one.Type.Spelt(), null, words, $"article-{one.Id}", "The Wire", "Talks end", null, 2)),
    ];

    public ImmutableArray<MeetingAhead> MeetingsAhead(RelationPair pair, DateOnly day, int limit) => [];
}
