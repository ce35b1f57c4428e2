using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Meetings;

/// <summary>What one article says of a meeting. Immutable.</summary>
public sealed record Telling
{
    /// <summary>Number of the telling, in the order of arrival.</summary>
    public required long Number { get; init; }

    /// <summary>Number of the article.</summary>
    public required long Article { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who takes part.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>Who is said to stay away.</summary>
    public ImmutableArray<Party> Absent { get; init; } = [];

    /// <summary>First day that it may fall on, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that it may fall on, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where it is to be, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Alpha-3 code of the place's country, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>How far it has come.</summary>
    public required MeetingState State { get; init; }

    /// <summary>Whether both days are known.</summary>
    public bool IsDated => From is not null && To is not null;

    /// <summary>The tellings of a record's meetings, in their order.</summary>
    /// <param name="record">The record.</param>
    /// <param name="article">Number of the article.</param>
    /// <param name="first">Number of the first telling.</param>
    public static ImmutableArray<Telling> Of(ArticleRecord record, long article, long first)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Meetings.Select((meeting, index) => Of(record, meeting) with { Number = first + index, Article = article })];
    }

    private static Telling Of(ArticleRecord record, Meeting meeting)
    {
        bool tells = TellsDays(meeting, record.Article.Published);
        return new Telling
        {
            Number = 0,
            Article = 0,
            Published = record.Article.Published,
            Parties = Named(record, meeting.Parties),
            Absent = Named(record, meeting.Absent),
            From = tells ? meeting.From ?? meeting.To : null,
            To = tells ? meeting.To ?? meeting.From : null,
            Place = meeting.Place?.Name,
            PlaceCountry = meeting.Place?.Country,
            Level = meeting.Level,
            State = meeting.State,
        };
    }

    /// <summary>
    /// Whether the days are those of the meeting. A meeting is called off, put off or refused before it is due: a day that is not to come is the day
    /// of the announcement.
    /// </summary>
    private static bool TellsDays(Meeting meeting, DateOnly? published) =>
        meeting.State is not (MeetingState.Cancelled or MeetingState.Postponed or MeetingState.Refused) || published is null || (meeting.From ?? meeting.To) > published;

    private static ImmutableArray<Party> Named(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => Party.Of(record.Mentions[index].Actor))];
}
