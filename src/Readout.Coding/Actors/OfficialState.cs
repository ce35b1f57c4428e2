using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Whose an official is that the text does not say: of the states that it names, the one that is not the other party of the
/// official's own clause and that was spoken of last or most.
/// </summary>
internal sealed class OfficialState
{
    /// <summary>What a mention weighs, and what it weighs more as a subject, in the first sentence, in the same sentence, in the next or the one before; less if it comes later.</summary>
    private const int Base = 4, Subject = 6, Opening = 3, SameSentence = 2, NextSentence = 4, Ahead = 3;

    private readonly Document _document;
    private readonly Discourse _discourse;
    private readonly MentionList _mentions;
    private readonly QuoteWords _quotes;
    private readonly SortedDictionary<string, Weights> _weights = new(StringComparer.Ordinal);
    private readonly Trace[] _ordered;
    private int _passed;
    private int _at = -1;

    /// <summary>Counts the states of a parsed document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="discourse">What it has spoken of.</param>
    /// <param name="mentions">The mentions made so far.</param>
    /// <param name="quotes">The words of speaking.</param>
    public OfficialState(Document document, Discourse discourse, MentionList mentions, QuoteWords quotes)
    {
        (_document, _discourse, _mentions, _quotes) = (document, discourse, mentions, quotes);
        _ordered = [.. discourse.Traces.OrderBy(trace => trace.Token)];
        foreach (Trace trace in _ordered)
        {
            if (StateOf(trace) is { } code) Count(trace, code);
        }
    }

    /// <summary>The state of an official; null where none or several fit alike.</summary>
    public string? Of(Trace trace, ActorReference actor)
    {
        if (Spoken(trace) is { } own && (trace.Person is not null || actor.Sector is "GOV" or "MIL" or "LEG")) return own;
        return actor.Sector is "GOV" or "LEG" or "MIL" or "COP" or "JUD" or "SPY" ? Near(trace) : null;
    }

    /// <summary>The state that weighs most by nearness, count and subjecthood, those left out that share the mention's clause.</summary>
    public string? Near(Trace trace)
    {
        SortedDictionary<string, int> near = new(StringComparer.Ordinal);
        for (int sentence = trace.Sentence - 1; sentence <= trace.Sentence + 1; sentence++)
        {
            foreach (Trace other in _discourse.In(sentence))
            {
                if (StateOf(other) is { } code) near[code] = near.GetValueOrDefault(code) + (sentence == trace.Sentence ? SameSentence : NextSentence);
            }
        }

        HashSet<string> others = Others(trace);
        (string? best, int most, bool tied) = (null, int.MinValue, false);
        foreach ((string code, Weights known) in _weights)
        {
            if (others.Contains(code)) continue;
            int weight = known.All - (Ahead * known.Ahead) + near.GetValueOrDefault(code);
            if (weight == most) tied = true;
            if (weight > most) (best, most, tied) = (code, weight, false);
        }

        return tied ? null : best;
    }

    /// <summary>Says that the reading has come to a mention: it no longer lies ahead.</summary>
    public void Pass(Trace trace)
    {
        _at = trace.Token;
        while (_passed < _ordered.Length && _ordered[_passed].Token <= _at)
        {
            if (StateOf(_ordered[_passed++]) is { } code) _weights[code].Ahead--;
        }
    }

    /// <summary>Counts a mention whose state has been found.</summary>
    public void Count(Trace trace, string code)
    {
        if (!IsState(code)) return;
        if (!_weights.TryGetValue(code, out Weights? weights)) _weights[code] = weights = new Weights();
        weights.All += Base + (trace.IsSubject ? Subject : 0) + (trace.Sentence == 0 ? Opening : 0);
        if (trace.Token > _at) weights.Ahead++;
    }

    private string? StateOf(Trace trace) => _mentions.ActorOf(trace.Mention).Code is { } code && IsState(code) ? code : null;

    private static bool IsState(string code) => code.Length == 3 && code is not ("UNO" or "EUR" or "NAT");

    /// <summary>What the mentions of a state weigh together, and how many of them lie ahead.</summary>
    private sealed class Weights
    {
        public int All { get; set; }

        public int Ahead { get; set; }
    }

    /// <summary>The states on which, with which or against which the mention's own clause has it act.</summary>
    public HashSet<string> Others(Trace trace)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        Token token = _document.Token(trace.Token);
        Token verb = token;
        while (!verb.IsRoot && verb.Upos != Upos.VERB) verb = verb.Head;
        foreach (Trace other in _discourse.In(trace.Sentence))
        {
            if (other.Actor.Code is not { } code || other.Actor.Kind == "place") continue;
            if (IsArgument(_document.Token(other.Token), verb) && !_document.Token(other.Token).IsWithin(token)) codes.Add(code);
        }

        return codes;
    }

    private static bool IsArgument(Token token, Token verb)
    {
        for (Token node = token; !node.IsRoot; node = node.Head)
        {
            if (node.Head.Index == verb.Index) return node.Relation is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nsubj or Relation.NsubjPass or Relation.Xcomp;
            if (node.Relation is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Parataxis or Relation.Acl) return false;
        }

        return false;
    }

    /// <summary>Whose will or duty a speaker without a state tells: <c>Mr Holm said Norway would wait</c>.</summary>
    private string? Spoken(Trace trace)
    {
        Token token = _document.Token(trace.Token);
        if (token.IsRoot || token.Relation != Relation.Nsubj || !_quotes.IsSpeech(token.Head.Lemma)) return null;
        if (token.Head.Child(Relation.Ccomp) is not Token content || content.Child(Relation.Nsubj) is not Token subject) return null;
        bool future = content.Child(Relation.Aux) is Token aux && (aux.Is("would") || aux.Is("will") || aux.Is("could") || aux.Is("had"));
        if (!future) return null;
        foreach (Trace other in _discourse.In(trace.Sentence))
        {
            if (other.Token == subject.Index && other.Actor is { Kind: "state" or "government", Code: { Length: 3 } code }) return code;
        }

        return null;
    }
}
