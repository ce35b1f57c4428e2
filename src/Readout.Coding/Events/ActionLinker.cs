using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Finds the deed inside a verbal event and takes it, with what else its clause tells, out of the list of events.</summary>
internal sealed class ActionLinker(Codebook codebook, TreeIndex tree, FrameMatcher matcher, IEventDates dates)
{
    private const int MaxDepth = 4;

    /// <summary>Links a match to its action, if its frame has one and the text names it.</summary>
    public void Link(Match match)
    {
        Span<int> tokens = stackalloc int[SlotReader.Capacity];
        foreach (Slot slot in match.Frame.Actions)
        {
            int count = matcher.Slots.Read(slot, match.Args, match.Frame, tokens);
            for (int i = 0; i < count; i++) Take(match, tokens[i]);
        }
    }

    private void Take(Match match, int token)
    {
        Match? deed = Find(token, match, 0);
        if (deed is not null && match.Action is null) match.Action = deed;
        bool clause = tree.IsVerb(token) && tree.Relations[token] != Relation.Amod;
        bool presupposed = !clause && match.Frame.Type is EventType.Accuse or EventType.Support;
        if (presupposed) return;
        if (clause && match.Frame.Type == EventType.Accuse && IsSpecific(token)) return;
        if (clause) ConsumeClause(match, token);
        else if (deed is not null) deed.ConsumedBy = match;
    }

    private Match? Find(int token, Match owner, int depth)
    {
        if (token < 0 || depth > MaxDepth || token == owner.Trigger) return null;
        Match? own = matcher.At(token);
        if (own is not null) return Arranged(own) ?? own;
        if (tree.IsVerb(token) && matcher.Unambiguous(token) is { } plain) return plain;
        return tree.IsVerb(token) ? FindUnderVerb(token, owner, depth) : FindUnderNoun(token, owner, depth);
    }

    /// <summary>What is arranged by a deed that itself is only an arrangement: <c>agreed to set up a meeting</c>.</summary>
    private Match? Arranged(Match deed) =>
        deed is { Frame.Type: EventType.Agree, IsNominal: false } && deed.Args.Object > deed.Trigger && matcher.At(deed.Args.Object) is { Frame.Type: EventType.Consult } meeting ? meeting : null;

    private Match? FindUnderVerb(int token, Match owner, int depth)
    {
        Arguments args = matcher.Reader.Verb(token);
        Match? noun = args.Object >= 0 && args.Object > token ? matcher.At(args.Object) : null;
        if (noun is not null && (noun.Args.LightVerb == token || IsTransparent(token))) return noun;
        foreach ((_, int phrase) in args.Phrases)
        {
            Match? entered = phrase > token ? matcher.At(phrase) : null;
            if (entered?.Args.LightVerb == token) return entered;
        }

        if (args.Object > token && matcher.At(token) is null && matcher.Unambiguous(args.Object) is { } named) return named;
        Match? below = args.Infinitive > token ? Find(args.Infinitive, owner, depth + 1) : null;
        below ??= args.Gerund > token ? Find(args.Gerund, owner, depth + 1) : null;
        below ??= args.That > token && IsTransparent(token) ? Find(args.That, owner, depth + 1) : null;
        return below ?? FirstConjunct(token, owner, depth);
    }

    private Match? FindUnderNoun(int token, Match owner, int depth)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            bool content = tree.Relations[c] == Relation.Acl && matcher.Reader.Subjects.HasTo(c)
                || tree.Relations[c] == Relation.Nmod && tree.Marker(c) is var marker && marker >= 0 && (tree.IsForm(marker, "of") || tree.IsForm(marker, "for"));
            if (content && Find(c, owner, depth + 1) is { } found) return found;
        }

        return FirstConjunct(token, owner, depth);
    }

    private Match? FirstConjunct(int token, Match owner, int depth)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Conj && Find(c, owner, depth + 1) is { } found) return found;
        }

        return null;
    }

    private bool IsTransparent(int verb)
    {
        int word = tree.Lemmas[verb];
        return codebook.IsCue(word, CueClass.Verb, CueKind.Transparent) || codebook.IsCue(word, CueClass.Verb, CueKind.Future)
            || codebook.IsCue(word, CueClass.Verb, CueKind.Hypothetical);
    }

    private bool IsSpecific(int clause)
    {
        for (int t = clause; t < tree.Count && tree.SentenceOf[t] == tree.SentenceOf[clause]; t++)
        {
            if (!matcher.Slots.InClause(t, clause)) continue;
            if (tree.Tags[t] == PennTag.CD || dates.Latest(t) is not null) return true;
        }

        return false;
    }

    private void ConsumeClause(Match match, int clause)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[clause]);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (t == match.Trigger || !BelongsTo(t, clause)) continue;
            Match? inner = matcher.At(t);
            if (inner is not null && inner.ConsumedBy is null && inner != match) inner.ConsumedBy = match;
        }
    }

    /// <summary>Whether a token is part of what the clause asks, promises or threatens: no clause of other times lies between.</summary>
    private bool BelongsTo(int token, int clause)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (t == clause) return true;
            if (tree.Relations[t] == Relation.AclRelcl) return false;
            if (tree.Relations[t] is Relation.Advcl or Relation.Obl or Relation.Nmod && IsTemporal(t)) return false;
        }

        return false;
    }

    private bool IsTemporal(int node)
    {
        int marker = tree.Marker(node);
        return marker >= 0 && (tree.IsForm(marker, "after") || tree.IsForm(marker, "since") || tree.IsForm(marker, "following")
            || tree.IsForm(marker, "because") || tree.IsForm(marker, "as"));
    }
}
