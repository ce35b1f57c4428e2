using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>Turns a chain of elements into naming phrases: owners, titles and modifiers before their heads.</summary>
internal sealed class ChainReader(ActorDirectory directory, WordRuns runs, ChainBuilder chains)
{
    private readonly List<Owner> _owners = [];
    private readonly List<ImmutableArray<int>> _titles = [];
    private readonly List<TitleModifier> _modifiers = [];
    private readonly List<Element> _adjectives = [];
    private int _first;
    private int _descriptor = -1;

    /// <summary>Adds the phrases of a chain in text order, nested ones before those that they belong to.</summary>
    public void Read(Chain chain, List<Phrase> into)
    {
        Restart(chain.Elements[0].First);
        for (int i = 0; i < chain.Elements.Count; i++)
        {
            Element element = chain.Elements[i];
            Element? next = i + 1 < chain.Elements.Count ? chain.Elements[i + 1] : null;
            Read(element, next, chain.HasObjectHead, into);
        }
    }

    private void Restart(int first)
    {
        _owners.Clear();
        _titles.Clear();
        _modifiers.Clear();
        _adjectives.Clear();
        _first = first;
        _descriptor = -1;
    }

    private void Read(Element element, Element? next, bool objectHead, List<Phrase> into)
    {
        bool last = next is null;
        if (element.TryGet(SenseKind.Modifier, out Sense modifier) && !last) _modifiers.Add(directory.Parts.Modifiers[modifier.Target]);
        else if (IsPersonHead(element, next)) EmitPerson(element, into);
        else if (next is not null && IsOwnerSense(element, next)) TakeOwner(element, next, into);
        else if (element.Has(SenseKind.Title) && (!element.Has(SenseKind.AgentPlural) || !last)) TakeTitle(element, next, objectHead, into);
        else if (element.Has(SenseKind.BodyName) && !PrefersName(element)) EmitBody(element, next, objectHead, into);
        else if ((element.Has(SenseKind.Agent) || element.Has(SenseKind.AgentPlural)) && !IsProper(element)) EmitAgent(element, next, objectHead, into);
        else if (last || chains.IsPossessive(element)) EmitName(element, into);
        else TakeOwner(element, next!, into);
    }

    private bool IsPersonHead(Element element, Element? next)
    {
        if (element.Senses[0].Target < 0) return true;
        if (element.TryGet(SenseKind.Name, out Sense name)) return directory.Entries[name.Target].Kind == EntryKind.Person;
        if (!element.Has(SenseKind.Surname)) return false;
        bool common = element.Has(SenseKind.Title) || element.Has(SenseKind.Place) || element.Has(SenseKind.Capital);
        return !common || next is null && _titles.Count > 0;
    }

    private static bool IsOwnerSense(Element element, Element next) =>
        element.Has(SenseKind.Adjective) && !(next.Senses.Length == 1 && next.Has(SenseKind.Place) && next.First > element.End);

    /// <summary>Whether a named body is meant, and not just any body of its kind.</summary>
    private bool PrefersName(Element element) =>
        element.TryGet(SenseKind.Name, out Sense name) && _owners.Count == 0 && directory.Entries[name.Target].Kind != EntryKind.Body;

    /// <summary>A group's name that is also a common noun is the name where it is written with a capital: <c>the Contras</c>.</summary>
    private bool IsProper(Element element) =>
        element.Has(SenseKind.Name) && _owners.Count == 0 && runs.Document is not null && runs.IsCapital(element.First);

    private void TakeOwner(Element element, Element next, List<Phrase> into)
    {
        if (IsLedBy(element.End, next.First, out bool owns) && !owns) return;
        if (OpposesBefore(element.First)) return;
        int target = OwnerTarget(element);
        if (target < 0) return;
        bool joins = _owners.Count > 0 && _owners[^1].Phrase is null && runs.Is(element.First - 1, "and");
        joins |= _owners.Count > 0 && _owners[^1].Phrase is null && ElementScanner.IsHyphen(runs.GapBefore(element.First));
        if (!joins)
        {
            _owners.Clear();
            _adjectives.Clear();
        }

        _adjectives.Add(element);
        ActorEntry entry = directory.Entries[target];
        if (entry.Kind == EntryKind.State && element.Has(SenseKind.Adjective) || element.Has(SenseKind.Capital) || element.Has(SenseKind.Place)) _owners.Add(new Owner(target, null, WordsOf(element)));
        else if (entry.Kind == EntryKind.Igo && element.Has(SenseKind.Adjective)) _owners.Add(new Owner(target, null, WordsOf(element)));
        else _owners.Add(new Owner(target, Emit(PhraseKind.Entity, element, target, into, element.First)));
    }

    private string WordsOf(Element element) => runs.Text[runs.Start(element.First)..runs.End(element.End - 1)];

    private static int OwnerTarget(Element element)
    {
        foreach (SenseKind kind in (ReadOnlySpan<SenseKind>)[SenseKind.Adjective, SenseKind.Name, SenseKind.Government, SenseKind.Capital, SenseKind.Place, SenseKind.People])
        {
            if (element.TryGet(kind, out Sense sense)) return sense.Target;
        }

        return -1;
    }

    /// <summary><c>US-led</c> owns what follows; <c>Russian-backed</c>, <c>Iran-aligned</c> does not.</summary>
    private bool IsLedBy(int run, int end, out bool owns)
    {
        owns = false;
        if (run >= end || !runs.GapBefore(run).SequenceEqual("-")) return false;
        owns = runs.Is(run, "led") || runs.Is(run, "based") || runs.Is(run, "born") || runs.Is(run, "run") || runs.Is(run, "owned") || runs.Is(run, "flagged");
        return runs.End(run) > runs.Start(run) + 2;
    }

    private bool OpposesBefore(int first) =>
        first > 0 && runs.GapBefore(first).SequenceEqual("-") && (runs.Is(first - 1, "pro") || runs.Is(first - 1, "anti") || runs.Is(first - 1, "non"));

    private void TakeTitle(Element element, Element? next, bool objectHead, List<Phrase> into)
    {
        ImmutableArray<int> readings = [.. element.Senses.Where(sense => sense.Kind == SenseKind.Title).Select(sense => sense.Target)];
        bool adjacent = next is not null && next.First - element.End <= 1 && !chains.IsPossessive(element) && IsNameElement(next);
        if (adjacent)
        {
            _titles.Add(readings);
            return;
        }

        Phrase phrase = Emit(PhraseKind.Title, element, readings[0], into, _first, readings);
        phrase.IsModifier = objectHead && next is null;
        if (next is not null) Own(phrase);
    }

    private bool IsNameElement(Element element) =>
        element.Senses[0].Target < 0 || element.Has(SenseKind.Surname) || element.Has(SenseKind.Title)
        || element.TryGet(SenseKind.Name, out Sense sense) && directory.Entries[sense.Target].Kind == EntryKind.Person;

    private void EmitBody(Element element, Element? next, bool objectHead, List<Phrase> into)
    {
        element.TryGet(SenseKind.BodyName, out Sense sense);
        int namesake = element.TryGet(SenseKind.Name, out Sense name) ? name.Target : -1;
        Phrase phrase = Emit(PhraseKind.BodyName, element, sense.Target, into, _first, default, namesake);
        phrase.IsModifier = next is null && objectHead;
        if (next is not null) Own(phrase);
    }

    private void EmitAgent(Element element, Element? next, bool objectHead, List<Phrase> into)
    {
        bool describes = next is not null && !chains.IsPossessive(element) && next.First == element.End
            && (IsNameElement(next) || next.Has(SenseKind.Name)) && !element.Has(SenseKind.AgentPlural);
        if (describes)
        {
            _descriptor = element.Senses.First(sense => sense.Kind == SenseKind.Agent || sense.Kind == SenseKind.AgentPlural).Target;
            return;
        }

        if (next is not null && !chains.IsPossessive(element)) return;
        bool plural = element.TryGet(SenseKind.AgentPlural, out Sense sense);
        if (!plural) element.TryGet(SenseKind.Agent, out sense);
        Phrase phrase = Emit(PhraseKind.Agent, element, sense.Target, into, _first, default, -1, plural);
        phrase.IsModifier = next is null && objectHead;
        if (next is not null) Own(phrase);
    }

    private void EmitPerson(Element element, List<Phrase> into)
    {
        PhraseKind kind = element.Senses[0].Target < 0 ? PhraseKind.UnknownName
            : element.Has(SenseKind.Name) ? PhraseKind.Person : PhraseKind.Surname;
        SenseKind wanted = kind == PhraseKind.Person ? SenseKind.Name : SenseKind.Surname;
        ImmutableArray<int> targets = kind == PhraseKind.UnknownName ? []
            : [.. element.Senses.Where(sense => sense.Kind == wanted && directory.Entries[sense.Target].Kind == EntryKind.Person).Select(sense => sense.Target)];
        Phrase phrase = Emit(kind, element, targets.IsEmpty ? -1 : targets[0], into, _first, targets);
        phrase.Titles.AddRange(_titles);
        phrase.Descriptor = _descriptor;
        Restart(phrase.HeadFirst);
        if (phrase.Possessive) _owners.Add(new Owner(-1, phrase));
    }

    private void EmitName(Element element, List<Phrase> into)
    {
        (PhraseKind kind, SenseKind sense) = element switch
        {
            _ when element.Has(SenseKind.Government) && !element.Has(SenseKind.Name) => (PhraseKind.Government, SenseKind.Government),
            _ when element.Has(SenseKind.Name) => (PhraseKind.Entity, SenseKind.Name),
            _ when element.Has(SenseKind.PeoplePlural) && !element.Has(SenseKind.Adjective) => (PhraseKind.People, SenseKind.PeoplePlural),
            _ when element.Has(SenseKind.Adjective) && !element.Has(SenseKind.PeoplePlural) && !IsNoun(element) => (PhraseKind.Adjective, SenseKind.Adjective),
            _ when element.Has(SenseKind.PeoplePlural) && IsNoun(element) => (PhraseKind.People, SenseKind.PeoplePlural),
            _ when element.Has(SenseKind.People) && IsNoun(element) => (PhraseKind.People, SenseKind.People),
            _ when element.Has(SenseKind.Adjective) => (PhraseKind.Adjective, SenseKind.Adjective),
            _ when element.Has(SenseKind.People) => (PhraseKind.People, SenseKind.People),
            _ when element.Has(SenseKind.Capital) => (PhraseKind.Capital, SenseKind.Capital),
            _ when element.Has(SenseKind.Place) => (PhraseKind.Place, SenseKind.Place),
            _ => (PhraseKind.Entity, SenseKind.Modifier),
        };
        if (sense == SenseKind.Modifier) return;
        ImmutableArray<int> targets = [.. element.Senses.Where(candidate => candidate.Kind == sense).Select(candidate => candidate.Target)];
        int body = element.TryGet(SenseKind.BodyName, out Sense common) && kind == PhraseKind.Entity ? common.Target : -1;
        if (body >= 0 && directory.Entries[targets[0]].Kind == EntryKind.Body)
        {
            EmitBody(element, null, false, into);
            return;
        }

        if (kind == PhraseKind.Entity && PartyElsewhere(targets[0]) is int party and >= 0)
        {
            Emit(PhraseKind.Agent, element, party, into, _first);
            return;
        }

        if (kind == PhraseKind.Adjective) EmitJoined(element, into);
        Phrase phrase = Emit(kind, element, targets[0], into, element.First, targets, -1, sense == SenseKind.PeoplePlural);
        if (phrase.Possessive) Own(phrase);
    }

    /// <summary>A party of one state's name under another state's adjective is only a party: <c>the Norwegian Labour Party</c>; -1 where it is not so.</summary>
    private int PartyElsewhere(int target)
    {
        ActorEntry entry = directory.Entries[target];
        if (entry is not { Kind: EntryKind.Group, Sort: "party" } || _owners.Count == 0 || _owners[^1].Entry < 0) return -1;
        ActorEntry owner = directory.Entries[_owners[^1].Entry];
        return owner.Kind == EntryKind.State && owner.Code != entry.Country ? directory.PartyAgent : -1;
    }

    /// <summary>The adjectives joined to a last one that heads no actor: both of <c>Greek-Turkish relations</c>.</summary>
    private void EmitJoined(Element last, List<Phrase> into)
    {
        foreach (Element element in _adjectives)
        {
            bool joins = element.End == last.First && (ElementScanner.IsHyphen(runs.GapBefore(last.First)) || runs.GapBefore(last.First) is ", ") || runs.Is(last.First - 1, "and");
            if (joins && element.TryGet(SenseKind.Adjective, out Sense sense)) Emit(PhraseKind.Adjective, element, sense.Target, into, element.First);
        }
    }

    private bool IsNoun(Element element)
    {
        if (runs.Document is null) return true;
        Readout.Text.Token token = runs.Document.Token(runs.TokenOf(element.End - 1));
        bool modifies = token.Relation is Readout.Text.Relation.Amod or Readout.Text.Relation.Compound;
        return !modifies && token.Upos is Readout.Text.Upos.NOUN or Readout.Text.Upos.PROPN;
    }

    private void Own(Phrase phrase)
    {
        Restart(phrase.First);
        _owners.Add(new Owner(-1, phrase));
    }

    private Phrase Emit(
        PhraseKind kind, Element element, int target, List<Phrase> into, int first,
        ImmutableArray<int> targets = default, int namesake = -1, bool plural = false)
    {
        Phrase phrase = new()
        {
            Kind = kind,
            First = first,
            HeadFirst = element.First,
            End = element.End,
            Target = target,
            Targets = targets.IsDefault ? [target] : targets,
            Namesake = namesake,
            Plural = plural,
            IsMisspelt = element.Senses[0].Case == Sense.Misspelt,
            Possessive = chains.IsPossessive(element),
            Determiner = DeterminerBefore(first),
        };
        if (first < element.First || kind is PhraseKind.Title or PhraseKind.Agent or PhraseKind.BodyName)
        {
            phrase.Owners.AddRange(_owners);
            phrase.Modifiers.AddRange(_modifiers);
        }

        into.Add(phrase);
        return phrase;
    }

    private string DeterminerBefore(int first)
    {
        for (int run = first - 1; run >= 0 && run >= first - 4; run--)
        {
            string word = Folding.Fold(runs.Word(run));
            if (word is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "this" or "that" or "these" or "those" or "both" or "another") return word;
            if (word is "two" or "three" && run > 0 && Folding.Fold(runs.Word(run - 1)) is "the" or "these" or "those" or "his" or "her" or "their" or "its") return "the";
            if (word is "some" or "several" or "many" or "two" or "three" or "no" or "any" or "all") return word;
            if (directory.Cue("stop-words", word) || ElementScanner.Breaks(runs.GapBefore(run + 1)) || runs.GapBefore(run + 1).Contains(',')) return "";
        }

        return "";
    }
}
