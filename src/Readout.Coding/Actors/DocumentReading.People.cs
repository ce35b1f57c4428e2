using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

internal sealed partial class DocumentReading
{
    private void ResolvePerson(Phrase phrase)
    {
        if (phrase.Kind == PhraseKind.Surname && _choice.IsNoPerson(phrase, _runs)) return;
        DocumentPerson person = _persons.TryGetValue(phrase, out DocumentPerson? known) ? known : phrase.Kind == PhraseKind.UnknownName
            ? Unlisted(Words(phrase), Context(phrase))
            : _people.BySurname(Words(phrase), phrase.Targets, Context(phrase));
        if (person.Entry < 0 && person.Actor.Code is null && phrase.Apposition is { } apposed && Owners(apposed) is [{ Code: not null } owner, ..])
            person.Actor = person.Actor with { Code = owner.Code, Country = owner.Country };
        if (person.Entry < 0 && person.Actor is { Code: null, Candidates.IsEmpty: true } && Context(phrase).Title is { Role.Length: > 0 } && _discourse.OnlyState is string state)
            person.Actor = person.Actor with { Code = state, Country = _directory.CountryOf(state) };
        foreach (ImmutableArray<int> title in phrase.Titles) person.Titles.Add(_directory.Parts.Titles[title[0]].Name);
        if (phrase.Apposition?.Kind == PhraseKind.Agent) person.Titles.Add(_directory.Parts.Agents[phrase.Apposition.Target].Name);
        if (phrase.Apposition?.Kind == PhraseKind.Title) person.Titles.Add(_directory.Parts.Titles[phrase.Apposition.Target].Name);
        phrase.Mention = _mentions.Add(phrase, person.Actor, MentionForm.Name, person);
        _mentionsOf[phrase] = person;
        _belongings[phrase] = [Belonging.Of(person.Actor, null)];
        if (phrase.Apposition is { Mention: >= 0 } before) _mentions.Rename(before, person, phrase.Mention);
    }

    private DocumentPerson Unlisted(string words, PersonContext context)
    {
        IReadOnlyList<int> known = words.Contains(' ', StringComparison.Ordinal) ? [] : _directory.PeopleNamed(Folding.Fold(words));
        return known.Count > 0 || _people.HasSurname(words) ? _people.BySurname(words, [.. known], context) : _people.Unknown(words, context);
    }

    /// <summary>A title or agent that says more of the name before it is that person once more.</summary>
    private bool Repeats(Phrase phrase)
    {
        if (phrase.Describes is not { Mention: >= 0 } name || !_mentionsOf.TryGetValue(name, out DocumentPerson? person)) return false;
        phrase.Mention = _mentions.Add(phrase, person.Actor, phrase.Kind == PhraseKind.Title ? MentionForm.Title : MentionForm.Nominal, person, name.Mention);
        _belongings[phrase] = [Belonging.Of(person.Actor, null)];
        return true;
    }

    private PersonContext Context(Phrase phrase)
    {
        Phrase? source = phrase.Titles.Count > 0 ? phrase : phrase.Apposition?.Kind == PhraseKind.Title ? phrase.Apposition : null;
        if (source is null) return AgentContext(phrase);
        ImmutableArray<int> readings = source == phrase ? phrase.Titles[^1] : source.Targets;
        Belonging owner = OwnerAhead(source);
        if (owner.Code is null && phrase.Apposition is not null && phrase.Apposition != source) owner = OwnerAhead(phrase.Apposition);
        TitleReading reading = _titles.Reading(readings, owner.Code);
        return new PersonContext(source.KeepsRole ? reading : reading with { Role = "" }, OfficeWords(source), owner, source.IsFormer);
    }

    private PersonContext AgentContext(Phrase phrase)
    {
        Phrase? agent = phrase.Descriptor >= 0 ? phrase : phrase.Apposition is { Kind: PhraseKind.Agent } apposed ? apposed : null;
        if (agent is null) return PersonContext.None with { Owner = OwnerAhead(phrase) };
        AgentWord word = _directory.Parts.Agents[phrase.Descriptor >= 0 ? phrase.Descriptor : agent.Target];
        return new PersonContext(new TitleReading(word.Name, word.Sector, "", []), word.Name, OwnerAhead(agent), agent.IsFormer);
    }

    /// <summary>The first owner by what the directory knows alone, before the text is resolved.</summary>
    private Belonging OwnerAhead(Phrase phrase)
    {
        foreach (Owner owner in phrase.Owners)
        {
            int target = owner.Entry >= 0 ? owner.Entry : owner.Phrase is { Kind: not (PhraseKind.Agent or PhraseKind.Title or PhraseKind.BodyName), Target: >= 0 } named ? named.Target : -1;
            if (target >= 0)
            {
                ActorEntry entry = _directory.Entries[target];
                return new Belonging(entry.Code, entry.Country, _references.SectorOf(entry), entry);
            }

            if (owner.Phrase is { Kind: PhraseKind.BodyName } body)
            {
                Belonging state = OwnerAhead(body);
                BodyKind kind = _directory.Parts.Kinds[body.Target];
                return new Belonging(state.Code, state.Country, kind.Sector, BodyStub(kind, state));
            }
        }

        return Belonging.None;
    }

    private static ActorEntry BodyStub(BodyKind kind, Belonging state) => new()
    {
        Id = "body",
        Name = kind.Name,
        Kind = EntryKind.Body,
        Code = state.Code ?? "",
        Country = state.Country ?? "",
        Sort = kind.Name,
        Source = "",
    };
}
