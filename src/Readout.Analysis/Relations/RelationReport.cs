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
        RelationReport counted = Counted(source.Read(question.Pair), source.HasRead, question);
        return counted with
        {
            Accounts = source.Describe(counted.Movers).ToImmutableDictionary(account => account.Id),
            Meetings = source.MeetingsAhead(question.Pair, question.AsOf, MostMeetings),
        };
    }

    /// <summary>The series and the index alone, without what tells the happenings and without meetings. Pure: the same history and days give the same.</summary>
    /// <param name="history">What was read of the pair.</param>
    /// <param name="hasRead">Whether any article published between two days, inclusive, was read.</param>
    /// <param name="question">What is asked.</param>
    public static RelationReport Counted(RelationHistory history, Func<DateOnly, DateOnly, bool> hasRead, RelationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(question);
        DateOnly? first = history.Events.IsEmpty ? null : history.Events.Min(one => one.Day);
        RelationSeries whole = RelationSeries.Of(question.Pair, history, question.By, Earlier(first, question.From), question.To).WithGaps(hasRead);
        ThawFreezeIndex index = ThawFreezeIndex.Of(whole).Between(question.From, question.To, question.By);
        return new RelationReport(question, whole.Between(question.From, question.To), index, ImmutableDictionary<long, RelationAccount>.Empty, []);
    }

    /// <summary>Numbers of the happenings behind the breaks, shocks and surges.</summary>
    public ImmutableArray<long> Movers =>
        [.. Index.Breaks.SelectMany(one => one.Movers).Concat(Index.Shocks.SelectMany(one => one.Movers)).Concat(Index.Surges.SelectMany(one => one.Movers)).Distinct()];

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other is null ? one ?? other : one < other ? one : other;
}
