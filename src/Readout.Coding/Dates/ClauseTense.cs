using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>The time of a clause as its verb and auxiliaries give it.</summary>
internal static class ClauseTense
{
    /// <summary>
    /// -1 where the verb that governs the words from a token on tells of the past, 1 of the future, 0 where it does not say;
    /// -2 and 2 where the words depend on that verb itself.
    /// </summary>
    public static int Of(Token token, TextSpan words)
    {
        if (token.Relation == Relation.NmodPoss) return OfPossessor(token);
        if (token.Index > 0 && token.Document.Token(token.Index - 1) is Token before && (before.Is("until") || before.Is("till"))) return 1;
        if (LeadsUpTo(token)) return 0;
        Token current = token;
        while (!current.IsRoot && words.Contains(current.Head.Start)) current = current.Head;
        for (int depth = 0; depth < 30; depth++)
        {
            if (IsVerb(current) && Lean(current) is int lean) return depth <= 1 ? 2 * lean : lean;
            if (current.IsRoot) break;
            current = current.Head;
        }

        return 0;
    }

    // Extended to Nov. 20, a truce to Friday: the day may lie on either side of the deed.
    private static bool LeadsUpTo(Token token) => token.Index > 0 && token.Document.Token(token.Index - 1) is Token before && before.Is("to");

    /// <summary>The lean of a verb; null where it is not finite and another one decides.</summary>
    public static int? Lean(Token verb)
    {
        int aux = Auxiliaries(verb, out bool infinitive, out bool any);
        if (aux != 0) return aux;
        switch (verb.Tag)
        {
            case PennTag.VBD or PennTag.VBN: return IsPlanning(verb) && !any ? 1 : -1;
            case PennTag.VBZ or PennTag.VBP: return IsSaying(verb) ? -1 : IsSet(verb) ? 1 : 0;
            case PennTag.VBG: return null;
            case PennTag.VB: return infinitive ? InfinitiveLean(verb) : 1;
            default: return null;
        }
    }

    // Friday's ruling is over, unless words before it look ahead: ahead of Friday's vote.
    private static int OfPossessor(Token token)
    {
        for (int i = Math.Max(token.Sentence.First, token.Index - 3); i < token.Index; i++)
        {
            Token word = token.Document.Token(i);
            if (word.Is("ahead") || word.Is("before") || word.Is("until") || word.Is("for")) return 1;
        }

        return -1;
    }

    private static bool IsPlanning(Token verb) => verb.Lemma is "schedule" or "plan" or "postpone" or "slate" or "delay" or "expect";

    // Agreed to meet, plans to, is due to: to come. Arrived to attend: as the verb above.
    private static int? InfinitiveLean(Token verb)
    {
        if (verb.IsRoot) return 1;
        bool complement = verb.Relation is Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Csubj;
        return complement && !IsAchieved(verb.Head) ? 1 : null;
    }

    private static bool IsAchieved(Token head) => head.Lemma is "manage" or "begin" or "start" or "fail" or "continue" or "help" or "seem"
        or "appear" or "force" or "cause" or "come" or "go" or "get" or "refuse" or "decline" or "use";

    // The truce begins on Friday: what is set for a day is told in the present.
    private static bool IsSet(Token verb) => verb.Lemma is "begin" or "start" or "resume" or "expire" or "reconvene";

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
            if (child.Tag == PennTag.MD) return child.Is("could") ? -1 : 1;
            if (child.Lemma == "be" && child.Tag is PennTag.VBZ or PennTag.VBP && verb.Tag == PennTag.VBN && IsPlanning(verb)) lean = 1;
            else if (child.Tag == PennTag.VBD || child.Lemma == "have" && child.Tag is PennTag.VBZ or PennTag.VBP) lean = -1;
            else if (lean == 0 && child.Tag is PennTag.VBZ or PennTag.VBP && verb.Tag == PennTag.VBG) lean = 1;
        }

        return infinitive && lean < 0 && verb.Tag == PennTag.VB ? 0 : lean;
    }
}
