using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>The time of a clause as its verb and auxiliaries give it.</summary>
internal static class ClauseTense
{
    /// <summary>-1 where the verb that governs the token tells of the past, 1 of the future, 0 where it does not say.</summary>
    public static int Of(Token token)
    {
        Token current = token;
        for (int depth = 0; depth < 30; depth++)
        {
            if (IsVerb(current) && Lean(current) is int lean) return lean;
            if (current.IsRoot) break;
            current = current.Head;
        }

        return 0;
    }

    /// <summary>The lean of a verb; null where it is not finite and another one decides.</summary>
    public static int? Lean(Token verb)
    {
        int aux = Auxiliaries(verb, out bool infinitive, out bool any);
        if (aux != 0) return aux;
        switch (verb.Tag)
        {
            case PennTag.VBD: return -1;
            case PennTag.VBN: return any ? -1 : verb.Relation is Relation.Acl or Relation.Amod ? null : -1;
            case PennTag.VBZ or PennTag.VBP: return IsSaying(verb) ? -1 : 0;
            case PennTag.VBG: return null;
            case PennTag.VB: return infinitive ? InfinitiveLean(verb) : 1;
            default: return null;
        }
    }

    // Agreed to meet, plans to, is due to: to come. Arrived to attend: as the verb above.
    private static int? InfinitiveLean(Token verb)
    {
        if (verb.IsRoot) return 1;
        bool complement = verb.Relation is Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Csubj;
        return complement && !IsAchieved(verb.Head) ? 1 : null;
    }

    private static bool IsAchieved(Token head) => head.Lemma is "manage" or "begin" or "start" or "fail" or "continue" or "help" or "seem"
        or "appear" or "force" or "cause" or "come" or "go" or "get" or "refuse" or "decline" or "use";

    private static bool IsSaying(Token verb) => verb.Lemma is "say" or "report" or "add" or "tell" or "write" or "claim";

    private static bool IsVerb(Token token) => token.Upos is Upos.VERB or Upos.AUX || token.Child(Relation.Cop) is not null;

    private static int Auxiliaries(Token verb, out bool infinitive, out bool any)
    {
        infinitive = false;
        any = false;
        int lean = 0;
        foreach (Token child in verb.Children())
        {
            if (child.Relation == Relation.Mark && child.Tag == PennTag.TO) infinitive = true;
            if (child.Relation is not (Relation.Aux or Relation.AuxPass or Relation.Cop)) continue;
            any = true;
            if (child.Tag == PennTag.MD) return 1;
            if (child.Tag == PennTag.VBD || child.Lemma == "have" && child.Tag is PennTag.VBZ or PennTag.VBP) lean = -1;
            else if (lean == 0 && child.Tag is PennTag.VBZ or PennTag.VBP && verb.Tag == PennTag.VBG) lean = 1;
        }

        return infinitive && lean < 0 && verb.Tag == PennTag.VB ? 0 : lean;
    }
}
