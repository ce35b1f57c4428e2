using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Whose an official is that the text does not say: of the states that it names, the one that is not the other party of the
/// official's own clause and that was spoken of last or most.
/// </summary>
/// <param name="document">A parsed document.</param>
/// <param name="discourse">What it has spoken of.</param>
/// <param name="mentions">The mentions made so far.</param>
/// <param name="quotes">The words of speaking.</param>
internal sealed class OfficialState(Document document, Discourse discourse, MentionList mentions, QuoteWords quotes)
{
    /// <summary>The state of an official; null where none or several fit alike.</summary>
    public string? Of(Trace trace, ActorReference actor)
    {
        if (Spoken(trace) is { } own && (trace.Person is not null || actor.Sector is "GOV" or "MIL" or "LEG")) return own;
        return actor.Sector is "GOV" or "LEG" or "MIL" or "COP" or "JUD" or "SPY" ? Near(trace) : null;
    }

    /// <summary>The state that weighs most by nearness, count and subjecthood, those left out that share the mention's clause.</summary>
    public string? Near(Trace trace)
    {
        SortedDictionary<string, int> weights = new(StringComparer.Ordinal);
        HashSet<string> others = Others(trace);
        foreach (Trace other in discourse.Traces)
        {
            ActorReference actor = mentions.ActorOf(other.Mention);
            if (actor.Code is not { Length: 3 } code || others.Contains(code) || actor.Code is "UNO" or "EUR" or "NAT") continue;
            weights[code] = weights.GetValueOrDefault(code) + Weight(other, trace);
        }

        (string Code, int Weight)[] ranked = [.. weights.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];
        if (ranked.Length == 0) return null;
        return ranked.Length == 1 || ranked[0].Weight > ranked[1].Weight ? ranked[0].Code : null;
    }

    private static int Weight(Trace other, Trace trace)
    {
        int distance = Math.Abs(trace.Sentence - other.Sentence);
        int weight = distance == 0 ? 6 : distance == 1 ? 8 : 4;
        if (other.Token > trace.Token) weight -= 3;
        if (other.IsSubject) weight += 6;
        return other.Sentence == 0 ? weight + 3 : weight;
    }

    /// <summary>The states on which, with which or against which the mention's own clause has it act.</summary>
    public HashSet<string> Others(Trace trace)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        Token token = document.Token(trace.Token);
        Token verb = token;
        while (!verb.IsRoot && verb.Upos != Upos.VERB) verb = verb.Head;
        foreach (Trace other in discourse.Traces)
        {
            if (other.Sentence != trace.Sentence || other.Actor.Code is not { } code || other.Actor.Kind == "place") continue;
            if (IsArgument(document.Token(other.Token), verb) && !document.Token(other.Token).IsWithin(token)) codes.Add(code);
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
        Token token = document.Token(trace.Token);
        if (token.IsRoot || token.Relation != Relation.Nsubj || !quotes.IsSpeech(token.Head.Lemma)) return null;
        if (token.Head.Child(Relation.Ccomp) is not Token content || content.Child(Relation.Nsubj) is not Token subject) return null;
        bool future = content.Child(Relation.Aux) is Token aux && (aux.Is("would") || aux.Is("will") || aux.Is("could") || aux.Is("had"));
        if (!future) return null;
        foreach (Trace other in discourse.Traces)
        {
            if (other.Token == subject.Index && other.Actor is { Kind: "state" or "government", Code: { Length: 3 } code }) return code;
        }

        return null;
    }
}
