using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Search;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Search;

/// <summary>What a reader looks for: the query string of the search page. Immutable.</summary>
internal sealed record SearchAsk
{
    /// <summary>The facets that a query may name, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = ["type", "mode", "context", "status", "country", "actor", "speaker", "source"];

    private const int MostValues = 20;
    private const int LongestValue = 300;

    /// <summary>The words, as they were typed.</summary>
    public string Words { get; init; } = "";

    /// <summary>Facets and the values chosen of each, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<(string Name, string Value)> Chosen { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool IsEmpty => Words.Length == 0 && Chosen.IsEmpty && From is null && To is null;

    /// <summary>Reads <c>q</c>, <c>from</c>, <c>to</c> and the facets.</summary>
    /// <exception cref="DeskFaultException">A value cannot be understood.</exception>
    public static SearchAsk Of(IQueryCollection query)
    {
        ImmutableArray<(string, string)> chosen = [.. Names.SelectMany(name => Values(query, name).Select(value => (name, value)))];
        if (chosen.Length > MostValues) throw DeskFaultException.Bad($"A search has at most {MostValues} facets.");
        DateOnly? from = query.Day("from");
        DateOnly? to = query.Day("to");
        if (from > to) throw DeskFaultException.Bad("The first day lies after the last.");
        return new SearchAsk { Words = query.Text("q") ?? "", Chosen = chosen, From = from, To = to };
    }

    /// <summary>The query for the archive.</summary>
    /// <exception cref="DeskFaultException">A type or status is none.</exception>
    public SearchQuery ToQuery(long? after, int limit) => new()
    {
        Words = Words,
        Types = [.. Of("type").Select(Type)],
        Modes = Of("mode"),
        Contexts = Of("context"),
        Statuses = [.. Of("status").Select(Status)],
        Countries = Of("country"),
        Actors = Of("actor"),
        Speakers = Of("speaker"),
        Sources = Of("source"),
        From = From,
        To = To,
        After = after,
        Limit = limit,
    };

    public SearchAsk With(string name, string value) => Chosen.Contains((name, value)) ? this : this with { Chosen = [.. Names.SelectMany(one => Chosen.Append((name, value)).Where(pair => pair.Item1 == one))] };

    public SearchAsk Without(string name, string value) => this with { Chosen = [.. Chosen.Where(pair => pair != (name, value))] };

    /// <summary>The days of a year.</summary>
    public SearchAsk InYear(int year) => this with { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };

    /// <summary>The query string in one form for one question, without its question mark.</summary>
    public string Query
    {
        get
        {
            List<string> parts = [];
            if (Words.Length > 0) parts.Add("q=" + Uri.EscapeDataString(Words));
            parts.AddRange(Chosen.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
            if (From is { } from) parts.Add(string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}"));
            if (To is { } to) parts.Add(string.Create(CultureInfo.InvariantCulture, $"to={to:yyyy-MM-dd}"));
            return string.Join('&', parts);
        }
    }

    public string Address => IsEmpty ? "/search" : "/search?" + Query;

    private ImmutableArray<string> Of(string name) => [.. Chosen.Where(pair => pair.Name == name).Select(pair => pair.Value)];

    private static IEnumerable<string> Values(IQueryCollection query, string name)
    {
        foreach (string? value in query[name])
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            if (value.Length > LongestValue || value.Contains('\0', StringComparison.Ordinal)) throw DeskFaultException.Bad($"A value of {name} cannot be understood.");
            yield return name == "type" ? value.Trim().ToUpperInvariant() : value.Trim();
        }
    }

    private static EventType Type(string label) => Spelling.TryParseType(label, out EventType type) ? type : throw DeskFaultException.Bad($"'{label}' is no PLOVER type.");

    private static EventStatus Status(string label)
    {
        foreach (EventStatus status in Enum.GetValues<EventStatus>())
        {
            if (status.Spelt() == label) return status;
        }

        throw DeskFaultException.Bad($"'{label}' is no status; write actual, historical, future, hypothetical or negated.");
    }
}
