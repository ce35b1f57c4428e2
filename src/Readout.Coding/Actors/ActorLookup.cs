using System.Collections.Immutable;
using Readout.Coding.Places;
using Readout.Coding.Record;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Coding.Actors;

/// <summary>
/// Looks up a phrase by itself: who it names on a day, what the directory knows of those, and by which words. Works on
/// words alone, without the trained models. Immutable; safe on every thread.
/// </summary>
/// <param name="directory">Who is known.</param>
/// <param name="places">Cities and regions, for the state of a phrase that names no actor of the directory.</param>
public sealed class ActorLookup(ActorDirectory directory, Gazetteer places)
{
    private readonly Lazy<PlaceSpellings> _spellings = new(() => new PlaceSpellings(places));

    /// <summary>Who the words name.</summary>
    /// <param name="words">A noun phrase: <c>the Danish foreign minister</c>; letter case counts only where it is mixed.</param>
    /// <param name="date">The day for which offices are asked; null for the latest known.</param>
    /// <param name="context">Words of the text around it that may tell whose it is; empty where there are none.</param>
    public ActorFinding Find(string words, DateOnly? date, string context = "")
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(context);
        Document document = Cut(words.Trim());
        References references = new(directory, date, latest: date is null);
        WordRuns runs = WordRuns.Of(document);
        ImmutableArray<Mention> mentions = Mentions(document, runs, references);
        ActorReference actor = Head(document.Text, mentions) ?? Unnamed(document.Text, runs, references);
        if (actor.Code is null && actor.Unresolved is not "several people of that surname") actor = WithState(actor, document.Text, mentions, context, references);
        return new ActorFinding
        {
            Words = document.Text,
            Date = date,
            Actor = actor,
            Meanings = LookupMeanings.Of(directory, runs, IsOneCase(document.Text)),
            Entries = [.. ActorCard.Of(directory, references, actor, mentions)],
        };
    }

    /// <summary>What the directory keeps of an actor; null where it keeps nothing.</summary>
    /// <param name="id">Its identifier, <c>person/…</c>, or the code of a state or organisation.</param>
    /// <param name="date">The day for which offices are asked; null for the latest known.</param>
    public ActorCard? Card(string id, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(id);
        int index = directory.IndexOf(id);
        if (index < 0) index = directory.IndexOf("state/" + id);
        for (int i = 0; index < 0 && i < directory.Entries.Length; i++)
        {
            if (directory.Entries[i].Kind == EntryKind.Igo && directory.Entries[i].Code == id) index = i;
        }

        return index < 0 ? null : ActorCard.Of(directory, new References(directory, date, latest: date is null), index);
    }

    /// <summary>Who holds an office of a state or organisation on a day, with the office: those of the highest roles first, as the directory orders them.</summary>
    /// <param name="code">Code of the closed table.</param>
    /// <param name="date">The day.</param>
    public IEnumerable<(ActorCard Holder, ActorOffice Office)> Holders(string code, DateOnly date)
    {
        References references = new(directory, date, latest: false);
        for (int i = 0; i < directory.Entries.Length; i++)
        {
            ActorEntry entry = directory.Entries[i];
            if (entry.Kind != EntryKind.Person) continue;
            OfficeRow? held = references.OfficeOn(entry);
            if (held is not null && held.Title.Length > 0 && held.Code == code) yield return (ActorCard.Of(directory, references, i), ActorOffice.Of(held, true));
        }
    }

    private static bool IsOneCase(string words) => !words.Any(char.IsUpper) || !words.Any(char.IsLower);

    private static Document Cut(string words)
    {
        Article article = Article.FromText("words", words);
        TokenBuffer tokens = new();
        Tokenizer.English.Tokenize(article, tokens);
        DocumentLayers layers = tokens.ToLayers();
        return new Document(article, new DocumentLayers { Starts = layers.Starts, Ends = layers.Ends, SentenceFirst = layers.Starts.Length == 0 ? [] : [0] });
    }

    private ImmutableArray<Mention> Mentions(Document document, WordRuns runs, References references)
    {
        List<Phrase> phrases = MentionFinder.Phrases(directory, document, runs, IsOneCase(document.Text));
        return new DocumentReading(directory, document, runs, references, quotes: null).Resolve(phrases).Mentions;
    }

    /// <summary>
    /// The mention that the others belong to: the first that lies in no other. A count or a crowd (<c>a group of</c>, <c>several of</c>)
    /// gives way to what it counts.
    /// </summary>
    private static ActorReference? Head(string text, ImmutableArray<Mention> mentions)
    {
        List<Mention> outer = [.. mentions.Where(mention => !mentions.Any(other => other.Span != mention.Span && other.Span.Contains(mention.Span)))];
        if (outer.Count == 0) return null;
        Mention first = outer[0];
        bool counts = first.Actor is { Kind: "agent", Sector: null or "UNK" } && outer.Count > 1
            && text[first.Span.End..outer[1].Span.Start].TrimStart().StartsWith("of ", StringComparison.Ordinal);
        if (counts) return outer[1].Actor;
        bool owns = first.Form == MentionForm.Possessive && outer.Count > 1 && IsOnePhrase(text[first.Span.End..outer[1].Span.Start]);
        return owns ? outer[1].Actor : first.Actor;
    }

    /// <summary>Whether what stands between an owner and a later mention keeps them in one phrase: <c>'s president</c>.</summary>
    private static bool IsOnePhrase(string between) =>
        !between.Contains(',', StringComparison.Ordinal) && !between.Contains(" of ", StringComparison.Ordinal) && between.Count(letter => letter == ' ') <= 4;

    /// <summary>A name that no phrase of the directory gives: a city, or a person in another spelling.</summary>
    private ActorReference Unnamed(string words, WordRuns runs, References references)
    {
        if ((Place(words) ?? Misspelt(words)) is { } place) return place;
        bool name = runs.Count is > 1 and < 6 && Enumerable.Range(0, runs.Count).All(run => runs.IsCapital(run) || runs.End(run) - runs.Start(run) <= 3);
        if (!name) return References.Unsettled(words, "agent", Belonging.None, null, "not in the directory");
        PersonRegister people = new(directory, references, new TitleResolver(directory, references));
        return people.Unknown(words, PersonContext.None).Actor;
    }

    private ActorReference? Place(string words)
    {
        ImmutableArray<Place> named = places.Named(words);
        string? code = named.Select(place => place.Country).FirstOrDefault(country => country is not null);
        return code is null || named.Any(place => place.Country != code) ? null : new ActorReference { Name = words, Kind = "place", Code = code, Country = directory.CountryOf(code) };
    }

    private ActorReference? Misspelt(string word) => _spellings.Value.Near(word) is not { } near ? null
        : new ActorReference { Name = word, Kind = "place", Code = near.Code, Country = directory.CountryOf(near.Code), VariantOf = near.Name };

    /// <summary>The state that another part of the phrase or the context names.</summary>
    private ActorReference WithState(ActorReference actor, string text, ImmutableArray<Mention> mentions, string context, References references)
    {
        if (actor.Kind == "person" && actor.Id is not null || mentions.Length > 0 && mentions[0].Actor.Kind == "person" && context.Length == 0) return actor;
        Mention? other = mentions.FirstOrDefault(mention => mention.Actor.Code is not null && mention.Actor.Kind is not "person");
        ActorReference? state = other?.Actor ?? Parts(text).Select(part => Place(part) ?? Misspelt(part)).FirstOrDefault(place => place is not null);
        if (state is null && context.Length > 0)
        {
            Document around = Cut(context);
            state = Mentions(around, WordRuns.Of(around), references).Select(mention => mention.Actor).FirstOrDefault(named => named.Code is not null);
        }

        return state is null ? actor : actor with { Code = state.Code, Country = state.Country };
    }

    /// <summary>Runs of capitalised words, the longest first at each place.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int first = 0; first < words.Length; first++)
        {
            for (int count = Math.Min(3, words.Length - first); count > 0; count--)
            {
                if (char.IsUpper(words[first][0]) && char.IsUpper(words[first + count - 1][0])) yield return string.Join(' ', words[first..(first + count)]).TrimEnd(',');
            }
        }
    }
}
