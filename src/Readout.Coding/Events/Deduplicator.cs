using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Lets elaborations of a deed that is already coded give way: <c>the raid</c> after <c>raided</c>, a visit's meeting.</summary>
internal sealed class Deduplicator(TreeIndex tree, IPartySource parties)
{
    /// <summary>Marks the matches that give way; the list is in text order.</summary>
    public void Collapse(List<Match> matches)
    {
        for (int i = 0; i < matches.Count; i++)
        {
            for (int j = 0; j < i && !matches[i].Dropped; j++)
            {
                if (!matches[j].Dropped) Compare(matches[j], matches[i]);
            }
        }
    }

    /// <summary>A deed that is only named again (<c>the call</c>, <c>X's call</c>) tells how the deed before it was done.</summary>
    public void Elaborate(Match named, List<Match> before)
    {
        if (named.Mode is null || !IsDefinite(named)) return;
        for (int i = before.Count - 1; i >= 0; i--)
        {
            Match deed = before[i];
            if (deed.Type != named.Type || deed.Status.Status != named.Status.Status || !Within(named, deed)) continue;
            deed.Mode ??= named.Mode;
            deed.Again.Add(named.Trigger);
        }
    }

    private bool RepeatsTitle(Match first, Match second)
    {
        int bodyStart = tree.Document.Article.BodyStart;
        bool parted = tree.Document.Token(first.Trigger).Start < bodyStart && tree.Document.Token(second.Trigger).Start >= bodyStart;
        return parted && first.Type == second.Type && first.Status.Status == second.Status.Status && first.Actors.Count > 0 && Within(first, second);
    }

    private void Compare(Match first, Match second)
    {
        if (RepeatsTitle(first, second))
        {
            Drop(first, second);
            return;
        }

        if (first.Type != second.Type && !(first.Frame.Collapses || second.Frame.Collapses)) return;
        bool same = tree.SentenceOf[first.Trigger] == tree.SentenceOf[second.Trigger];
        if (first.Frame.Collapses || second.Frame.Collapses)
        {
            if (!same || !Shares(first, second)) return;
            if (second.Frame.Collapses) second.Dropped = true;
            else first.Dropped = true;
            return;
        }

        if (same) CompareWithin(first, second);
        else if (second.IsNominal && IsDefinite(second) && Within(second, first) && !IsOpposed(first, second)) Drop(second, first);
    }

    private void CompareWithin(Match first, Match second)
    {
        if (IsOpposed(first, second)) return;
        bool secondIn = Within(second, first);
        bool firstIn = Within(first, second);
        if (!secondIn && !firstIn) return;
        if (second.IsNominal && second.Args.LightVerb < 0 && secondIn) Drop(second, first);
        else if (first.IsNominal && first.Args.LightVerb < 0 && firstIn) Drop(first, second);
        else if (second.Type == EventType.Consult && first.Mode == "visit" && Shares(first, second)) Drop(second, first);
        else if (first.Type == EventType.Consult && second.Mode == "visit" && Shares(first, second)) Drop(first, second);
        else if (AreChained(first, second) && secondIn) Drop(second, first);
        else if (AreChained(first, second) && firstIn) Drop(first, second);
    }

    private static void Drop(Match lost, Match kept)
    {
        lost.Dropped = true;
        kept.Mode ??= lost.Mode;
        kept.Again.Add(lost.Trigger);
    }

    private static bool IsOpposed(Match first, Match second) =>
        first.Status.Status != second.Status.Status && (first.Status.Status is EventStatus.Negated or EventStatus.Historical || second.Status.Status is EventStatus.Negated or EventStatus.Historical
            || !first.IsNominal && !second.IsNominal);

    private bool IsDefinite(Match match)
    {
        if (match.Args.LightVerb >= 0) return false;
        int det = tree.Child(match.Trigger, Relation.Det);
        return det >= 0 && (tree.IsForm(det, "the") || tree.IsForm(det, "this") || tree.IsForm(det, "that") || tree.IsForm(det, "these") || tree.IsForm(det, "those"))
            || tree.Has(match.Trigger, Relation.NmodPoss);
    }

    private bool AreChained(Match first, Match second)
    {
        int one = first.Predicate;
        int other = second.Predicate;
        return tree.IsWithin(other, one) && tree.Heads[other] == one && tree.Relations[other] is Relation.Conj or Relation.Xcomp or Relation.Advcl or Relation.Acl
            || tree.IsWithin(one, other) && tree.Heads[one] == other && tree.Relations[one] is Relation.Conj or Relation.Xcomp or Relation.Advcl or Relation.Acl;
    }

    /// <summary>Whether every party of the inner event is one of the outer.</summary>
    private bool Within(Match inner, Match outer)
    {
        foreach (int mention in inner.Actors)
        {
            if (!Holds(outer, mention)) return false;
        }

        foreach (int mention in inner.Recipients)
        {
            if (!Holds(outer, mention)) return false;
        }

        return true;
    }

    private bool Shares(Match first, Match second)
    {
        foreach (int mention in first.Actors)
        {
            if (Holds(second, mention)) return true;
        }

        foreach (int mention in first.Recipients)
        {
            if (Holds(second, mention)) return true;
        }

        return false;
    }

    private bool Holds(Match match, int mention) => HoldsAny(match.Actors, mention) || HoldsAny(match.Recipients, mention);

    private bool HoldsAny(List<int> mentions, int wanted)
    {
        ActorReference actor = parties.Actor(wanted);
        foreach (int mention in mentions)
        {
            if (mention == wanted) return true;
            if (IsSame(parties.Actor(mention), actor)) return true;
        }

        return false;
    }

    /// <summary>Two persons are one by name; a person and a body or state by their code, since either may stand for the other.</summary>
    private static bool IsSame(ActorReference one, ActorReference other)
    {
        if (one.Kind == "person" && other.Kind == "person") return one.Name == other.Name;
        return one.Code is not null ? one.Code == other.Code : other.Code is null && one.Name == other.Name;
    }
}
