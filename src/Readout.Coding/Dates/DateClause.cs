using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>How far, in clauses, words of time stand from a trigger.</summary>
internal static class DateClause
{
    /// <summary>
    /// 0 where the trigger or its clause governs the words; 1 where they stand in a clause above; 2 in one below or beside;
    /// 3 where they belong to a temporal clause that dates another deed.
    /// </summary>
    public static int Distance(Token words, Token trigger)
    {
        if (words.Index == trigger.Index || words.IsWithin(trigger) && Clause(words).Index == Clause(trigger).Index) return 0;
        Token own = Clause(words);
        Token clause = Clause(trigger);
        if (own.Index == clause.Index) return Governed(words, trigger) ? 0 : 1;
        if (IsTemporal(own)) return 6;
        if (trigger.IsWithin(own)) return IsTemporal(clause) ? 5 : Shared(clause) ? 1 : 3;
        return words.IsWithin(trigger) ? 2 : 4;
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
