using Readout.Archive.Search.Facets;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Search.Indexing;

/// <summary>An event with the values of its facets, while it is being made findable. For one thread.</summary>
internal sealed class IndexedEvent
{
    private readonly List<FacetValue> _values = [];

    public required long Event { get; init; }

    public required long Sentence { get; init; }

    public required long? Day { get; init; }

    public IReadOnlyList<FacetValue> Values => _values;

    /// <summary>An event of a record, with the numbers of its row and of its sentence's; values in the order in which rows would give them.</summary>
    public static IndexedEvent Of(ArticleRecord record, CodedEvent coded, long number, long sentence)
    {
        IndexedEvent indexed = new() { Event = number, Sentence = sentence, Day = (coded.Date?.From ?? coded.Date?.To ?? record.Article.Published)?.DayNumber };
        indexed.Add(FacetKind.Type, coded.Type.Spelt());
        indexed.Add(FacetKind.Mode, coded.Mode);
        foreach (string context in coded.Contexts) indexed.Add(FacetKind.Context, context);
        indexed.Add(FacetKind.Status, coded.Status.Spelt());
        indexed.Add(FacetKind.Source, StoredText.OrNull(record.Article.Source));
        foreach (int index in coded.Actors) indexed.AddParty(record.Mentions[index].Actor);
        foreach (Attribution entry in coded.Attribution) indexed.AddSpeaker(record, entry.For);
        foreach (int index in coded.Recipients) indexed.AddParty(record.Mentions[index].Actor);
        foreach (Attribution entry in coded.Attribution) indexed.AddSpeaker(record, entry.Speaker);
        return indexed;
    }

    public void AddParty(string? reference, string name, string? code, string? country)
    {
        Add(FacetKind.Actor, reference ?? name, name);
        Add(FacetKind.Code, code);
        Add(FacetKind.Country, country);
    }

    public void AddSpeaker(string? reference, string name) => Add(FacetKind.Speaker, reference ?? name, name);

    public void Add(string kind, string? value, string? label = null)
    {
        if (!string.IsNullOrEmpty(value)) _values.Add(new FacetValue(kind, value, label ?? value));
    }

    private void AddParty(ActorReference actor) => AddParty(actor.Id, StoredText.Of(actor.Name), actor.Code, actor.Country);

    private void AddSpeaker(ArticleRecord record, int? mention)
    {
        if (mention is { } index) AddSpeaker(record.Mentions[index].Actor.Id, StoredText.Of(record.Mentions[index].Actor.Name));
    }
}
