using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;
using Readout.Desk.Relation;

namespace Readout.Desk.Actor;

/// <summary>Reads actors. Safe to call from every thread.</summary>
internal sealed class ActorModels(RecordArchive archive, DeskKnowledge knowledge, PageCursors cursors, TimeProvider time)
{
    private const int MostEvents = 25;
    private const int MostContacts = 80;
    private const int MostDealings = 200;
    private const int MostQuotes = 8;
    private const int MostLines = 12;
    private const int MostHolders = 40;
    private const int LongestId = 200;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The actor of a directory identifier or a code; null where neither the directory nor the archive knows it.</summary>
    /// <exception cref="DeskFaultException">The cursor is of another list.</exception>
    public ActorModel? Find(string id, IQueryCollection query)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id.Contains('\0', StringComparison.Ordinal)) return null;
        ActorLookup lookup = new(knowledge.Knowledge.Actors, knowledge.Knowledge.Places);
        ActorCard? card = lookup.Card(id, Today);
        string who = Who(id, card);
        string list = "actor " + (card?.Id ?? id);
        long? after = cursors.Read(list, query)?[0];
        KeptEvent[] events = [.. Newest(new EventQuery { Parties = [who], After = after, Limit = MostEvents + 1 })];
        if (card is null && events.Length == 0 && after is null) return null;
        string? code = card is null ? Coded(id, events) : card.Code.Length == 0 ? null : card.Code;
        KeptEvent[] dealings = [.. Newest(new EventQuery { Parties = [who], Limit = MostDealings })];
        return new ActorModel
        {
            Id = card?.Id ?? id,
            Name = card?.Name ?? (knowledge.Knowledge.Actors.NameOf(id) ?? Named(id, events)),
            Kind = card?.Kind ?? "unknown",
            Code = code,
            Country = card?.Country,
            Sector = card?.Sector,
            Offices = card is null ? [] : [.. card.Offices.OrderByDescending(office => office.From ?? DateOnly.MinValue).Select(Office)],
            Holders = card is null or { Kind: "person" or "group" } ? [] : Holders(lookup, card.Code),
            Checked = card is null ? null : card.Checked.Length == 0 ? card.Source : $"{card.Source}, checked {card.Checked}",
            Contacts = Contacts(who, code),
            Quotes = Quotes(who, card),
            Relations = Relations(dealings, code),
            Events = [.. events.Take(MostEvents).Select(EventLineModel.Of)],
            Next = events.Length > MostEvents ? cursors.Write(list, query, events[MostEvents - 1].Id) : null,
            IsLater = after is not null,
        };
    }

    private IEnumerable<KeptEvent> Newest(EventQuery query) => archive.Events.Read(query with { Order = EventOrder.NewestFirst });

    // What officials and bodies of a state do is found by its code.
    private static string Who(string id, ActorCard? card) => card is { Kind: "state" or "igo", Code.Length: > 0 } ? card.Code : card?.Id ?? id;

    private string? Coded(string id, KeptEvent[] events) =>
        knowledge.Knowledge.Actors.NameOf(id) is not null ? id : Parties(events).FirstOrDefault(party => party.Reference == id)?.Code;

    private static string Named(string id, KeptEvent[] events) => Parties(events).FirstOrDefault(party => party.Reference == id || party.Code == id)?.Name ?? id;

    private static IEnumerable<KeptParty> Parties(IEnumerable<KeptEvent> events) => events.SelectMany(kept => kept.Actors.Concat(kept.Recipients));

    private OfficeLine Office(ActorOffice office) => new(office.From, office.To, new RelationSide(office.Code, knowledge.NameOf(office.Code)), office.Sector, office.Title, office.IsHeld);

    private ImmutableArray<HolderLine> Holders(ActorLookup lookup, string code) =>
    [
        .. lookup.Holders(code, Today).Take(MostHolders).Select(pair => new HolderLine(new ActorName(pair.Holder.Id, pair.Holder.Name, code, pair.Office.Title), pair.Office.From)),
    ];

    // A meeting has its parties among those who act, a visit its host among those acted upon.
    private ImmutableArray<ContactSum> Contacts(string who, string? code) =>
    [
        .. Newest(new EventQuery { Parties = [who], Types = [EventType.Consult], Statuses = [EventStatus.Actual], Limit = MostContacts })
            .DistinctBy(kept => kept.Happening ?? -kept.Id)
            .SelectMany(kept => ActorName.Of(kept.Actors.Concat(kept.Recipients).Where(party => !IsSame(party, who, code))).Select(with => (With: with, Event: kept)))
            .GroupBy(pair => pair.With.Id ?? pair.With.Name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostLines)
            .Select(group => new ContactSum(group.First().With, group.Count(), EventLineModel.Of(group.First().Event))),
    ];

    private static bool IsSame(KeptParty party, string who, string? code) => party.Reference == who || party.Code == who || (code is not null && party.Code == code);

    private ImmutableArray<QuoteLine> Quotes(string who, ActorCard? card)
    {
        if (card is { Kind: not ("state" or "igo") }) return [.. archive.Quotes.Newest(who, MostQuotes).OrderByDescending(quote => quote.Article.Published ?? DateOnly.MinValue).Select(QuoteLine.Of)];
        long[] revisions = [.. Newest(new EventQuery { Speakers = [who], Limit = MostQuotes * 2 }).Select(kept => kept.Article.Revision).Distinct()];
        return
        [
            .. archive.Quotes.OfRevisions(revisions, [who], MostQuotes * 4).OrderByDescending(quote => quote.Article.Published ?? DateOnly.MinValue).ThenBy(quote => quote.Id)
                .DistinctBy(quote => (quote.Article.CopyGroup, quote.Number)).Take(MostQuotes).Select(QuoteLine.Of),
        ];
    }

    private ImmutableArray<RelationSum> Relations(KeptEvent[] dealings, string? code) =>
    [
        .. dealings.DistinctBy(kept => kept.Happening ?? -kept.Id)
            .SelectMany(kept => Parties([kept]).Select(party => party.Code).OfType<string>().Where(other => other != code && knowledge.Knowledge.Actors.NameOf(other) is not null).Distinct(StringComparer.Ordinal)
                .Select(other => (Other: other, Cooperates: kept.Type.Quad() is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation)))
            .GroupBy(pair => pair.Other, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostLines)
            .Select(group => Sum(code, group.Key, group.Count(), group.Count(pair => pair.Cooperates))),
    ];

    private RelationSum Sum(string? code, string other, int count, int cooperation)
    {
        RelationSide with = new(other, knowledge.NameOf(other));
        RelationSides? sides = code is not null && knowledge.Knowledge.Actors.NameOf(code) is { } name ? new RelationSides(new RelationSide(code, name), with) : null;
        return new RelationSum(sides, with, count, cooperation);
    }
}
