using System.Collections.Immutable;
using Readout.Archive.Exports.Layouts;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Archive.Exports;

/// <summary>The formats of exports.</summary>
public enum ExportFormat
{
    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>Text: commas for Readout's layout, tabs for those of others.</summary>
    Csv,

    /// <summary>Parquet.</summary>
    Parquet,

    /// <summary>An iCalendar of meetings.</summary>
    Calendar,
}

/// <summary>What is to be exported. Immutable.</summary>
public sealed record ExportRequest
{
    /// <summary>The format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>One of <see cref="LayoutNames"/>.</summary>
    public string Layout { get; init; } = "readout";

    /// <summary>What a row stands for.</summary>
    public EventUnit Unit { get; init; }

    /// <summary>First day of the event, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the event, inclusive, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>First day of publication, or null.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>Last day of publication, inclusive, or null.</summary>
    public DateOnly? PublishedTo { get; init; }

    /// <summary>Statuses that are wanted; empty for those of the layout: all in Readout's own, actual alone in the others.</summary>
    public ImmutableArray<EventStatus> Statuses { get; init; } = [];

    /// <summary>In a calendar, codes of which each takes part in a meeting; empty for all.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Whether the articles that people corrected are wanted, as gold of the task <c>record</c>; then nothing else counts.</summary>
    public bool Corrections { get; init; }

    /// <summary>The names of all layouts, Readout's own first.</summary>
    public static ImmutableArray<string> LayoutNames { get; } = [.. ExportLayouts.All.Select(layout => layout.Name)];

    /// <summary>The layout that is named.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    internal ExportLayout FindLayout() =>
        ExportLayouts.Find(Layout) ?? throw new ArgumentException($"there is no layout '{Layout}'; there are {string.Join(", ", LayoutNames)}");

    /// <summary>The statuses that are taken; empty for all.</summary>
    internal ImmutableArray<EventStatus> TakenStatuses => Statuses.IsEmpty && FindLayout().OnlyActual ? [EventStatus.Actual] : Statuses;

    /// <summary>The events that are taken.</summary>
    internal EventQuery Query => new()
    {
        Unit = Unit,
        From = From,
        To = To,
        PublishedFrom = PublishedFrom,
        PublishedTo = PublishedTo,
        Statuses = TakenStatuses,
    };

    /// <summary>What was asked for, as the data package says it.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Selection()
    {
        yield return KeyValuePair.Create("unit", Unit == EventUnit.Happening ? "happening" : "report");
        if (From is { } from) yield return KeyValuePair.Create("from", Layouts.ExportText.Iso(from));
        if (To is { } to) yield return KeyValuePair.Create("to", Layouts.ExportText.Iso(to));
        if (PublishedFrom is { } first) yield return KeyValuePair.Create("published-from", Layouts.ExportText.Iso(first));
        if (PublishedTo is { } last) yield return KeyValuePair.Create("published-to", Layouts.ExportText.Iso(last));
        yield return KeyValuePair.Create("status", TakenStatuses.IsEmpty ? "all" : string.Join(',', TakenStatuses.Select(status => status.Spelt())));
    }
}

/// <summary>What an export wrote.</summary>
/// <param name="Rows">Rows of a table, or meetings of a calendar.</param>
/// <param name="LeftOut">Meetings without a day; always 0 for a table.</param>
/// <param name="Description">Path of the data package, or null where none was written.</param>
public sealed record ExportOutcome(long Rows, int LeftOut, string? Description);
