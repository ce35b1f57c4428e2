using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Calendar;

/// <summary>Which meetings a reader asks for. Immutable.</summary>
internal sealed record CalendarAsk
{
    private const int MostParties = 8;
    private const int LongestCode = 40;

    /// <summary>The states of meetings, in the order of their course.</summary>
    public static ImmutableArray<string> States { get; } = [.. Enum.GetValues<MeetingState>().Select(state => state.Spelt())];

    /// <summary>Codes of which each takes part.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    public ImmutableArray<MeetingState> Chosen { get; init; } = [];

    /// <summary>Reads <c>party</c> and <c>state</c>.</summary>
    /// <exception cref="DeskFaultException">A value cannot be understood.</exception>
    public static CalendarAsk Of(IQueryCollection query)
    {
        ImmutableArray<string> parties = [.. query["party"].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).Distinct(StringComparer.Ordinal)];
        if (parties.Length > MostParties || parties.Any(party => party.Length > LongestCode || party.AsSpan().ContainsAny(" %_\0"))) throw DeskFaultException.Bad("party takes codes: NOR; eight at most.");
        return new CalendarAsk { Parties = parties, Chosen = [.. query["state"].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => State(value!.Trim()))] };
    }

    /// <summary>The month of a query, <c>month=1987-05</c>; that of a day without it.</summary>
    /// <exception cref="DeskFaultException">It is no month.</exception>
    public static DateOnly Month(IQueryCollection query, DateOnly today) =>
        query.Text("month") is not { } text ? new DateOnly(today.Year, today.Month, 1)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) && month.Year is > 1 and < 9999 ? month
        : throw DeskFaultException.Bad("month is no month; write it as 2010-05.");

    /// <summary>The query for the archive, without days.</summary>
    public MeetingQuery ToQuery() => new() { Parties = Parties, States = Chosen };

    /// <summary>The part of a query string that says which meetings: begins with <c>&amp;</c>, or is empty.</summary>
    public string Query => string.Concat(Parties.Select(party => "&party=" + Uri.EscapeDataString(party)).Concat(Chosen.Distinct().Select(state => "&state=" + state.Spelt())));

    private static MeetingState State(string label) => States.IndexOf(label) is var index and >= 0 ? (MeetingState)index : throw DeskFaultException.Bad($"state is one of {string.Join(", ", States)}.");
}
