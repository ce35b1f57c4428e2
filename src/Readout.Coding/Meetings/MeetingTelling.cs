using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Meetings;

/// <summary>One telling of a meeting: what a verb or a noun of consultation says of it.</summary>
internal sealed record MeetingTelling
{
    /// <summary>Token of the verb or noun.</summary>
    public required int Token { get; init; }

    /// <summary>Lemma of a noun of consultation; null for a verb.</summary>
    public string? Noun { get; init; }

    /// <summary>How far it has come; null where the words only mention it.</summary>
    public MeetingState? State { get; init; }

    /// <summary>Whether the words point back: <c>the talks</c>.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Whether the words bring up a new one: <c>an expert meeting</c>.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Mentions that take part.</summary>
    public ImmutableArray<int> Parties { get; init; } = [];

    /// <summary>Its day or days, or null.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Its place, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>leader, minister, official, expert by the words of the telling, or null.</summary>
    public string? Level { get; init; }

    /// <summary>Identifiers of the events that tell of it.</summary>
    public ImmutableArray<string> Events { get; init; } = [];
}
