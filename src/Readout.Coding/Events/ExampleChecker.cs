using System.Collections.Immutable;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Compares what an example's text was coded as with what it must get. Pure; safe for several threads.</summary>
public static class ExampleChecker
{
    /// <summary>What is wrong, in one line; null where the example holds.</summary>
    /// <param name="example">The example.</param>
    /// <param name="document">Its text, parsed.</param>
    /// <param name="codings">What it was coded as.</param>
    /// <param name="parties">The actors that the codings refer to.</param>
    public static string? Compare(WorkedExample example, Document document, ImmutableArray<EventCoding> codings, IPartySource parties)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parties);
        List<EventCoding> left = [.. codings];
        foreach (ExpectedEvent expected in example.Expected)
        {
            string? nearest = null;
            int found = left.FindIndex(coding => Difference(expected, coding, document, parties) is null);
            if (found >= 0)
            {
                left.RemoveAt(found);
                continue;
            }

            foreach (EventCoding coding in left) nearest ??= Nearest(expected, coding, document, parties);
            return nearest is not null ? nearest : $"{expected.Type.Spelt()} not coded; got {All(codings, document, parties)}";
        }

        return left.Count == 0 ? null : "also coded: " + All([.. left], document, parties);
    }

    /// <summary>A coding on one line, as the format writes expectations.</summary>
    public static string Print(EventCoding coding, Document document, IPartySource parties)
    {
        ArgumentNullException.ThrowIfNull(coding);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parties);
        CodedEvent one = coding.Event;
        return $"{one.Type.Spelt()} {one.Mode ?? "-"} actors={Codes(one.Actors, parties)} recipients={Codes(one.Recipients, parties)} "
            + $"action={one.Action?.Spelt() ?? "-"} status={one.Status.Spelt()} trigger={one.Trigger.In(document.Text).Replace(' ', '_')} frame={one.Frame}";
    }

    private static string All(ImmutableArray<EventCoding> codings, Document document, IPartySource parties) =>
        codings.IsEmpty ? "none" : string.Join("; ", codings.Select(coding => Print(coding, document, parties)));

    private static string? Nearest(ExpectedEvent expected, EventCoding coding, Document document, IPartySource parties) =>
        coding.Event.Type == expected.Type ? $"{Difference(expected, coding, document, parties)}: {Print(coding, document, parties)}" : null;

    private static string? Difference(ExpectedEvent expected, EventCoding coding, Document document, IPartySource parties)
    {
        CodedEvent one = coding.Event;
        if (one.Type != expected.Type) return "type";
        if (expected.Mode is not null && (one.Mode ?? "-") != expected.Mode) return "mode";
        if (expected.Action is not null && (one.Action?.Spelt() ?? "-") != expected.Action) return "action";
        if (expected.Status is not null && one.Status != expected.Status) return "status";
        if (expected.Actors is { } actors && Codes(one.Actors, parties) != Join(actors)) return "actors";
        if (expected.Recipients is { } recipients && Codes(one.Recipients, parties) != Join(recipients)) return "recipients";
        if (expected.Cameo is not null && one.Cameo != expected.Cameo) return "cameo";
        if (expected.Frame is not null && one.Frame != expected.Frame) return "frame";
        if (expected.Contexts.Any(context => !one.Contexts.Contains(context))) return "contexts";
        return expected.Trigger is null || Touches(expected.Trigger, one.Trigger.In(document.Text)) ? null : "trigger";
    }

    private static bool Touches(string expected, string found) =>
        found.Contains(expected, StringComparison.OrdinalIgnoreCase) || expected.Contains(found, StringComparison.OrdinalIgnoreCase);

    private static string Join(ImmutableArray<string> codes) => codes.IsEmpty ? "-" : string.Join(",", codes);

    private static string Codes(ImmutableArray<int> mentions, IPartySource parties)
    {
        SortedSet<string> codes = new(StringComparer.Ordinal);
        foreach (int mention in mentions)
        {
            if (parties.Actor(mention).Code is { } code) codes.Add(code);
        }

        return codes.Count == 0 ? "-" : string.Join(",", codes);
    }
}
