using System.Collections.Immutable;
using Readout.Archive.Exports.Codes;
using Readout.Archive.Reading;

namespace Readout.Archive.Exports.Calendars;

/// <summary>Reads the followed meetings of an archive as a calendar takes them.</summary>
internal sealed class MeetingSource(RecordArchive archive)
{
    /// <summary>The meetings that may fall between two days, both inclusive and null for open, and those without a day.</summary>
    public IEnumerable<CalendarMeeting> Read(DateOnly? from, DateOnly? to, ImmutableArray<string> parties) =>
        archive.Meetings.Read(new MeetingQuery { From = from, To = to, Undated = true, Parties = parties }).Select(Meeting);

    /// <summary>A followed meeting as a calendar takes it.</summary>
    public CalendarMeeting Meeting(KeptMeeting kept) => new()
    {
        Uid = kept.Uid,
        Sequence = kept.Sequence,
        State = kept.State,
        Level = kept.Level,
        From = kept.From,
        To = kept.To,
        Place = Places.FullName(kept),
        Told = kept.Tellings.Max(telling => telling.Published) ?? kept.From ?? kept.To ?? DateOnly.MinValue,
        Articles = [.. kept.Tellings.Select(telling => telling.Article).Distinct().Select(Article)],
        Parties = [.. kept.Parties.Select(code => StateTable.Default.Find(code)?.Name ?? code)],
    };

    private string Article(long number) => archive.Articles.Find(number) is { } article ? article.Url ?? article.Identity : "";

    /// <summary>How the place of a meeting is shown.</summary>
    private static class Places
    {
        public static string? FullName(KeptMeeting kept)
        {
            string? country = StateTable.Default.Find(kept.PlaceCountry)?.Name;
            return kept.Place is null ? country : country is null || country == kept.Place ? kept.Place : $"{kept.Place}, {country}";
        }
    }
}
