using System.Collections.Immutable;
using Readout.Archive.Exports.Codes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Corrections;

/// <summary>A record that is being changed: its events by identity, mentions that are added. For one thread.</summary>
internal sealed class RecordEditor(ArticleRecord record)
{
    private readonly List<CodedEvent> _events = [.. record.Events];
    private readonly List<Mention> _added = [];

    public string Text => record.Article.Text;

    public IReadOnlyList<CodedEvent> Events => _events;

    /// <summary>Takes an event out.</summary>
    public void Remove(CodedEvent coded) => _events.Remove(coded);

    /// <summary>Puts an event in the place of another, or beside the others.</summary>
    public void Put(CodedEvent? old, CodedEvent changed)
    {
        if (old is not null) _events[_events.IndexOf(old)] = changed;
        else _events.Add(changed);
    }

    /// <summary>The sentence that holds a range; null where none does.</summary>
    public int? SentenceOf(TextSpan span)
    {
        int index = record.Sentences.FindIndexOf(sentence => sentence.Contains(span));
        return index < 0 ? null : index;
    }

    public TextSpan Sentence(int index) => record.Sentences[index];

    /// <summary>
    /// The mention of a party: the words given, else the nearest mention of the code in the sentence, else in the text, else one
    /// at the trigger, since a person knows what the text does not say.
    /// </summary>
    public int MentionOf((string Code, string? Words) party, int sentence, TextSpan trigger)
    {
        if (party.Words is { Length: > 0 } words && Find(words, record.Sentences[sentence]) is { } span) return Mention(span, party.Code);
        IEnumerable<int> named = Enumerable.Range(0, record.Mentions.Length).Where(i => record.Mentions[i].Actor.Code == party.Code);
        int[] nearest = [.. named.OrderBy(i => record.Sentences[sentence].Contains(record.Mentions[i].Span) ? 0 : 1).ThenBy(i => Math.Abs(record.Mentions[i].Span.Start - trigger.Start)).ThenBy(i => i)];
        return nearest.Length > 0 ? nearest[0] : Mention(trigger, party.Code);
    }

    /// <summary>Where words stand, in a range first, else anywhere; null where nowhere.</summary>
    public TextSpan? Find(string words, TextSpan near)
    {
        int at = Text.IndexOf(words, near.Start, near.Length, StringComparison.Ordinal);
        if (at < 0) at = Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, at + words.Length);
    }

    /// <summary>The record with what was changed: in order, numbered anew, every reference kept.</summary>
    public ArticleRecord Build()
    {
        (ImmutableArray<Mention> mentions, int[] places) = Mentions();
        CodedEvent[] ordered = [.. _events.OrderBy(coded => coded.Trigger)];
        Dictionary<string, string> ids = [];
        for (int i = 0; i < ordered.Length; i++) ids.TryAdd(ordered[i].Id, $"e{i + 1}");
        Meeting[] meetings = [.. record.Meetings.Select(meeting => meeting with
        {
            Events = [.. meeting.Events.Where(ids.ContainsKey).Select(id => ids[id])],
            Parties = Moved(meeting.Parties, places),
            Absent = Moved(meeting.Absent, places),
        }).Where((meeting, i) => !meeting.Events.IsEmpty || record.Meetings[i].Events.IsEmpty)];
        return record with
        {
            Mentions = mentions,
            Events = [.. ordered.Select((coded, i) => Moved(coded, places) with { Id = $"e{i + 1}" })],
            Quotes = [.. record.Quotes.Select(quote => quote with { Speaker = Moved(quote.Speaker, places), For = Moved(quote.For, places) })],
            Meetings = [.. meetings.Select((meeting, i) => meeting with { Id = $"m{i + 1}" })],
        };
    }

    private int Mention(TextSpan span, string code)
    {
        int same = record.Mentions.FindIndexOf(mention => mention.Span == span && mention.Actor.Code == code);
        if (same >= 0) return same;
        int added = _added.FindIndex(mention => mention.Span == span && mention.Actor.Code == code);
        if (added < 0)
        {
            _added.Add(new Mention(span, MentionForm.Nominal, null, Actor(code)));
            added = _added.Count - 1;
        }

        return record.Mentions.Length + added;
    }

    // Codes of three capitals that are no state's are bodies of the closed table; others are groups of no state.
    private ActorReference Actor(string code)
    {
        if (record.Mentions.FirstOrDefault(mention => mention.Actor.Code == code)?.Actor is { } known) return known with { Id = null, Office = null, VariantOf = null };
        if (StateTable.Default.Find(code) is { } state) return new ActorReference { Id = $"state/{code}", Name = state.Name, Kind = "state", Code = code, Country = code };
        bool isBody = code.Length == 3 && code.All(char.IsAsciiLetterUpper);
        return new ActorReference { Name = code, Kind = isBody ? "igo" : "group", Code = code, Country = code is "UNO" or "EUR" ? code : isBody ? "IGO" : null };
    }

    private (ImmutableArray<Mention> Mentions, int[] Places) Mentions()
    {
        Mention[] all = [.. record.Mentions, .. _added];
        int[] order = [.. Enumerable.Range(0, all.Length).OrderBy(i => all[i].Span).ThenBy(i => i)];
        int[] places = new int[all.Length];
        for (int i = 0; i < order.Length; i++) places[order[i]] = i;
        return ([.. order.Select(i => all[i] with { RefersTo = Moved(all[i].RefersTo, places) })], places);
    }

    private static CodedEvent Moved(CodedEvent coded, int[] places) => coded with
    {
        Actors = Moved(coded.Actors, places),
        Recipients = Moved(coded.Recipients, places),
        Attribution = [.. coded.Attribution.Select(entry => entry with { Speaker = Moved(entry.Speaker, places), For = Moved(entry.For, places) })],
    };

    private static ImmutableArray<int> Moved(ImmutableArray<int> indexes, int[] places) => [.. indexes.Select(index => places[index])];

    private static int? Moved(int? index, int[] places) => index is { } known ? places[known] : null;
}

/// <summary>Search in arrays.</summary>
internal static class ArraySearch
{
    /// <summary>Index of the first item that fits, or -1.</summary>
    public static int FindIndexOf<T>(this ImmutableArray<T> items, Func<T, bool> fits)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (fits(items[i])) return i;
        }

        return -1;
    }
}
