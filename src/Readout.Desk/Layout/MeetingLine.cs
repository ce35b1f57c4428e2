using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Layout;

/// <summary>A meeting followed over articles, in a line. Immutable.</summary>
public sealed record MeetingLine
{
    /// <summary>Number in the archive.</summary>
    public required long Id { get; init; }

    /// <summary>Identifier of its entry in a calendar.</summary>
    public required string Uid { get; init; }

    /// <summary>How often that entry has changed.</summary>
    public required int Sequence { get; init; }

    /// <summary>proposed, planned, confirmed, refused, postponed, cancelled or held.</summary>
    public required string State { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>First day, or null where none is set.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, with its country; or null.</summary>
    public string? Place { get; init; }

    /// <summary>Who takes part.</summary>
    public required ImmutableArray<ActorName> Parties { get; init; }

    /// <summary>What articles told of it, in the order in which they were printed.</summary>
    public required ImmutableArray<MeetingTelling> Tellings { get; init; }

    /// <summary>The newest event that tells of it where a list looks it up, as Today does; else null.</summary>
    public EventLineModel? Event { get; init; }

    /// <summary>Address of the newest article that tells of it, or null.</summary>
    [JsonIgnore]
    public string? Address => Tellings.IsEmpty ? null : Tellings[^1].Address;

    /// <summary>The line of a followed meeting.</summary>
    internal static MeetingLine Of(KeptMeeting kept, DeskKnowledge knowledge) => new()
    {
        Id = kept.Id,
        Uid = kept.Uid,
        Sequence = kept.Sequence,
        State = kept.State.Spelt(),
        Level = kept.Level,
        From = kept.From,
        To = kept.To,
        Place = PlaceOf(kept, knowledge),
        Parties = [.. kept.Parties.Select(code => new ActorName(code, knowledge.NameOf(code), code, null))],
        Tellings = [.. kept.Tellings.Select(telling => new MeetingTelling(telling.Article, telling.Title, telling.Source, telling.Published, telling.State.Spelt(), telling.From, telling.To))],
    };

    private static string? PlaceOf(KeptMeeting kept, DeskKnowledge knowledge)
    {
        string? country = kept.PlaceCountry is null ? null : knowledge.NameOf(kept.PlaceCountry);
        return kept.Place is null ? country : country is null || country == kept.Place ? kept.Place : $"{kept.Place}, {country}";
    }
}

/// <summary>What one article tells of a meeting. Immutable.</summary>
/// <param name="Article">Number of the article.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="State">How far the meeting has come by its account.</param>
/// <param name="From">First day by its account, or null.</param>
/// <param name="To">Last day by its account, or null.</param>
public sealed record MeetingTelling(long Article, string? Title, string? Source, DateOnly? Published, string State, DateOnly? From, DateOnly? To)
{
    /// <summary>Address of the article.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/article/{Article}");
}
