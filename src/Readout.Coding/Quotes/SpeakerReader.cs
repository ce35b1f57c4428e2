using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Who speaks, and for which body.</summary>
/// <param name="Mention">Index of the speaker's mention, or null.</param>
/// <param name="For">Index of the mention of the body spoken for, or null.</param>
internal readonly record struct Speaker(int? Mention, int? For)
{
    public static Speaker None { get; }
}

/// <summary>
/// Resolves sources to mentions. A spokesperson speaks for the body named in the phrase; named again later, the same person still
/// does; <c>the spokesman</c> is the last one who spoke. Belongs to one document.
/// </summary>
internal sealed class SpeakerReader(SyntaxIndex tree, QuoteWords words, ActorLayer actors)
{
    private readonly Dictionary<string, int> _bodies = new(StringComparer.Ordinal);
    private readonly SourceReader _sources = new(tree);
    private Speaker _spokesperson;
    private int? _lastBody;
    private bool _knows;

    /// <summary>The speaker of an attribution; call in text order.</summary>
    public Speaker Read(FoundQuote quote)
    {
        if (quote.SourceHead < 0) return Speaker.None;
        int head = Antecedent(quote.SourceHead);
        (int first, int last) = quote.SourceTokens.First >= 0 ? quote.SourceTokens : _sources.Phrase(head, quote.CueHead);
        int? mention = MentionOf(head, first, last);
        if (mention is null || IsOpenPronoun(mention.Value)) mention = Antecedent(head, mention);
        Speaker speaker = Read(mention, first, last, Spokesperson(first, last));
        if (speaker.For is null && speaker.Mention is not null && SpokenFor(quote.CueHead) is { } aloud && IsBody(aloud)) speaker = speaker with { For = aloud };
        if (speaker.Mention is int known && IsBody(known)) _lastBody = known;
        return speaker;
    }

    private Speaker Read(int? mention, int first, int last, int spokesperson)
    {
        KnowSpokespeople();
        if (spokesperson < 0) return new Speaker(mention, mention is int known && Name(known) is { } name && _bodies.TryGetValue(name, out int body) ? body : null);
        int? spokenFor = Body(first, last, mention);
        if (spokenFor is null && (mention is null || actors.Mentions[mention.Value].Form != MentionForm.Name) && _spokesperson.Mention is not null) return Again(mention);
        if (spokenFor is null && mention is int named && Name(named) is { } heard && _bodies.TryGetValue(heard, out int told)) spokenFor = told;
        if (spokenFor is null && _lastBody is int latest && !AreOfOthers(mention, latest)) spokenFor = latest;
        if (mention is int index && spokenFor is int owner && Name(index) is { } person) _bodies[person] = owner;
        return _spokesperson = new Speaker(mention ?? spokenFor, spokenFor);
    }

    /// <summary>Those of whom the text says so in a clause: <c>Ida Sands speaks for the ministry</c>, <c>…, speaking for the ministry</c>.</summary>
    private void KnowSpokespeople()
    {
        if (_knows) return;
        _knows = true;
        for (int t = 0; t < tree.Count; t++)
        {
            if (tree.Parts[t] != Upos.VERB || tree.Lemma(t) != "speak" || SpokenFor(t) is not { } body) continue;
            int subject = _sources.Find(t, Arguments.Read(tree, t));
            foreach (int mention in subject < 0 ? [] : actors.MentionsAt(Antecedent(subject)))
            {
                if (Name(mention) is { } person) _bodies[person] = body;
            }
        }
    }

    private bool IsOpenPronoun(int mention) => actors.Mentions[mention] is { Form: MentionForm.Pronoun, RefersTo: null };

    /// <summary>
    /// Whom a pronoun that nobody resolved stands for: the last subject before it that is one person. <c>The latter</c> is the last
    /// person named. The mention at hand where there is none.
    /// </summary>
    private int? Antecedent(int head, int? mention)
    {
        bool pronoun = tree.Is(head, "he") || tree.Is(head, "she");
        bool latter = tree.Is(head, "latter");
        if (!pronoun && !latter) return mention;
        int stop = Math.Max(0, tree.SentenceOf[head] - 2);
        for (int t = head - 1; t >= 0 && tree.SentenceOf[t] >= stop; t--)
        {
            if (pronoun && tree.Relations[t] is not (Relation.Nsubj or Relation.NsubjPass)) continue;
            if (tree.Tags[t] is PennTag.NNS or PennTag.NNPS || actors.MentionsAt(t) is not { Length: 1 } here) continue;
            if (actors.Actor(here[0]).Kind is "person" or "agent" && actors.Mentions[here[0]].Form is not (MentionForm.Pronoun or MentionForm.Possessive)) return here[0];
        }

        return mention;
    }

    private int? SpokenFor(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c < verb || tree.Relations[c] is not (Relation.Obl or Relation.Nmod)) continue;
            int preposition = Arguments.Preposition(tree, c);
            if (preposition >= 0 && tree.Is(preposition, "for") && actors.MentionsAt(c) is { Length: > 0 } here && actors.Actor(here[0]).Kind != "place") return here[0];
        }

        return null;
    }

    /// <summary>Whether a speaker is known to be of another state than a body: nobody speaks for another state's.</summary>
    private bool AreOfOthers(int? speaker, int body) =>
        speaker is int mention && actors.Actor(mention).Country is { } own && actors.Actor(body).Country is { } other && own != other;

    private bool IsBody(int mention) => actors.Actor(mention).Kind is "body" or "government" or "group" or "igo" or "ngo" or "company" or "state";

    /// <summary>The spokesperson who spoke last, by the mention at hand where that refers back to the same.</summary>
    private Speaker Again(int? mention) =>
        mention is int index && actors.Mentions[index].RefersTo is not null ? _spokesperson with { Mention = index } : _spokesperson;

    private string? Name(int mention)
    {
        ActorReference actor = actors.Actor(mention);
        return actor.Id ?? (actor.Kind == "person" ? actor.Name : null);
    }

    /// <summary>What a relative pronoun stands for.</summary>
    private int Antecedent(int head)
    {
        if (tree.Tags[head] is not (PennTag.WP or PennTag.WDT)) return head;
        for (int up = tree.Heads[head]; up >= 0; up = tree.Heads[up])
        {
            if (tree.Relations[up] is Relation.AclRelcl or Relation.Acl) return tree.Heads[up];
        }

        return head;
    }

    /// <summary>The mention at the head; else one that names it in apposition, else a person or a body within the phrase.</summary>
    private int? MentionOf(int head, int first, int last)
    {
        ReadOnlySpan<int> at = actors.MentionsAt(head);
        if (at.Length > 0) return at[0];
        for (int c = tree.FirstChild(head); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is not (Relation.Appos or Relation.Flat or Relation.NmodDesc or Relation.Compound)) continue;
            if (actors.MentionsAt(c) is { Length: > 0 } named && actors.Actor(named[0]).Kind is "person" or "agent") return named[0];
        }

        if (OwnerOf(head) is { } owner) return owner;
        for (int t = first; t <= last; t++)
        {
            if (actors.MentionsAt(t) is { Length: > 0 } inside && actors.Mentions[inside[0]].Span.Contains(tree.Token(head).Span)) return inside[0];
        }

        return null;
    }

    /// <summary>Whose a statement or an office is: <c>a statement by the ministry</c>, <c>the president's office</c>; null for other nouns.</summary>
    private int? OwnerOf(int head)
    {
        string lemma = tree.Lemma(head);
        if (!words.IsVehicle(lemma) && lemma is not ("office" or "cabinet" or "administration" or "camp" or "side" or "team" or "entourage")) return null;
        for (int c = tree.FirstChild(head); c >= 0; c = tree.Next(c))
        {
            bool owns = tree.Relations[c] == Relation.NmodPoss
                || (tree.Relations[c] is Relation.Nmod or Relation.Obl && Arguments.Preposition(tree, c) is >= 0 and int preposition && (tree.Is(preposition, "by") || tree.Is(preposition, "of") || tree.Is(preposition, "from")));
            if (owns && actors.MentionsAt(c) is { Length: > 0 } here && actors.Actor(here[0]).Kind != "place") return here[0];
        }

        return null;
    }

    private int Spokesperson(int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (tree.Parts[t] is not (Upos.NOUN or Upos.PROPN or Upos.ADJ)) continue;
            string? before = t > first ? tree.Lemma(t - 1) : null;
            if (words.IsSpokesperson(tree.Lemma(t).ToLowerInvariant(), before?.ToLowerInvariant())) return t;
        }

        return -1;
    }

    /// <summary>The first body or state named in the phrase besides the speaker.</summary>
    private int? Body(int first, int last, int? speaker)
    {
        int? weak = null;
        for (int t = first; t <= last; t++)
        {
            foreach (int mention in actors.MentionsAt(t))
            {
                if (mention == speaker) continue;
                string kind = actors.Actor(mention).Kind;
                if (kind is "body" or "government" or "group" or "igo" or "ngo" or "company") return mention;
                if (kind is "state" or "person" or "place") weak ??= mention;
            }
        }

        return weak;
    }
}
