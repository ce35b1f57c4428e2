using System.Collections.Immutable;
using System.Globalization;
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
    private readonly List<(string Name, object? Value)> _parameters = [];

    private QuestionFilter()
    {
    }

    /// <summary>The condition.</summary>
    public string Condition { get; private init; } = "";

    /// <summary>The values that the condition names.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters => _parameters;

    /// <summary>The condition that an event must meet. It is asked of few events, those that are new, so each part is a look-up by event.</summary>
    public static QuestionFilter OfEvents(WatchQuestion question, ArchiveConnection connection)
    {
        QuestionFilter filter = new();
        List<string> conditions = ["events.current = 1", filter.Among("events.status", [.. question.Counted.Select(status => status.Spelt())])];
        if (question.NamesSides) conditions.Add(filter.Sides(question));
        if (!question.Types.IsEmpty) conditions.Add(filter.Among("events.type", [.. question.Types.Select(type => type.Spelt())]));
        if (!question.Modes.IsEmpty) conditions.Add(filter.Among("events.mode", question.Modes));
        if (!question.Contexts.IsEmpty) conditions.Add(filter.Contexts(question.Contexts));
        WordQuery words = WordQuery.Parse(question.Words);
        if (!words.IsEmpty)
        {
            WordSearch engine = WordSearch.Of(connection.Dialect);
            conditions.Add($"events.sentence IN (SELECT found.id FROM ({engine.Sentences}) AS found)");
            filter._parameters.Add(("@words", engine.Text(words)));
        }

        return filter.With(string.Join(" AND ", conditions));
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

        return filter.With($"({string.Join(" OR ", any)})");
    }

    private QuestionFilter With(string condition)
    {
        QuestionFilter filter = new() { Condition = condition };
        filter._parameters.AddRange(_parameters);
        return filter;
    }

    private string Sides(WatchQuestion question)
    {
        List<string> any = [];
        foreach (RelationPair pair in question.Relations)
        {
            any.Add($"EXISTS (SELECT 1 FROM dyads WHERE dyads.event = events.id AND dyads.low = {Parameter(pair.First)} AND dyads.high = {Parameter(pair.Second)})");
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
        $"((' ' || followed_meetings.parties || ' ') LIKE {Parameter($"% {Literal(pair.First)} %")} ESCAPE '!' AND (' ' || followed_meetings.parties || ' ') LIKE {Parameter($"% {Literal(pair.Second)} %")} ESCAPE '!')";

    private string Contexts(ImmutableArray<string> contexts) =>
        $"({string.Join(" OR ", contexts.Select(context => $"(' ' || events.contexts || ' ') LIKE {Parameter($"% {Literal(context)} %")} ESCAPE '!'"))})";

    private string Among(string column, ImmutableArray<string> values) => $"{column} IN ({string.Join(", ", values.Select(value => Parameter(value)))})";

    private static string Literal(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal);

    private string Parameter(object? value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@q{_parameters.Count}");
        _parameters.Add((name, value));
        return name;
    }
}
