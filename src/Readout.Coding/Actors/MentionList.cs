using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>The mentions made so far, with heads and traces for what points back.</summary>
internal sealed class MentionList(Document document, WordRuns runs, Discourse discourse)
{
    private readonly List<(Mention Mention, int Head)> _mentions = [];
    private readonly List<(int Token, int Mention)> _index = [];
    private ILookup<string, Trace>? _byKey;

    public ActorReference ActorOf(int mention) => _mentions[mention].Mention.Actor;

    public int SentenceOf(Phrase phrase) => document.SentenceOf(runs.TokenOf(phrase.HeadFirst));

    /// <summary>Adds a mention for a phrase; a person's later mentions point to the first.</summary>
    public int Add(Phrase phrase, ActorReference actor, MentionForm form, DocumentPerson? person, int? refersTo = null, string agent = "")
    {
        int first = runs.TokenOf(phrase.First);
        int end = runs.TokenOf(phrase.End - 1) + 1;
        int nameFirst = phrase.Kind is PhraseKind.Title or PhraseKind.Agent or PhraseKind.BodyName ? phrase.First : phrase.HeadFirst;
        TextSpan span = new(runs.Start(nameFirst), EndOf(runs, phrase));
        int mention = _mentions.Count;
        int? back = refersTo ?? (person is not null ? discourse.FirstOf(person.Key) : null);
        int head = HeadOf(first, end, runs.TokenOf(phrase.HeadFirst));
        _mentions.Add((new Mention(span, form, back, actor), head));
        Index(head, mention);
        Index(runs.TokenOf(HeadEnd(phrase) - 1), mention);
        foreach (int outward in Outward(first, end)) Index(outward, mention);
        discourse.Add(new Trace(mention, KeyOf(actor, person), actor, person, Number(phrase, actor), head, document) { Agent = agent });
        return mention;
    }

    /// <summary>Adds a mention for one token that points back.</summary>
    public int AddPronoun(Token token, MentionForm form, Trace antecedent)
    {
        int mention = _mentions.Count;
        _mentions.Add((new Mention(token.Span, form, antecedent.Mention, antecedent.Actor), token.Index));
        Index(token.Index, mention);
        discourse.Add(antecedent with { Mention = mention, Token = token.Index, Sentence = document.SentenceOf(token.Index), IsSubject = Trace.Subject(token) });
        return mention;
    }

    /// <summary>Adds a pronoun that is not settled.</summary>
    public void AddOpen(Token token, MentionForm form, string reason)
    {
        ActorReference actor = References.Unsettled(token.Text, "person", Belonging.None, null, reason);
        _mentions.Add((new Mention(token.Span, form, null, actor), token.Index));
        Index(token.Index, _mentions.Count - 1);
    }

    /// <summary>A title's mention takes the person that the apposition names.</summary>
    public void Rename(Phrase title, DocumentPerson person, int name)
    {
        (Mention mention, int head) = _mentions[title.Mention];
        _mentions[title.Mention] = (mention with { Actor = person.Actor, RefersTo = name }, head);
        discourse.Rename(title.Mention, person);
    }

    /// <summary>Whether a mention points back to another.</summary>
    public bool RefersBack(int mention) => _mentions[mention].Mention.RefersTo is not null;

    /// <summary>Gives an open mention its state, and with it all others of the same person. Asked once all mentions are made.</summary>
    /// <returns>The mentions that were open.</returns>
    public List<Trace> Settle(Trace trace, string code, string? country)
    {
        _byKey ??= discourse.Traces.ToLookup(other => other.Key, StringComparer.Ordinal);
        List<Trace> settled = [];
        foreach (Trace other in trace.Person is null ? [trace] : _byKey[trace.Key])
        {
            (Mention mention, int head) = _mentions[other.Mention];
            if (mention.Actor.Code is not null) continue;
            _mentions[other.Mention] = (mention with { Actor = Of(mention.Actor, code, country) }, head);
            settled.Add(other);
        }

        return settled;
    }

    /// <summary>Gives open mentions the state of what they point back to.</summary>
    public void SettleReferring()
    {
        for (int i = 0; i < _mentions.Count; i++)
        {
            (Mention mention, int head) = _mentions[i];
            if (mention.Actor.Code is not null || mention.RefersTo is not { } back || _mentions[back].Mention.Actor is not { Code: { } code } actor) continue;
            _mentions[i] = (mention with { Actor = Of(mention.Actor, code, actor.Country) }, head);
        }
    }

    private static ActorReference Of(ActorReference actor, string code, string? country) =>
        actor with { Code = code, Country = country, Unresolved = actor.Unresolved == "whose is not said" ? null : actor.Unresolved };

    public ActorLayer ToLayer()
    {
        int[] order = [.. Enumerable.Range(0, _mentions.Count).OrderBy(i => _mentions[i].Mention.Span).ThenBy(i => i)];
        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        ImmutableArray<Mention> sorted = [.. order.Select(i => _mentions[i].Mention with
        {
            RefersTo = _mentions[i].Mention.RefersTo is int back ? place[back] : null,
        })];
        return new ActorLayer(sorted, [.. order.Select(i => _mentions[i].Head)], [.. Kept().Select(pair => (pair.Token, place[pair.Mention]))], document.TokenCount);
    }

    public static int EndOf(WordRuns runs, Phrase phrase)
    {
        int end = runs.End(phrase.End - 1);
        bool point = end < runs.Text.Length && runs.Text[end] == '.' && runs.End(phrase.End - 1) - runs.Start(phrase.End - 1) == 1
            && phrase.End - phrase.HeadFirst > 1 && runs.GapBefore(phrase.End - 1).SequenceEqual(".");
        return point ? end + 1 : end;
    }

    /// <summary>Where phrases of different spans claim one token, the later and longer one has it.</summary>
    private IEnumerable<(int Token, int Mention)> Kept()
    {
        foreach (IGrouping<int, (int Token, int Mention)> group in _index.Distinct().GroupBy(pair => pair.Token))
        {
            TextSpan widest = group.Select(pair => _mentions[pair.Mention].Mention.Span).OrderByDescending(span => span.Length).ThenBy(span => span).First();
            foreach ((int Token, int Mention) pair in group)
            {
                if (_mentions[pair.Mention].Mention.Span == widest) yield return pair;
            }
        }
    }

    private void Index(int token, int mention) => _index.Add((token, mention));

    private int HeadEnd(Phrase phrase)
    {
        for (int run = phrase.HeadFirst; run < phrase.End; run++)
        {
            if (run > phrase.HeadFirst && runs.Is(run, "of") && phrase.Kind is PhraseKind.Title or PhraseKind.BodyName && phrase.Owners.Count > 0) return run;
        }

        return phrase.End;
    }

    /// <summary>The token of the range whose head lies outside; the last such one.</summary>
    private int HeadOf(int first, int end, int fallback) => Outward(first, end).DefaultIfEmpty(fallback).Last();

    /// <summary>
    /// The words of the range that hang outside it: one where the parser took the phrase together, several where it tore it,
    /// and then the phrase answers at each.
    /// </summary>
    private IEnumerable<int> Outward(int first, int end)
    {
        for (int i = first; i < end && document.IsParsed; i++)
        {
            int head = document.Token(i).HeadIndex;
            if ((head < first || head >= end) && document.Token(i).Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PRON or Upos.NUM or Upos.X) yield return i;
        }
    }

    private static string KeyOf(ActorReference actor, DocumentPerson? person) => person?.Key ?? actor.Id ?? $"{actor.Kind}/{actor.Code}/{actor.Name}";

    private static GrammaticalNumber Number(Phrase phrase, ActorReference actor)
    {
        if (phrase.Plural) return GrammaticalNumber.Plural;
        return actor.Kind is "group" or "body" or "government" or "company" or "igo" or "ngo" ? GrammaticalNumber.Collective
            : actor.Kind == "state" ? GrammaticalNumber.Collective : GrammaticalNumber.Singular;
    }
}
