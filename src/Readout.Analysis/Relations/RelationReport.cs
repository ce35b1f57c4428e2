using System.Collections.Immutable;
using Readout.Analysis.Relations.ThawFreeze;

namespace Readout.Analysis.Relations;

/// <summary>What a relation is asked about: how long the steps are and which days are shown. Immutable.</summary>
/// <param name="Pair">Whose relation.</param>
/// <param name="By">How long the steps are.</param>
/// <param name="From">First day shown; the first happening's where null.</param>
/// <param name="To">Last day shown; the last happening's where null.</param>
/// <param name="AsOf">Day from which meetings are ahead.</param>
public sealed record RelationQuestion(RelationPair Pair, PeriodKind By, DateOnly? From, DateOnly? To, DateOnly AsOf);

/// <summary>
/// All that is shown of a relation: the series, the index with its breaks, the happenings behind the breaks, the meetings ahead.
/// Immutable.
/// </summary>
/// <param name="Question">What was asked.</param>
/// <param name="Series">The periods shown.</param>
/// <param name="Index">The index of these periods, against the long run of all that is known up to their end.</param>
/// <param name="Accounts">The happenings behind the breaks, shocks and surges, by number.</param>
/// <param name="Meetings">Meetings ahead, the nearest first.</param>
public sealed record RelationReport(
    RelationQuestion Question, RelationSeries Series, ThawFreezeIndex Index, ImmutableDictionary<long, RelationAccount> Accounts, ImmutableArray<MeetingAhead> Meetings)
{
    private const int MostMeetings = 10;

    /// <summary>
    /// Answers a question. The index is made of everything up to the last day asked for, so that its long run and its breaks do
    /// not depend on the first; periods after the last happening are there where the question reaches so far.
    /// </summary>
    public static RelationReport Of(IRelationSource source, RelationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(question);
        RelationHistory history = source.Read(question.Pair);
        DateOnly? first = history.Events.IsEmpty ? null : history.Events.Min(one => one.Day);
        RelationSeries whole = RelationSeries.Of(question.Pair, history, question.By, Earlier(first, question.From), question.To).WithGaps(source.HasRead);
        ThawFreezeIndex index = ThawFreezeIndex.Of(whole).Between(question.From, question.To, question.By);
        long[] movers = [.. index.Breaks.SelectMany(one => one.Movers).Concat(index.Shocks.SelectMany(one => one.Movers)).Concat(index.Surges.SelectMany(one => one.Movers)).Distinct()];
        return new RelationReport(
            question, whole.Between(question.From, question.To), index,
            source.Describe(movers).ToImmutableDictionary(account => account.Id), source.MeetingsAhead(question.Pair, question.AsOf, MostMeetings));
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other is null ? one ?? other : one < other ? one : other;
}
