using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol;
using Readout.Archive.Reading;
using Readout.Coding.Actors;
using Readout.Coding.Record;

namespace Readout.Desk.Mcp;

/// <summary>The tool <c>actor</c>.</summary>
internal sealed class ActorTool(Sources sources)
{
    private const int MostEntries = 5;
    private const int MostOffices = 30;

    /// <summary>What is known of some words. Immutable.</summary>
    internal sealed record Answer
    {
        [Description("Whom the words name: the directory's name, else the words.")]
        public required string Name { get; init; }

        [Description("Directory identifier, or null.")]
        public string? Id { get; init; }

        [Description("state, government, body, person, group, igo, ngo, company, agent or place.")]
        public required string Kind { get; init; }

        public string? Code { get; init; }

        public string? Country { get; init; }

        [Description("PLOVER's sector: GOV, MIL, OPP and so on.")]
        public string? Sector { get; init; }

        [Description("Office held on the day, or null.")]
        public string? Office { get; init; }

        [Description("Why the words could not be resolved, or null.")]
        public string? Unresolved { get; init; }

        [Description("Entries of the directory that the words may mean.")]
        public required ImmutableArray<Entry> Entries { get; init; }

        [Description("The newest events that they take part in.")]
        public required ImmutableArray<ToldEvent> Events { get; init; }
    }

    /// <summary>An entry of the actor directory. Immutable.</summary>
    internal sealed record Entry(
        string Id, string Name, string Kind, string Code, string? Country, ImmutableArray<Office> Offices,
        [property: Description("What decides where the name is ambiguous; empty where it is not.")] string Decides,
        [property: Description("Month in which it was last checked; empty where unknown.")] string Checked);

    /// <summary>A dated office. Immutable.</summary>
    internal sealed record Office(DateOnly? From, DateOnly? To, string Title, string Code, string Sector, [property: Description("Whether it is held on the day asked for.")] bool Held);

    public Answer Find(
        [Description("Who: a name, an office, a code or an identifier, as a text would have it.")] string words,
        [Description("The day that counts for offices, YYYY-MM-DD; the latest that is known without it.")] string? date = null,
        [Description("How many of the newest events to give, 0 to 30.")] int events = 10) => Sources.Answer(() =>
        {
            Sources.Number(events, nameof(events), 0, 30);
            string sought = Sources.Words(words, nameof(words)) ?? throw new McpException("words is empty");
            ActorFinding finding = sources.Lookup().Find(NameOf(sought) ?? sought, Sources.Day(date, nameof(date)));
            ActorReference actor = finding.Actor;
            string? party = actor.Unresolved is not null ? null : actor.Kind == "state" ? actor.Code : actor.Id ?? actor.Code;
            return new Answer
            {
                Name = actor.Name,
                Id = actor.Id,
                Kind = actor.Kind,
                Code = actor.Code,
                Country = actor.Country,
                Sector = actor.Sector,
                Office = actor.Office,
                Unresolved = actor.Unresolved,
                Entries = [.. finding.Entries.Take(MostEntries).Select(Told)],
                Events = party is null || events == 0 ? []
                    : [.. sources.Archive.Events.Read(new EventQuery { Parties = [party], Order = EventOrder.NewestFirst, Limit = events }).Select(kept => ToldEvent.Of(kept, sources))],
            };
        });

    private string? NameOf(string words) => sources.Knowledge.Actors.NameOf(words.ToUpperInvariant());

    private static Entry Told(ActorCard card) => new(
        card.Id, card.Name, card.Kind, card.Code, card.Country,
        [.. card.Offices.Take(MostOffices).Select(office => new Office(office.From, office.To, office.Title, office.Code, office.Sector, office.IsHeld))], card.Decides, card.Checked);
}
