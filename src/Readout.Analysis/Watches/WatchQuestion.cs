using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Coding.Record;

namespace Readout.Analysis.Watches;

/// <summary>
/// What a watch asks for. <see cref="Relations"/>, <see cref="Actors"/> and <see cref="Countries"/> say whom it is about: one of
/// them must fit, where any is given. The other conditions that are given all hold, and within a list one of its values does.
/// Immutable.
/// </summary>
public sealed record WatchQuestion
{
    /// <summary>Pairs between which it runs, either way.</summary>
    public ImmutableArray<RelationPair> Relations { get; init; } = [];

    /// <summary>Who acts or is acted upon: directory identifiers (<c>person/…</c>) or codes of the closed table.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Whose people, bodies or state act or are acted upon, as PLOVER's country field has them.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>PLOVER types.</summary>
    public ImmutableArray<EventType> Types { get; init; } = [];

    /// <summary>PLOVER modes.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Auxiliary modes; empty for what happened, what is denied and what is announced.</summary>
    public ImmutableArray<EventStatus> Statuses { get; init; } = [];

    /// <summary>Words of the sentence, as a search takes them; empty for any.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether nothing at all is asked for.</summary>
    public bool IsEmpty => Relations.IsEmpty && Actors.IsEmpty && Countries.IsEmpty && Types.IsEmpty && Modes.IsEmpty && Contexts.IsEmpty && Statuses.IsEmpty
        && string.IsNullOrWhiteSpace(Words);

    /// <summary>Whether it says whom it is about.</summary>
    public bool NamesSides => !Relations.IsEmpty || !Actors.IsEmpty || !Countries.IsEmpty;

    /// <summary>The statuses that count: those given, else actual, negated and future.</summary>
    public ImmutableArray<EventStatus> Counted => Statuses.IsEmpty ? [EventStatus.Actual, EventStatus.Negated, EventStatus.Future] : Statuses;

    /// <summary>The codes that its relations, actors and countries name, ascending; directory identifiers left out.</summary>
    public ImmutableArray<string> Codes =>
    [
        .. Relations.SelectMany(pair => new[] { pair.First, pair.Second }).Concat(Countries).Concat(Actors.Where(actor => !actor.Contains('/', StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
