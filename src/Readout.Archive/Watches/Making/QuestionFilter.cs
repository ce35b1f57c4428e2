using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>A question as conditions of SQL over <c>events</c> and over <c>followed_meetings</c>, with their parameters. For one thread.</summary>
internal sealed class QuestionFilter
{
    private readonly SqlValues _values = new("q");

    private QuestionFilter()
    {
    }

    /// <summary>The condition.</summary>
    public string Condition { get; private set; } = "";

    /// <summary>The values that the condition names.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters => _values.All;

    /// <summary>The condition that an event must meet. It is asked of few events, those that are new, so each part is a look-up by event.</summary>
    public static QuestionFilter OfEvents(WatchQuestion question, ArchiveConnection connection)
    {
        QuestionFilter filter = new();
        List<string> conditions = ["events.current = 1", filter.Among("events.status", [.. question.Counted.Select(status => status.Spelt())])];
        if (question.NamesSides) conditions.Add(filter.Sides(question));
        if (!question.Types.IsEmpty) conditions.Add(filter.Among("events.type", [.. question.Types.Select(type => type.Spelt())]));
        if (!question.Modes.IsEmpty) conditions.Add(filter.Among("events.mode", question.Modes));
        if (!question.Contexts.IsEmpty) conditions.Add(filter._values.HasAny("events.contexts", question.Contexts));
        WordQuery words = WordQuery.Parse(question.Words);
        if (!words.IsEmpty)
        {
            WordSearch engine = WordSearch.Of(connection.Dialect);
            conditions.Add($"events.sentence IN (SELECT found.id FROM ({engine.Sentences}) AS found)");
            filter._values.Add("@words", engine.Text(words));
        }

        filter.Condition = string.Join(" AND ", conditions);
        return filter;
    }

    /// <summary>The condition that a followed meeting must meet; null where the question names no sides.</summary>
    public static QuestionFilter? OfMeetings(WatchQuestion question)
    {
        if (!question.NamesSides) return null;
        QuestionFilter filter = new();
        List<string> any = [.. question.Relations.Select(filter.Meets)];
        if (filter.ActorCondition(question) is { } actor)
        {
            any.Add("EXISTS (SELECT 1 FROM meeting_tellings JOIN meeting_parties ON meeting_parties.meeting = meeting_tellings.meeting "
                + $"JOIN actors ON actors.id = meeting_parties.actor WHERE meeting_tellings.followed = followed_meetings.id AND meeting_parties.role = 'party' AND ({actor}))");
        }

        filter.Condition = $"({string.Join(" OR ", any)})";
        return filter;
    }

    private string Sides(WatchQuestion question)
    {
        List<string> any = [];
        foreach (RelationPair pair in question.Relations)
        {
            any.Add($"EXISTS (SELECT 1 FROM dyads WHERE dyads.event = events.id AND dyads.low = {_values.Add(pair.First)} AND dyads.high = {_values.Add(pair.Second)})");
        }

        if (ActorCondition(question) is { } actor)
        {
            any.Add("EXISTS (SELECT 1 FROM parties JOIN actors ON actors.id = parties.actor "
                + $"WHERE parties.event = events.id AND parties.role IN ('actor', 'recipient') AND ({actor}))");
        }

        return $"({string.Join(" OR ", any)})";
    }

    private string? ActorCondition(WatchQuestion question)
    {
        List<string> any = [];
        ImmutableArray<string> references = [.. question.Actors.Where(actor => actor.Contains('/', StringComparison.Ordinal))];
        ImmutableArray<string> codes = [.. question.Actors.Where(actor => !actor.Contains('/', StringComparison.Ordinal))];
        if (!references.IsEmpty) any.Add(Among("actors.reference", references));
        if (!codes.IsEmpty) any.Add(Among("actors.code", codes));
        if (!question.Countries.IsEmpty) any.Add(Among("actors.country", question.Countries));
        return any.Count == 0 ? null : string.Join(" OR ", any);
    }

    private string Meets(RelationPair pair) =>
        $"({_values.HasWord("followed_meetings.parties", pair.First)} AND {_values.HasWord("followed_meetings.parties", pair.Second)})";

    private string Among(string column, ImmutableArray<string> values) => $"{column} IN ({_values.List(values)})";
}
