using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>How far, in clauses, words of time stand from a trigger.</summary>
internal static class DateClause
{
    /// <summary>From this distance on the words stand in a clause above or beside the trigger's that does not share its time.</summary>
    public const int Beside = 3;

    /// <summary>From this distance on the words date another deed.</summary>
    public const int Another = 6;

    /// <summary>
    /// 0 where the trigger or its clause governs the words; 1 where they stand in a clause above; 2 in one below or beside;
    /// <see cref="Another"/> where they belong to a temporal phrase or clause that dates another deed, or to a noun that names one.
    /// </summary>
    public static int Distance(Token words, Token trigger, ImmutableArray<int> deeds)
    {
        if (IsOfAnother(words, trigger, deeds)) return Another;
        if (words.Index == trigger.Index || words.IsWithin(trigger) && Clause(words).Index == Clause(trigger).Index) return 0;
        Token own = Clause(words);
        Token clause = Clause(trigger);
        if (own.Index == clause.Index) return Governed(words, trigger) ? 0 : 1;
        if (trigger.IsWithin(own)) return IsTemporal(clause) ? 5 : Shared(clause) ? 1 : Beside;
        return words.IsWithin(trigger) ? 2 : 4;
    }

    /// <summary>Whether between words and trigger stands what another deed lies after or before, or a noun that names another deed.</summary>
    private static bool IsOfAnother(Token words, Token trigger, ImmutableArray<int> deeds)
    {
        Token node = words;
        while (!node.IsRoot)
        {
            node = node.Head;
            if (trigger.IsWithin(node)) return false;
            if (deeds.Contains(node.Index) || IsTemporal(node)) return true;
        }

        return false;
    }

    /// <summary>The verb or predicate of the clause that the token stands in.</summary>
    public static Token Clause(Token token)
    {
        Token current = token;
        while (!current.IsRoot && !IsClausal(current)) current = current.Head;
        return current;
    }

    private static bool IsClausal(Token token) => token.Relation is Relation.Acl or Relation.AclRelcl or Relation.Advcl or Relation.AdvclRelcl
        or Relation.Ccomp or Relation.Csubj or Relation.CsubjPass or Relation.Xcomp or Relation.Parataxis
        || token.Relation == Relation.Conj && token.Upos is Upos.VERB or Upos.AUX;

    // A noun that governs the words keeps them from dating the verb above it.
    private static bool Governed(Token words, Token trigger)
    {
        Token current = words;
        while (!current.IsRoot && current.Index != trigger.Index)
        {
            current = current.Head;
            if (current.Index == trigger.Index) return true;
            if (current.Upos is Upos.NOUN or Upos.PROPN && !trigger.IsWithin(current)) return false;
        }

        return true;
    }

    private static bool Shared(Token clause) => clause.Relation is Relation.Xcomp or Relation.Conj;

    private static bool IsTemporal(Token clause)
    {
        foreach (Token child in clause.Children())
        {
            if (child.Relation is Relation.Mark or Relation.Case && (child.Is("after") || child.Is("before") || child.Is("since") || child.Is("until"))) return true;
        }

        return false;
    }
}
