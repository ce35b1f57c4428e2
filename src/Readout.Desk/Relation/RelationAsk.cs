using Readout.Analysis.Relations;
using Readout.Desk.Hosting;

namespace Readout.Desk.Relation;

/// <summary>What a reader asks of a relation: days, steps, and a contact to look at. Immutable.</summary>
/// <param name="From">First day, or null for all.</param>
/// <param name="To">Last day, or null for all.</param>
/// <param name="By">Length of the steps; null for what suits the days.</param>
/// <param name="Contact">Number of a happening whose accounts are shown, or null.</param>
/// <param name="AllRows">Whether the table has a row for every step, however many they are.</param>
internal sealed record RelationAsk(DateOnly? From, DateOnly? To, PeriodKind? By, long? Contact, bool AllRows)
{
    /// <summary>Whether a page opens on the days of which news was read, where none are asked for: an article tells of long-past days too.</summary>
    public bool OpensOnNews { get; init; }

    // More steps are more than a screen has pixels for.
    private const int MostPeriods = 800;
    private const int MostEmptyDays = 366;

    /// <summary>Reads the query string <c>from</c>, <c>to</c>, <c>by</c>, <c>contact</c>, <c>table</c>.</summary>
    /// <exception cref="DeskFaultException">A value cannot be understood.</exception>
    public static RelationAsk Of(IQueryCollection query)
    {
        DateOnly? from = query.Day("from");
        DateOnly? to = query.Day("to");
        if (from > to) throw DeskFaultException.Bad("The first day lies after the last.");
        PeriodKind? by = query.Choice("by", "", "day", "week", "month") switch
        {
            "day" => PeriodKind.Day,
            "week" => PeriodKind.Week,
            "month" => PeriodKind.Month,
            _ => null,
        };
        long contact = query.Number("contact", 0, 1, long.MaxValue);
        return new RelationAsk(from, to, by, contact == 0 ? null : contact, query.Choice("table", "", "all") == "all");
    }

    /// <summary>The days shown and the length of the steps, for a history between two days.</summary>
    /// <param name="first">The first day of the history.</param>
    /// <param name="last">The last.</param>
    /// <param name="firstRead">The first day of which any news was read, or null.</param>
    public (DateOnly? From, DateOnly? To, PeriodKind By) Fit(DateOnly first, DateOnly last, DateOnly? firstRead)
    {
        DateOnly least = DateOnly.FromDayNumber(Math.Max(0, first.DayNumber - MostEmptyDays));
        DateOnly most = DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, last.DayNumber + MostEmptyDays));
        DateOnly? from = Clamp(From ?? Opening(first, last, firstRead), least, most);
        DateOnly? to = Clamp(To, least, most);
        int days = Math.Max(0, (to ?? last).DayNumber - (from ?? first).DayNumber) + 1;
        return (from, to, Coarser(By ?? Suiting(days), days));
    }

    // A month before the first news is what news is of.
    private DateOnly? Opening(DateOnly first, DateOnly last, DateOnly? firstRead) =>
        OpensOnNews && To is null && firstRead is { } read && read <= last && read.Year > 1 && first < read.AddMonths(-1) ? read.AddMonths(-1) : null;

    private static DateOnly? Clamp(DateOnly? day, DateOnly least, DateOnly most) => day is null ? null : day < least ? least : day > most ? most : day;

    private static PeriodKind Suiting(int days) => days <= 45 ? PeriodKind.Day : days <= 1100 ? PeriodKind.Week : PeriodKind.Month;

    private static PeriodKind Coarser(PeriodKind by, int days) => by switch
    {
        PeriodKind.Day when days > MostPeriods => Coarser(PeriodKind.Week, days),
        PeriodKind.Week when days / 7 > MostPeriods => PeriodKind.Month,
        _ => by,
    };
}
