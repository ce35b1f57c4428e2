using System.Collections.Immutable;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>One document's phrases becoming mentions, in text order. One use each.</summary>
internal sealed partial class DocumentReading
{
    private readonly ActorDirectory _directory;
    private readonly Document _document;
    private readonly WordRuns _runs;
    private readonly References _references;
    private readonly TitleResolver _titles;
    private readonly PersonRegister _people;
    private readonly Discourse _discourse;
    private readonly PlaceOrGovernment _places;
    private readonly NameChoice _choice;
    private readonly Anaphora _anaphora;
    private readonly MentionList _mentions;
    private readonly Dictionary<Phrase, List<Belonging>> _belongings = [];
    private readonly Dictionary<Phrase, DocumentPerson> _persons = [];
    private readonly Dictionary<Phrase, DocumentPerson> _mentionsOf = [];
    private readonly HashSet<Phrase> _done = [];

    private readonly QuoteWords? _quotes;

    /// <param name="directory">Who is known.</param>
    /// <param name="document">The document.</param>
    /// <param name="runs">Its words.</param>
    /// <param name="references">Makes references as of the article's day.</param>
    /// <param name="quotes">The words of speaking; null for a phrase without an article, where a body's common name belongs to no state.</param>
    public DocumentReading(ActorDirectory directory, Document document, WordRuns runs, References references, QuoteWords? quotes)
    {
        _quotes = quotes;
        _directory = directory;
        _document = document;
        _runs = runs;
        _references = references;
        _titles = new TitleResolver(directory, references);
        _people = new PersonRegister(directory, references, _titles);
        _discourse = new Discourse(document);
        _places = new PlaceOrGovernment(directory, runs);
        _choice = new NameChoice(directory, document);
        _mentions = new MentionList(document, runs, _discourse);
        _anaphora = new Anaphora(directory, document, _discourse, _mentions);
    }

    public ActorLayer Resolve(List<Phrase> phrases)
    {
        Introduce(phrases);
        _discourse.Expect(StatesAhead(phrases));
        int token = 0;
        foreach (Phrase phrase in phrases.OrderBy(phrase => phrase.HeadFirst).ThenBy(phrase => phrase.End))
        {
            int head = _runs.TokenOf(phrase.HeadFirst);
            for (; token < head; token++) _anaphora.Pronoun(_document.Token(token));
            Resolve(phrase);
        }

        for (; token < _document.TokenCount; token++) _anaphora.Pronoun(_document.Token(token));
        if (_quotes is not null) new HomeState(_directory, _document, _discourse, _mentions, _quotes).Settle();
        return _mentions.ToLayer();
    }

    /// <summary>Full names first, so that a headline's surname is settled by the body.</summary>
    private void Introduce(List<Phrase> phrases)
    {
        foreach (Phrase phrase in phrases.Where(phrase => phrase.Kind == PhraseKind.Person)) _persons[phrase] = _people.Known(Words(phrase), phrase.Targets, Context(phrase));
        foreach (Phrase phrase in phrases.Where(phrase => phrase.Kind == PhraseKind.UnknownName && phrase.End - phrase.HeadFirst > 1))
            _persons[phrase] = _people.Unknown(Words(phrase), Context(phrase));
    }

    private IEnumerable<string> StatesAhead(List<Phrase> phrases)
    {
        foreach (Phrase phrase in phrases)
        {
            if (phrase.Kind is PhraseKind.Entity or PhraseKind.Adjective or PhraseKind.People or PhraseKind.Capital or PhraseKind.Government or PhraseKind.Place)
            {
                if (_directory.Entries[phrase.Target].Kind is EntryKind.State or EntryKind.Body) yield return _directory.Entries[phrase.Target].Code;
            }
            else if (_persons.TryGetValue(phrase, out DocumentPerson? person) && person.Actor.Code is { Length: 3 } code) yield return code;

            foreach (Owner owner in phrase.Owners)
            {
                if (owner.Entry >= 0 && _directory.Entries[owner.Entry].Kind == EntryKind.State) yield return _directory.Entries[owner.Entry].Code;
            }
        }
    }

    private void Resolve(Phrase phrase)
    {
        if (!_done.Add(phrase)) return;
        switch (phrase.Kind)
        {
            case PhraseKind.Person or PhraseKind.UnknownName or PhraseKind.Surname:
                ResolvePerson(phrase);
                break;
            case PhraseKind.Title:
                ResolveTitle(phrase);
                break;
            case PhraseKind.Agent:
                ResolveAgent(phrase);
                break;
            case PhraseKind.BodyName:
                ResolveBody(phrase);
                break;
            default:
                ResolveName(phrase);
                break;
        }
    }

    private void ResolveTitle(Phrase phrase)
    {
        if (Repeats(phrase)) return;
        List<Belonging> owners = Owners(phrase);
        if (owners.Count == 0)
        {
            if (_anaphora.Title(phrase, Words(phrase)))
            {
                _belongings[phrase] = [Belonging.Of(_mentions.ActorOf(phrase.Mention), null)];
                return;
            }

            if (NamesHolder(phrase)) owners.Add(Focus(phrase, out _));
            else owners.Add(Belonging.None);
        }

        bool generic = phrase.Determiner is "a" or "an" or "another" or "some" or "several" or "many";
        foreach (Belonging owner in owners)
        {
            TitleReading reading = _titles.Reading(phrase.Targets, owner.Code);
            ActorReference actor = generic && !phrase.IsFormer
                ? new ActorReference { Name = Words(phrase), Kind = "agent", Code = owner.Code, Country = owner.Country, Sector = NullIfEmpty(TitleResolver.Sector(reading, owner, false)) }
                : _titles.Reference(reading, owner, Words(phrase), OfficeWords(phrase), phrase.IsFormer, phrase.KeepsRole, id => _discourse.FirstOf(id) is not null);
            phrase.Mention = _mentions.Add(phrase, actor, generic ? MentionForm.Nominal : MentionForm.Title, null);
            Remember(phrase, Belonging.Of(actor, owner.Entry));
        }
    }

    private static bool NamesHolder(Phrase phrase) => phrase.Determiner is "the" or "" && phrase.Apposition is null;

    private void ResolveBody(Phrase phrase)
    {
        BodyKind kind = _directory.Parts.Kinds[phrase.Target];
        List<Belonging> owners = Owners(phrase);
        string? open = null;
        if (owners.Count == 0)
        {
            if (_anaphora.Body(phrase, kind))
            {
                _belongings[phrase] = [Belonging.Of(_mentions.ActorOf(phrase.Mention), EntryOf(_mentions.ActorOf(phrase.Mention)))];
                return;
            }

            if (Counted(phrase) == "two" && _runs.Word(phrase.End - 1) is [.., 's']) owners.AddRange(_anaphora.States(phrase, 2));
            if (owners.Count == 0) owners.Add(Namesake(phrase) ?? Place(phrase) ?? Focus(phrase, out open));
        }

        foreach (Belonging owner in owners)
        {
            ActorReference actor = _references.Body(kind, Words(phrase), owner);
            if (owner.Code is null) actor = actor with { Unresolved = open ?? "whose is not said" };
            phrase.Mention = _mentions.Add(phrase, actor, MentionForm.Name, null);
            ActorEntry? entry = EntryOf(actor) ?? new ActorEntry
            {
                Id = actor.Id ?? "body",
                Name = actor.Name,
                Kind = EntryKind.Body,
                Code = actor.Code ?? "",
                Country = actor.Country ?? "",
                Sort = kind.Name,
                Source = "",
            };
            Remember(phrase, Belonging.Of(actor, entry));
        }
    }

    /// <summary><c>Congress</c> is the American one where the article is about America or about no state.</summary>
    private Belonging? Namesake(Phrase phrase)
    {
        if (phrase.Namesake < 0) return null;
        ActorEntry entry = _directory.Entries[phrase.Namesake];
        string? focus = _discourse.Focus(_runs.TokenOf(phrase.HeadFirst), out _);
        return focus is null && _quotes is not null || focus == entry.Code || _discourse.Knows(entry.Code) ? new Belonging(entry.Code, entry.Country, null, _directory.State(entry.Code)) : null;
    }

    private void ResolveName(Phrase phrase)
    {
        int target = _choice.Target(phrase, Words(phrase), out ImmutableArray<string> others, out bool place);
        ActorEntry entry = _directory.Entries[target];
        ActorReference actor = phrase.Kind switch
        {
            _ when place => _references.Place(target, Words(phrase)),
            PhraseKind.Place => _references.Place(target, Words(phrase)),
            PhraseKind.Capital when !_places.IsGovernment(phrase) => _references.Place(target, Words(phrase)),
            PhraseKind.Capital or PhraseKind.Government => _references.Government(target),
            PhraseKind.People when IsEthnic(phrase) => References.Agent(new AgentWord("people", "CVL", "person"), Words(phrase), Place(phrase) ?? Belonging.None),
            PhraseKind.People => References.Agent(new AgentWord("people", "CVL", "person"), Words(phrase), new Belonging(entry.Code, entry.Country, null, entry)),
            _ => _references.Entry(target),
        };
        if (phrase.IsMisspelt) actor = actor with { VariantOf = entry.Name };
        if (!others.IsEmpty) actor = actor with { Candidates = others };
        MentionForm form = phrase.Kind == PhraseKind.Adjective || phrase.Possessive ? MentionForm.Possessive
            : phrase.Kind == PhraseKind.People ? MentionForm.Nominal : MentionForm.Name;
        phrase.Mention = _mentions.Add(phrase, actor, form, null);
        Remember(phrase, Belonging.Of(actor, entry));
    }

    /// <summary><c>ethnic Albanians</c> are of some other state than the one that they are named for.</summary>
    private bool IsEthnic(Phrase phrase) => _runs.Is(phrase.First - 1, "ethnic");

    private List<Belonging> Owners(Phrase phrase)
    {
        List<Belonging> owners = [];
        if (phrase.Kind == PhraseKind.Agent && IsEthnic(phrase)) return Place(phrase) is { } home ? [home] : owners;
        foreach (Owner owner in phrase.Owners)
        {
            if (owner.Phrase is not null)
            {
                Resolve(owner.Phrase);
                if (_belongings.TryGetValue(owner.Phrase, out List<Belonging>? known)) owners.AddRange(known);
            }
            else
            {
                ActorEntry entry = _directory.Entries[_choice.OwnerTarget(owner.Entry, owner.Words)];
                owners.Add(new Belonging(entry.Code, entry.Country.Length > 0 ? entry.Country : null, _references.SectorOf(entry), entry));
            }
        }

        if (owners.Count == 0 && phrase.Determiner is "his" or "her" or "its" or "their")
        {
            IEnumerable<Belonging> possessors = _anaphora.PossessorOf(phrase, _runs);
            bool other = phrase.Kind == PhraseKind.Agent && IsRelation(_directory.Parts.Agents[phrase.Target].Name);
            owners.AddRange(other ? Others(possessors) : possessors);
        }

        return owners;
    }

    /// <summary>Whether a noun names one by what it is to another: a state's neighbour is another state.</summary>
    private static bool IsRelation(string name) => name is "neighbour" or "neighbor" or "ally" or "rival" or "partner" or "counterpart" or "opposite number";

    /// <summary>The state spoken of last that is none of the possessors': whom <c>its neighbour</c> means.</summary>
    private IEnumerable<Belonging> Others(IEnumerable<Belonging> possessors)
    {
        HashSet<string?> own = [.. possessors.Select(possessor => possessor.Code)];
        if (own.Count == 0) yield break;
        for (int i = _discourse.Traces.Count - 1; i >= 0; i--)
        {
            ActorReference actor = _discourse.Traces[i].Actor;
            if (actor.Code is not { } code || own.Contains(code) || _directory.State(code) is not ActorEntry state) continue;
            yield return new Belonging(code, _directory.CountryOf(code), null, state);
            yield break;
        }
    }

    /// <summary>The state that the article is about at this point.</summary>
    private Belonging Focus(Phrase phrase, out string? open)
    {
        string? code = _discourse.Focus(_runs.TokenOf(phrase.HeadFirst), out open);
        return code is null ? Belonging.None : new Belonging(code, _directory.CountryOf(code), null, _directory.State(code));
    }

    /// <summary>The state of a place in the same sentence: <c>police in Nairobi</c>.</summary>
    private Belonging? Place(Phrase phrase)
    {
        string? code = _discourse.PlaceIn(_document.SentenceOf(_runs.TokenOf(phrase.HeadFirst)));
        return code is null ? null : new Belonging(code, _directory.CountryOf(code), null, _directory.State(code));
    }

    private void Remember(Phrase phrase, Belonging belonging)
    {
        if (!_belongings.TryGetValue(phrase, out List<Belonging>? list)) _belongings[phrase] = list = [];
        list.Add(belonging);
    }

    private ActorEntry? EntryOf(ActorReference actor) =>
        actor.Id is not null && _directory.IndexOf(actor.Id) is var index and >= 0 ? _directory.Entries[index] : null;

    private string Words(Phrase phrase)
    {
        int first = phrase.Kind is PhraseKind.Title or PhraseKind.Agent or PhraseKind.BodyName ? phrase.First : phrase.HeadFirst;
        return _runs.Text[_runs.Start(first)..MentionList.EndOf(_runs, phrase)];
    }

    private string OfficeWords(Phrase phrase)
    {
        int end = phrase.Titles.Count > 0 ? phrase.HeadFirst - 1 : phrase.End - 1;
        int first = phrase.First;
        return end < first ? "" : _runs.Text[_runs.Start(first).._runs.End(end)];
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
