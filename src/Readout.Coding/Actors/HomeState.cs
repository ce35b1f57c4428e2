using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Settles, once a whole document is read, whose generic agents and unnamed or unlisted officials are: by the place of their
/// clause, by whose police or court holds them, by earlier mention, by the state that the text is about.
/// </summary>
/// <param name="directory">Who is known.</param>
/// <param name="document">A parsed document.</param>
/// <param name="discourse">What it has spoken of.</param>
/// <param name="mentions">The mentions made so far.</param>
/// <param name="quotes">The words of speaking.</param>
internal sealed class HomeState(ActorDirectory directory, Document document, Discourse discourse, MentionList mentions, QuoteWords quotes)
{
    private readonly Dictionary<string, string> _settled = new(StringComparer.Ordinal);
    private readonly OfficialState _officials = new(document, discourse, mentions, quotes);

    /// <summary>Settles what can be settled; does nothing in a document that is not parsed.</summary>
    public void Settle()
    {
        if (!document.IsParsed) return;
        foreach (Trace trace in discourse.Traces.OrderBy(trace => trace.Token).ToArray())
        {
            _officials.Pass(trace);
            ActorReference actor = mentions.ActorOf(trace.Mention);
            if (actor.Code is not null || mentions.RefersBack(trace.Mention)) continue;
            string? code = actor.Kind switch
            {
                "agent" => OfAgent(trace, actor),
                "person" => _officials.Of(trace, actor),
                _ => null,
            };
            if (code is null) continue;
            foreach (Trace settled in mentions.Settle(trace, code, directory.CountryOf(code))) _officials.Count(settled, code);
        }

        mentions.SettleReferring();
        new FirstPerson(document, discourse, mentions, quotes).Settle();
    }

    private string? OfAgent(Trace trace, ActorReference actor)
    {
        if (actor.Sector is "JRN" or "BUS" || trace.Agent.Length == 0 || IsEthnic(trace)) return null;
        bool struck = actor.Sector == "MIL" && document.Token(trace.Token).Relation != Relation.Nsubj;
        string? code = (struck ? null : InClause(trace)) ?? Holder(trace) ?? (struck ? null : Before(trace)) ?? Only(trace) ?? (!struck && IsSubjectOfState(actor) ? _officials.Near(trace) : null);
        if (code is not null) _settled[trace.Agent] = code;
        return code;
    }

    /// <summary>The only state of the text, unless the agent's own clause has it on the other side.</summary>
    private string? Only(Trace trace) => discourse.OnlyState is { } code && !_officials.Others(trace).Contains(code) ? code : null;

    private bool IsEthnic(Trace trace)
    {
        for (int t = trace.Token; t >= 0 && t > trace.Token - 3; t--)
        {
            if (document.Token(t).Is("ethnic")) return true;
        }

        return false;
    }

    private static bool IsSubjectOfState(ActorReference actor) => actor.Sector is "GOV" or "LEG" or "MIL" or "COP" or "SPY" or "JUD" or "OPP" or "LAB" or "CVL" or "REB" or "UAF";

    /// <summary>The state of the place that the agent's clause names: <c>gunmen killed four farmers near Zinder</c>.</summary>
    private string? InClause(Trace trace)
    {
        Token verb = Clause(document.Token(trace.Token));
        string? found = null;
        int nearest = int.MaxValue;
        foreach (Trace place in discourse.In(trace.Sentence))
        {
            if (place.Actor.Code is not { Length: 3 } || place.Actor.Kind is not ("place" or "state")) continue;
            Token token = document.Token(place.Token);
            if (!IsLocated(token) || !IsIn(token, verb)) continue;
            int distance = Math.Abs(place.Token - trace.Token);
            if (distance >= nearest) continue;
            nearest = distance;
            found = place.Actor.Code;
        }

        return found;
    }

    private static Token Clause(Token token)
    {
        Token node = token;
        while (!node.IsRoot && node.Upos != Upos.VERB) node = node.Head;
        return node;
    }

    private static bool IsLocated(Token token)
    {
        Token first = token.Relation is Relation.Conj or Relation.Flat or Relation.Appos && !token.IsRoot ? token.Head : token;
        return first.Child(Relation.Case) is Token marker
            && (marker.Is("in") || marker.Is("at") || marker.Is("near") || marker.Is("outside") || marker.Is("off") || marker.Is("across")
                || marker.Is("around") || marker.Is("inside") || marker.Is("along") || marker.Is("throughout"));
    }

    private static bool IsIn(Token token, Token verb)
    {
        for (Token node = token; ; node = node.Head)
        {
            if (node.Index == verb.Index) return true;
            if (node.IsRoot || node.Relation is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Acl or Relation.Parataxis) return false;
        }
    }

    /// <summary>Whom a state's police, court or government arrests, frees or feeds is its own, where nothing else is said.</summary>
    private string? Holder(Trace trace)
    {
        Token token = document.Token(trace.Token);
        if (token.IsRoot || token.Relation is not (Relation.Obj or Relation.NsubjPass or Relation.Obl or Relation.Iobj)) return null;
        Token verb = token.Head;
        foreach (Trace other in discourse.In(trace.Sentence))
        {
            if (other.Token == trace.Token || other.Actor.Code is not { Length: 3 } code) continue;
            if (other.Actor.Sector is not ("COP" or "JUD" or "GOV" or "LEG") && other.Actor.Kind is not ("government" or "body")) continue;
            Token subject = document.Token(other.Token);
            if (!subject.IsRoot && subject.Head.Index == verb.Index && subject.Relation is Relation.Nsubj or Relation.OblAgent) return code;
        }

        return null;
    }

    private string? Before(Trace trace) => _settled.GetValueOrDefault(trace.Agent) ?? discourse.Scene;
}
