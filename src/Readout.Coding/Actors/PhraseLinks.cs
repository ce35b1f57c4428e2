namespace Readout.Coding.Actors;

/// <summary>Links phrases across <c>of</c> and commas: owners that follow, appositions.</summary>
internal static class PhraseLinks
{
    public static void Link(ActorDirectory directory, WordRuns runs, List<Phrase> phrases)
    {
        for (int i = 0; i < phrases.Count; i++)
        {
            Phrase phrase = phrases[i];
            if (phrase.Owners.Count == 0 && TakesOwner(phrase)) FindOwner(directory, runs, phrases, i);
            if (phrase.Kind is PhraseKind.UnknownName or PhraseKind.Surname or PhraseKind.Person) FindApposition(runs, phrases, i);
        }
    }

    private static bool TakesOwner(Phrase phrase) =>
        phrase.Kind is PhraseKind.Title or PhraseKind.Agent or PhraseKind.BodyName
        || phrase.Kind == PhraseKind.UnknownName && phrase.Titles.Count > 0;

    private static void FindOwner(ActorDirectory directory, WordRuns runs, List<Phrase> phrases, int index)
    {
        Phrase phrase = phrases[index];
        int run = phrase.End;
        if (run >= runs.Count || !Plain(runs.GapBefore(run))) return;
        bool of = runs.Is(run, "of");
        bool speaks = runs.Is(run, "for") && phrase.Kind is PhraseKind.Title or PhraseKind.Agent && directory.Cue("agent-owners-with-for", Folding.Fold(runs.Word(phrase.End - 1)));
        bool from = (runs.Is(run, "from") || runs.Is(run, "in") || runs.Is(run, "across")) && phrase.Kind is PhraseKind.Agent or PhraseKind.BodyName;
        bool to = runs.Is(run, "to") && directory.Cue("owners-with-to", Folding.Fold(runs.Word(phrase.End - 1)));
        if (!of && !speaks && !from && !to) return;
        int at = run + 1;
        while (at < runs.Count && (runs.Is(at, "the") || runs.Is(at, "a") || runs.Is(at, "an"))) at++;
        int next = phrases.FindIndex(index + 1, candidate => candidate.First >= at);
        if (to && (next < 0 || !IsPerson(phrases[next]))) return;
        if (next < 0 || phrases[next].First > at + (IsPerson(phrases[next]) ? 0 : 1) || !IsOwner(directory, phrases[next], from)) return;
        Take(directory, phrase, phrases, next, from, runs);
    }

    private static bool IsPerson(Phrase phrase) => phrase.Kind is PhraseKind.Person or PhraseKind.Surname or PhraseKind.UnknownName;

    private static void Take(ActorDirectory directory, Phrase phrase, List<Phrase> phrases, int next, bool from, WordRuns runs)
    {
        Phrase last = Outermost(phrases, ref next);
        phrase.Owners.Add(new Owner(-1, last));
        bool several = phrase.Plural;
        while (several && next + 1 < phrases.Count && Joined(runs, last.End, phrases[next + 1].First) && IsOwner(directory, phrases[next + 1], from))
        {
            next++;
            last = Outermost(phrases, ref next);
            phrase.Owners.Add(new Owner(-1, last));
        }

        if (!from && phrase.Kind is PhraseKind.Title or PhraseKind.BodyName) phrase.End = last.End;
    }

    /// <summary>The phrase that a nested one ends in: the ministry of <c>the Russian Foreign Ministry</c>.</summary>
    private static Phrase Outermost(List<Phrase> phrases, ref int index)
    {
        while (index + 1 < phrases.Count && phrases[index + 1].First <= phrases[index].First) index++;
        return phrases[index];
    }

    private static bool IsOwner(ActorDirectory directory, Phrase phrase, bool from) => phrase.Kind switch
    {
        PhraseKind.Agent => !from && !phrase.Plural && directory.Parts.Agents[phrase.Target] is { Class: "group", Sector: not ("UNK" or "GOV") },
        PhraseKind.Entity or PhraseKind.Capital or PhraseKind.Place => true,
        PhraseKind.Government or PhraseKind.BodyName or PhraseKind.Person or PhraseKind.Surname or PhraseKind.UnknownName => !from,
        _ => false,
    };

    private static bool Joined(WordRuns runs, int end, int next)
    {
        if (next == end) return runs.GapBefore(next).SequenceEqual(", ");
        int last = next;
        if (runs.Is(last - 1, "the")) last--;
        return last == end + 1 && runs.Is(end, "and") || last == end && runs.GapBefore(last).SequenceEqual(", ");
    }

    private static bool Plain(ReadOnlySpan<char> gap) => gap.Length == 1 && gap[0] == ' ';

    /// <summary>Whether a verb follows, as in <c>they met Novak, the envoy said</c>: then the phrase is its subject.</summary>
    private static bool Speaks(WordRuns runs, Phrase phrase) =>
        phrase.End < runs.Count && runs.GapBefore(phrase.End) is " " && runs.Document is not null && runs.Document.Token(runs.TokenOf(phrase.End)).Upos is Readout.Text.Upos.VERB or Readout.Text.Upos.AUX;

    /// <summary>
    /// The title that ends right before a name, its owner or post between them: <c>the spokesman for the ministry, Jan Novak</c>, <c>the
    /// ambassador to Poland, Lis Holm</c>.
    /// </summary>
    private static Phrase? TitleBefore(WordRuns runs, List<Phrase> phrases, int index)
    {
        for (int i = index - 1; i >= 0 && i >= index - 3; i--)
        {
            Phrase title = phrases[i];
            if (title.Kind is not (PhraseKind.Title or PhraseKind.Agent) || title.Plural) continue;
            if (title.End == phrases[index].First) return title;
            bool post = runs.Is(title.End, "to") || runs.Is(title.End, "in") || runs.Is(title.End, "at") || runs.Is(title.End, "for");
            return post && phrases[index - 1].End == phrases[index].First && phrases[index - 1].First <= title.End + 2 ? title : null;
        }

        return null;
    }

    private static void FindApposition(WordRuns runs, List<Phrase> phrases, int index)
    {
        Phrase name = phrases[index];
        if (name.End < runs.Count && runs.GapBefore(name.End).SequenceEqual(", ") && index + 1 < phrases.Count)
        {
            int at = name.End;
            while (at < runs.Count && (runs.Is(at, "the") || runs.Is(at, "a") || runs.Is(at, "an") || runs.Is(at, "his") || runs.Is(at, "s"))) at++;
            int next = index + 1;
            Phrase found = Outermost(phrases, ref next);
            bool near = phrases[index + 1].First <= at + 1;
            if (near && found.Kind is PhraseKind.Title or PhraseKind.Agent && !found.Plural && !Speaks(runs, found))
            {
                name.Apposition = found;
                found.Describes = name;
                return;
            }
        }

        if (name.First > 0 && runs.GapBefore(name.First).SequenceEqual(", ") && TitleBefore(runs, phrases, index) is Phrase title)
        {
            name.Apposition = title;
            title.Apposition = name;
        }
    }
}
