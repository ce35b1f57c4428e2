using System.Collections.Immutable;
using System.ComponentModel;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Desk.Mcp;

/// <summary>The tool <c>meetings_ahead</c>.</summary>
internal sealed class MeetingSearch(Sources sources)
{
    /// <summary>The meetings that were found. Immutable.</summary>
    internal sealed record Answer
    {
        [Description("The meetings, the nearest first; those without a day last.")]
        public required ImmutableArray<AheadMeeting> Meetings { get; init; }

        [Description("How many more there are.")]
        public required int More { get; init; }
    }

    /// <summary>A meeting followed over articles. Immutable.</summary>
    internal sealed record AheadMeeting
    {
        [Description("First day that it may fall on, or null.")]
        public DateOnly? From { get; init; }

        [Description("Last day, or null.")]
        public DateOnly? To { get; init; }

        [Description("proposed, planned, confirmed or postponed.")]
        public required string State { get; init; }

        [Description("leader, minister, official, expert, or null.")]
        public string? Level { get; init; }

        public string? Place { get; init; }

        [Description("Who takes part: names and codes.")]
        public required ImmutableArray<string> Parties { get; init; }

        [Description("The newest article that tells of it.")]
        public required AheadTelling? Told { get; init; }

        [Description("How many articles tell of it.")]
        public required int Articles { get; init; }
    }

    /// <summary>What an article tells of a meeting. Immutable.</summary>
    internal sealed record AheadTelling(
        long Article, string? Source, DateOnly? Published,
        [property: Description("The sentence that tells it; null where the article has none of its own for it.")] string? Sentence,
        [property: Description("The sentence on the desk.")] string Link);

    public Answer Find(
        [Description("Who must take part, all of these: codes or names of states and bodies.")] string[]? parties = null,
        [Description("First day, YYYY-MM-DD; today without it.")] string? from = null,
        [Description("Last day, YYYY-MM-DD.")] string? to = null,
        [Description("Whether meetings without a day are wanted too.")] bool undated = false,
        [Description("How many at most, 1 to 50.")] int limit = 20) => Sources.Answer(() =>
        {
            Sources.Number(limit, nameof(limit), 1, 50);
            IReadOnlyList<KeptMeeting> meetings = sources.Archive.Meetings.Read(new MeetingQuery
            {
                From = Sources.Day(from, nameof(from)) ?? sources.Today,
                To = Sources.Day(to, nameof(to)),
                Parties = [.. (parties ?? []).Take(Sources.MostValues + 1).Select(party => sources.Code(party, nameof(parties)))],
                States = MeetingQuery.Ahead,
                Undated = undated,
            });
            return new Answer { Meetings = [.. meetings.Take(limit).Select(Told)], More = Math.Max(0, meetings.Count - limit) };
        });

    private AheadMeeting Told(KeptMeeting meeting) => new()
    {
        From = meeting.From,
        To = meeting.To,
        State = meeting.State.Spelt(),
        Level = meeting.Level,
        Place = meeting.Place,
        Parties = [.. meeting.Parties.Select(sources.Named)],
        Told = meeting.Tellings.IsEmpty ? null : Told(meeting.Tellings[^1]),
        Articles = meeting.Tellings.Length,
    };

    // The record of the article has the meeting with the same days and state, and its events have the sentences.
    private AheadTelling Told(KeptTelling telling)
    {
        ArticleRecord? record = sources.Archive.Articles.Find(telling.Article) is { } article ? sources.Archive.Articles.Record(article.Revision) : null;
        Meeting? meeting = record?.Meetings.FirstOrDefault(one => one.State == telling.State && one.From == telling.From && one.To == telling.To);
        CodedEvent? told = meeting is { Events: [{ } id, ..] } ? record!.Events.FirstOrDefault(one => one.Id == id) : null;
        int? number = told is null ? null : record!.Events.IndexOf(told) + 1;
        return new AheadTelling(
            telling.Article, telling.Source, telling.Published, told is null ? null : Sources.Cut(record!.Sentences[told.Sentence].In(record.Article.Text), ToldEvent.MostOfSentence),
            sources.Link(telling.Article, number));
    }
}
